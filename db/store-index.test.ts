import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { withDates } from "../domain/asked-days";
import { monthPeriod, yearPeriod } from "../domain/calendar-period";
import { type IncidentFilter, parseIncidentFilter } from "../domain/incident-filter";
import { CODE_FACETS } from "../domain/incident-index/count-facets";
import { DEFAULT_SORT, SORT_KEYS } from "../domain/incident-sort";
import { moveCode } from "../domain/map-move";
import { aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { openStore } from "./client";
import { changeSetting } from "./commands/change-setting";
import { logIncident } from "./commands/log-incident";
import { mergeIncidents } from "./commands/merge-incidents";
import { retractIncident } from "./commands/retract-incident";
import { reviseIncident } from "./commands/revise-incident";
import { unmergeIncident } from "./commands/unmerge-incident";
import { incidentOrder } from "./incident-order";
import { countIncidents } from "./queries/count-incidents";
import { listIncidents } from "./queries/list-incidents";
import { summarizeIncidents } from "./queries/summarize-incidents";
import type { Store } from "./store";
import { onBothEngines } from "./testing";
import { logManyIncidents } from "./testing-incidents";
import { incidentWhere, plainlyFound, plainlyMoved, undatedWhere } from "./testing-plain-filter";
import { plainMap } from "./testing-plain-map";
import { writeMissingBlocks } from "./write-blocks";
import { deletePublished } from "./write-incident";

const actor = { id: "test", role: "admin" } as const;
const merger = { id: "merger", role: "reviewer" } as const;
const FACILITY = "CN-JL/tumen/tumen-border-detention-center";

onBothEngines(
  "the index of a store",
  (store, url) => {
    let other: Store;
    let sources: string[];
    let refs: string[];
    let moves: string[];
    beforeAll(async () => {
      ({ sources } = await logManyIncidents(store(), actor, 60));
      refs = (await store().read.select({ ref: store().t.incident.ref }).from(store().t.incident))
        .map(({ ref }) => ref)
        .sort()
        .slice(0, 12);
      await changeSetting(store(), { name: "one_person_review", value: true, reason: "" }, actor);
      // The last of those that are there in a block, and what comes in another.
      await store().tx(async (db) => {
        const { incidentEntry, incidentText } = store().t;
        const [text] = await db.select().from(incidentText).where(eq(incidentText.number, 60));
        await db.delete(incidentText).where(eq(incidentText.number, 60));
        await db.update(incidentEntry).set({ number: 253 }).where(eq(incidentEntry.number, 60));
        await db.insert(incidentText).values({ ...text!, number: 253 });
      });
      const { flows } = await plainMap(store(), parseIncidentFilter(new URLSearchParams()).filter);
      moves = flows.map(moveCode);
      expect(moves.length).toBeGreaterThan(3);
      // As another process has the same database open.
      other = await openStore(url());
      // Here every part of a sum has a turn of its own, as those of many incidents do.
      await countIncidents(other, actor, [parseIncidentFilter(new URLSearchParams()).filter]);
      other.kept.newTurn = () => ({ begins: () => undefined, isOver: () => true });
      other.kept.few = 0;
      other.kept.index.blockWords = 1;
    });
    afterAll(() => other?.close());

    /** What plain queries over the tables say that a list of the filter must be. */
    async function plainly(filter: IncidentFilter, sort = DEFAULT_SORT) {
      const { incident } = store().t;
      const found = filter.q === null ? null : await plainlyFound(store(), filter.q);
      const moved = filter.move.length === 0 ? null : await plainlyMoved(store(), filter.move);
      const isRight = ({ id }: { id: string }) =>
        (found === null || found.has(id)) && (moved === null || moved.has(id));
      const rows = (
        await store()
          .read.select()
          .from(incident)
          .where(incidentWhere(store(), filter))
          .orderBy(...incidentOrder(store(), sort))
      ).filter(isRight);
      const undated = await store()
        .read.select()
        .from(incident)
        .where(undatedWhere(store(), filter));
      return {
        refs: rows.map(({ ref }) => ref),
        undated: undated.filter(isRight).length,
      };
    }

    async function agrees(reader: Store, filter: IncidentFilter, sort = DEFAULT_SORT) {
      const list = await listIncidents(reader, actor, {
        filter,
        sort,
        page: { page: 1, size: 100 },
      });
      const plain = await plainly(filter, sort);
      expect(list.rows.map(({ ref }) => ref)).toEqual(plain.refs);
      expect(list).toMatchObject({ total: plain.refs.length, undated: plain.undated });
      // A page without rows says the same in its heading.
      expect(list).toMatchObject(await summarizeIncidents(reader, actor, filter));
      return list;
    }

    const changes = fc.array(
      fc.record({
        what: fc.constantFrom("log", "revise", "retract", "delete", "merge", "unmerge", "pack"),
        by: fc.boolean(),
        which: fc.nat(),
        day: fc.integer({ min: 1, max: 28 }),
        month: fc.integer({ min: 1, max: 12 }),
        people: fc.integer({ min: 0, max: 40 }),
        place: fc.constantFrom("CN-YN", "CN-JL/tumen", FACILITY, "LA", "KP"),
      }),
      { minLength: 1, maxLength: 6 },
    );
    type Change = (typeof changes extends fc.Arbitrary<infer C> ? C : never)[number];

    async function make(change: Change): Promise<void> {
      const writer = change.by ? store() : other;
      const { incident } = writer.t;
      const day = `2014-${String(change.month).padStart(2, "0")}-${String(change.day).padStart(2, "0")}`;
      const document = aDocument({
        title: `Changed on ${day}`,
        groups: [aGroup("g", { nationality: "KP", count: exactly(change.people) })],
        events: [
          anEvent("e", {
            date: change.day % 5 === 0 ? null : days(day, day),
            places: [{ role: "at", locationId: change.place }],
          }),
        ],
      });
      if (change.what === "pack") await writeMissingBlocks(writer);
      else if (change.what === "log") await logIncident(writer, { document }, actor);
      else {
        const rows = await writer.read.select().from(incident).orderBy(incident.id);
        const row = rows[change.which % rows.length]!;
        const other = rows[(change.which + change.people + 1) % rows.length]!;
        if (change.what === "merge")
          await mergeIncidents(
            writer,
            { kept: other, gone: row, choice: { groups: {}, events: {} }, reason: "One." },
            merger,
          ).catch(refusal);
        else if (change.what === "unmerge") {
          const merged = rows.filter(({ mergedIntoId }) => mergedIntoId !== null);
          const { ref } = merged[change.which % merged.length] ?? row;
          await unmergeIncident(writer, { ref, reason: "Two." }, merger).catch(refusal);
        } else if (change.what === "delete")
          await writer.tx((db) => deletePublished(writer, db, row.id)).catch(refusal);
        else if (change.what === "retract")
          await retractIncident(
            writer,
            { ref: row.ref, version: row.version, reason: "Not true." },
            actor,
          ).catch(refusal);
        else
          await reviseIncident(
            writer,
            { ref: row.ref, version: row.version, document, reason: "" },
            actor,
          ).catch(refusal);
      }
    }

    const value = <T>(values: T[], most = 2) => fc.subarray(values, { maxLength: most });
    const filters = () =>
      fc
        .record({
          province: value(["CN-YN", "CN-JL", "CN-SD", "CN-GX", "CN-unknown", "LA-unknown"]),
          place: value(["CN-JL/tumen", FACILITY, "CN-YN/kunming", "CN-SD", "KP", "CN-GX"]),
          country: value(["CN", "LA", "KP"], 1),
          type: value(["arrest", "detention", "transfer", "deportation", "release"], 3),
          modality: value(["reported", "anticipated", "denied"], 1),
          status: value(["held", "arrested", "unknown", "deported"]),
          move: value([...moves.slice(0, 4), "CN-YN>KP>anticipated"]),
          nationality: value(["KP", "CN"], 1),
          role: value(["helper", "seeking_refuge"], 1),
          source: value(sources, 1),
          corroboration: value(["unsourced", "single_source"], 1),
          review: value(["draft", "retracted"], 1),
          from: value(["2013-05-01", "2014-02-10", "2014"], 1),
          to: value(["2014-03-31", "2014-12-31"], 1),
          when: value(["2013", "2014-02", "2014-03", "2014-12", "2014", "2015-01", "2016"], 3),
          dates: value(["certain"], 1),
          risk: value(["deportation", "arrest", "charge"]),
          news_from: value(["2013-08-01", "2014-03"], 1),
          news_to: value(["2014-05-31", "2014"], 1),
          people_min: value(["3"], 1),
          people_max: value(["20"], 1),
          ref: value(refs, 3),
          q: value(["border", "图们", "changed", "-도문", "held border"], 1),
        })
        // Most of them empty, or hardly a filter would find anything.
        .chain((asked) =>
          fc.subarray(Object.keys(asked), { maxLength: 3 }).map((names) => {
            const params = new URLSearchParams();
            for (const name of names)
              for (const one of asked[name as keyof typeof asked]) params.append(name, one);
            return parseIncidentFilter(params).filter;
          }),
        );

    it("answers like the plain queries whatever was written, also by another process", async () => {
      let matched = 0;
      await fc.assert(
        fc.asyncProperty(
          changes,
          fc.array(filters(), { minLength: 4, maxLength: 4 }),
          fc.constantFrom(...SORT_KEYS),
          fc.boolean(),
          async (some, asked, key, descending) => {
            for (const change of some) await make(change);
            // Built from blocks, and from lines where a change has taken them away.
            const opened = await openStore(url(), { readOnly: true });
            await agrees(opened, asked[0]!);
            await opened.close();
            for (const filter of asked) {
              const list = await agrees(store(), filter);
              await agrees(other, filter, { key, descending });
              matched += list.total;
            }
          },
        ),
        { numRuns: 40 },
      );
      expect(matched).toBeGreaterThan(300);
    });

    it("answers as before a write or as after it, where it comes between two turns", async () => {
      const { filter } = parseIncidentFilter(
        new URLSearchParams("type=arrest&type=detention&from=2000"),
      );
      const page = { page: 1, size: 100 } as const;
      const lists = () => listIncidents(other, actor, { filter, sort: DEFAULT_SORT, page });
      let turns = 0;
      const { newTurn } = other.kept;
      other.kept.newTurn = () => {
        turns++;
        return newTurn();
      };
      const { incident } = store().t;
      for (let people = 3; people < 8; people++) {
        const before = await lists();
        const { ref } = before.rows[people]!;
        const [row] = await other.read.select().from(incident).where(eq(incident.ref, ref));
        const document = aDocument({
          groups: [aGroup("g", { nationality: "KP", count: exactly(people) })],
          events: [anEvent("e", { type: "release", date: days("2014-05-01", "2014-05-01") })],
        });
        other.kept.index.sums.clear();
        other.kept.index.datesByKinds.clear();
        other.kept.answers.clear();
        const asked = lists();
        const change = { ref, version: row!.version, document, reason: "" };
        await reviseIncident(people % 2 ? other : store(), change, actor);
        const meanwhile = await asked;
        const after = await lists();
        expect(after.total).toBe(before.total - 1);
        expect([before, after]).toContainEqual(meanwhile);
      }
      other.kept.newTurn = newTurn;
      expect(turns).toBeGreaterThan(100);
    });

    it("counts in every facet what the list finds with that value alone", async () => {
      let counted = 0;
      await fc.assert(
        fc.asyncProperty(filters(), async (filter) => {
          const { facets } = await agrees(store(), filter);
          const expected: [string, string, number][] = [];
          const variants: IncidentFilter[] = [];
          for (const name of CODE_FACETS)
            for (const { code, count } of facets.codes[name].values) {
              expected.push([name, code, count]);
              variants.push({ ...filter, [name]: [code] });
            }
          for (const { code, from, to, possible, certain } of [...facets.years, ...facets.months]) {
            expected.push(["possible", from, possible], ["certain", from, certain]);
            variants.push(withDates(filter, { from, to, dates: "possible" }));
            const none = withDates(filter, { from: null, to: null, dates: "certain" });
            variants.push({ ...none, when: [code] });
          }
          const counts = await countIncidents(store(), actor, variants);
          expect(expected.map(([name, code], at) => [name, code, counts[at]])).toEqual(expected);
          for (const [, , count] of expected) counted += count;
        }),
        { numRuns: 40 },
      );
      expect(counted).toBeGreaterThan(1_000);
    });

    it("counts every month and year between the first and the last day it knows", async () => {
      // Whatever was made of all others before.
      for (const day of ["2013-01-01", "2014-12-31"])
        await logIncident(
          store(),
          { document: aDocument({ events: [anEvent("e", { date: days(day, day) })] }) },
          actor,
        );
      const { filter } = parseIncidentFilter(new URLSearchParams("from=2014&to=2014"));
      const { facets } = await agrees(store(), filter);
      for (const [periodOf, counts] of [
        [(n: number) => (n < 3 ? yearPeriod(2012 + n) : null), facets.years],
        [(n: number) => monthPeriod(2014, n), facets.months],
      ] as const)
        for (let n = 1; n <= 12; n++) {
          const period = periodOf(n);
          if (period === null) continue;
          const asked = { ...filter, from: period.earliest, to: period.latest };
          const [count] = await countIncidents(store(), actor, [asked]);
          const found = counts.find(({ from }) => from === period.earliest);
          expect([period.earliest, found?.possible ?? 0]).toEqual([period.earliest, count]);
        }
    });

    it("names the years between in which there is nothing, and what is chosen", async () => {
      const document = aDocument({
        events: [anEvent("e", { date: days("2009-03-01", "2009-03-01") })],
      });
      await logIncident(store(), { document }, actor);
      const { filter } = parseIncidentFilter(new URLSearchParams("type=arrest&when=2031"));
      const { facets } = await agrees(store(), filter);
      const counts = facets.years.map(({ code, possible }) => [code, possible > 0]);
      expect(counts[0]).toEqual(["2031", false]);
      expect(counts.slice(-3)).toEqual([
        ["2011", false],
        ["2010", false],
        ["2009", true],
      ]);
    });
  },
  { gazetteer: true },
);

/** A change that the program or a foreign key refuses is none. */
function refusal(error: unknown): void {
  if (!(error instanceof Error)) throw error;
}
