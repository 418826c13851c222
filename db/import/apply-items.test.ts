import { and, eq, like } from "drizzle-orm";
import { expect, it } from "vitest";
import type { ImportReport } from "../../domain/import/import-report";
import { systemClock } from "../clock";
import { deleteAllEntries, writeMissingEntries } from "../incident-entries";
import { insertSource } from "../insert-source";
import { logInside } from "../log-inside";
import { checkDatabase } from "../queries/check-database";
import { checkLog } from "../queries/check-log";
import { readDocument } from "../read-incident";
import { toSource } from "../read-source";
import { onBothEngines } from "../testing";
import { importRows } from "../testing-import";
import { manyItems } from "../testing-import-items";
import { INSTANT, readContents, type StoreContents, withoutTimes } from "../testing-store-contents";

const ADMIN = { id: "admin", role: "admin" } as const;
const SEEDS = [1, 2];
const OPTIONS = {
  mode: "good",
  restores: true,
  decisions: { name: { do: "keep", reason: "Known to the public" } },
} as const;

type Outcome = { contents: Record<string, string[]>; reports: unknown[] };
let first: Outcome | undefined;

for (const [how, atOnce] of [
  ["many at once", undefined],
  ["one by one", 1],
] as const)
  onBothEngines(
    `what an import writes ${how}`,
    (store) => {
      it("is the same however many rows are written at once, on either engine", async () => {
        const reports: ImportReport[] = [];
        for (const seed of SEEDS) {
          const { report } = await importRows(store(), manyItems(seed), { ...OPTIONS, atOnce });
          reports.push(report);
        }
        expect(await checkLog(store(), ADMIN)).toMatchObject({ faults: [] });
        expect(await checkDatabase(store(), ADMIN)).toEqual([]);
        const outcome = named(withoutTimes(await readContents(store())), reports);
        // Something of everything is in it.
        const [one] = reports;
        expect(Object.values(one!.incidents).every((count) => count > 0)).toBe(true);
        expect(one).toMatchObject({
          isApplied: true,
          sources: { created: 3, changed: 1, failed: 1 },
        });
        first ??= outcome;
        expect(outcome.reports).toEqual(first.reports);
        for (const [name, rows] of Object.entries(outcome.contents))
          expect({ [name]: rows }).toEqual({ [name]: first.contents[name] });
      });

      it("is known to lists and search as it would be if they were made anew", async () => {
        const entries = async () => {
          const { incidentEntry, incidentText } = withoutTimes(await readContents(store()));
          return { incidentEntry, incidentText };
        };
        const written = await entries();
        await store().tx((db) => deleteAllEntries(store(), db));
        await writeMissingEntries(store());
        expect(await entries()).toEqual(written);
      });

      if (atOnce !== undefined) return;
      it("is what a person would have written who logged the same by hand", async () => {
        const { incident, source } = store().t;
        const before = await readContents(store());
        const drafts = await store()
          .read.select()
          .from(incident)
          .where(and(like(incident.title, "Case %"), eq(incident.version, 1)));
        expect(drafts.length).toBeGreaterThan(50);
        const actor = { id: drafts[0]!.editedBy!, role: "researcher" } as const;
        const sources = await store().read.select().from(source).where(like(source.title, "Held%"));
        expect(sources.length).toBeGreaterThan(40);
        await store().tx(async (db) => {
          const keep = [
            { kind: "name", words: "Kim Chol-su", reason: "Known to the public" },
          ] as const;
          for (const row of drafts) {
            const document = await readDocument(store(), db, row);
            const asked = { document, action: "import", reason: "", keep } as const;
            await logInside(store(), db, asked, actor, systemClock);
          }
          for (const row of sources)
            await insertSource(
              store(),
              db,
              { source: await toSource(store(), db, row) },
              actor,
              systemClock,
            );
        });
        const after = await readContents(store());
        const added = (name: string) => {
          const there = new Set(before[name]!.map((row) => JSON.stringify(row)));
          return after[name]!.filter((row) => !there.has(JSON.stringify(row)));
        };
        const [twins, sourceTwins] = [added("incident"), added("source")];
        const of = (name: string, rows: StoreContents[string], owners: StoreContents[string]) => {
          const titles = new Map(owners.map(({ id, title }) => [id, title]));
          const own = rows.flatMap(({ incidentId, entityId, id, ref: _ref, ...row }) => {
            const title = titles.get(incidentId ?? entityId ?? id);
            const kept = Object.entries(row).filter(
              ([column]) =>
                !INSTANT.test(column) && !(name === "revision" && CHAIN.includes(column)),
            );
            return title === undefined ? [] : [JSON.stringify([title, kept.sort()])];
          });
          return { [name]: own.sort() };
        };
        for (const name of ["incident", "peopleGroup", "event", "eventPlace", "eventGroup"])
          expect(of(name, after[name]!, twins)).toEqual(of(name, before[name]!, drafts));
        for (const name of ["incidentStatus", "claim", "keptMark", "revision"])
          expect(of(name, after[name]!, twins)).toEqual(of(name, before[name]!, drafts));
        for (const name of ["source", "revision"])
          expect(of(name, after[name]!, sourceTwins)).toEqual(of(name, before[name]!, sources));
      });
    },
    { gazetteer: true },
  );

/** What may differ: chance, the order of the log, and what the entries of lists are made of, which holds references. */
const LEFT_OUT = new Set(["dataImport", "ledgerState", "incidentEntry", "incidentText"]);
const CHAIN = ["seq", "salt", "payloadDigest", "previousHash", "hash"];

/** The same with titles in place of ids and references, so that two ledgers can be compared. */
function named(contents: StoreContents, reports: readonly ImportReport[]): Outcome {
  const names = new Map<string, string>();
  for (const table of ["incident", "source"] as const)
    for (const { id, ref, title } of contents[table] as Record<string, string>[]) {
      names.set(id!, `id of ${title}`);
      names.set(ref!, `reference of ${title}`);
    }
  const written = (value: unknown) =>
    JSON.stringify(value).replace(
      /\b([0-9a-f]{24}|(INC|SRC)-[0-9A-Z]{6})\b/g,
      (text) => names.get(text) ?? (/^[0-9a-f]/.test(text) ? "an id" : text),
    );
  const tables = Object.entries(contents)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, rows]) => {
      const kept = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).filter(
            ([column]) => !(name === "revision" && CHAIN.includes(column)),
          ),
        ),
      );
      return [name, kept.map(written).sort()];
    });
  return {
    contents: Object.fromEntries(tables),
    reports: reports.map((report) => JSON.parse(written(report))),
  };
}
