import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import type { DomainError, InvalidInput } from "../../domain/errors";
import type { Claim } from "../../domain/incident";
import { LOG_TABLE } from "../../domain/log-table";
import type { Source } from "../../domain/source";
import { parseTableRequest } from "../../domain/table-params";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { openStore } from "../client";
import { publicUrlOf } from "../public-store";
import { getEdition } from "../queries/get-edition";
import { getIncident } from "../queries/get-incident";
import { getPublication } from "../queries/get-publication";
import { getReview } from "../queries/get-review";
import { getSourceToEdit } from "../queries/get-source-to-edit";
import { listLog } from "../queries/list-log";
import { onBothEngines } from "../testing";
import { publish, verify } from "../testing-publication";
import { readContents, withoutCounters, withoutTimes } from "../testing-store-contents";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { changeSetting } from "./change-setting";
import { commentOnIncident } from "./comment-on-incident";
import { linkIncidents } from "./link-incidents";
import { logIncident } from "./log-incident";
import { publishIncident } from "./publish-incident";
import { markPublic, publishAnew, publishPending, type Stores } from "./publish-pending";
import { retractIncident } from "./retract-incident";
import { reviseIncident } from "./revise-incident";
import { reviseSource } from "./revise-source";
import { unlinkIncidents } from "./unlink-incidents";
import { unpublishIncident } from "./unpublish-incident";

const writer: Actor = { id: "writer", role: "researcher" };
const reviewer: Actor = { id: "reviewer", role: "reviewer" };
const admin: Actor = { id: "admin", role: "admin" };
const visitor: Actor = { id: "", role: "public" };

onBothEngines(
  "publishing",
  (store, url) => {
    let stores: Stores;
    beforeAll(async () => {
      const pub = await openStore(publicUrlOf(url()), { profile: "public" });
      await pub.migrate();
      await markPublic(pub);
      stores = { internal: store(), public: pub };
    });
    afterAll(() => stores.public.close());

    const add = (rest: Partial<Source>) =>
      addSource(store(), { source: aWrittenSource(rest) }, writer);
    const logged = async (title: string, claims: [string, Partial<Claim>][]) => {
      const document = aDocument({
        title,
        groups: [aGroup("all", { nationality: "KP", count: exactly(30) })],
        events: [
          anEvent("held", { groups: [{ groupId: "all", count: exactly(30) }], type: "detention" }),
        ],
        claims: claims.map(([sourceId, rest], at) =>
          aClaim(`c${at}`, sourceId, { groupId: "all", statement: "It says so.", ...rest }),
        ),
      });
      return (await logIncident(store(), { document }, writer)).ref;
    };
    const count = (n: number) => ({ field: "count" as const, count: exactly(n) });
    const published = async (title: string, claims: [string, Partial<Claim>][]) => {
      const ref = await logged(title, claims);
      await verify(store(), ref);
      await publish(store(), ref);
      await publishPending(stores);
      return ref;
    };
    const shown = (ref: string) => getIncident(stores.public, visitor, ref);
    const restrict = async (ref: string, access: Source["access"]) => {
      const { source, version } = (await getSourceToEdit(store(), writer, ref))!;
      await reviseSource(
        store(),
        { ref, version, source: { ...source, access }, reason: "" },
        writer,
      );
    };
    const codeOf = (work: Promise<unknown>) =>
      work.then(
        () => null,
        ({ code }: DomainError) => code,
      );

    it("shows a visitor the verified version, and nothing before it", async () => {
      const wire = await add({ publisher: "Wire", storedText: "SECRET text" });
      const ref = await logged("Thirty held", [[wire.id, count(30)]]);
      expect(await shown(ref)).toBeNull();
      expect(await codeOf(publishIncident(store(), { ref, digest: "" }, reviewer))).toBe(
        "publication.not_verified",
      );
      await verify(store(), ref);
      expect(await codeOf(publishIncident(store(), { ref, digest: "" }, reviewer))).toBe(
        "publication.preview_changed",
      );
      await publish(store(), ref);
      expect(await shown(ref)).toBeNull();
      expect(await publishPending(stores)).toBe(1);
      expect(await publishPending(stores)).toBe(0);
      expect(await shown(ref)).toMatchObject({
        version: 1,
        reviewStatus: "verified",
        document: { title: "Thirty held" },
        headline: { persons: exactly(30) },
        sources: [{ publisher: "Wire" }],
      });

      const { version } = (await getIncident(store(), writer, ref))!;
      const { document } = (await getIncident(store(), writer, ref))!;
      const changed = { ...document, title: "SECRET title" };
      await reviseIncident(store(), { ref, version, document: changed, reason: "" }, writer);
      await publishPending(stores);
      expect((await shown(ref))?.document.title).toBe("Thirty held");
      await verify(store(), ref);
      await publishPending(stores);
      expect((await shown(ref))?.document.title).toBe("Thirty held");
      expect(JSON.stringify(await readContents(stores.public))).not.toContain("SECRET");
    });

    it("leaves out what rests on restricted sources, and refuses what rests on nothing else", async () => {
      const open = await add({ publisher: "Open" });
      const shut = await add({ publisher: "SECRET witness", access: "restricted" });
      const ref = await published("Some held", [
        [open.id, count(20)],
        [shut.id, count(77)],
      ]);
      expect(await shown(ref)).toMatchObject({ headline: { persons: exactly(20), sources: 1 } });
      const secret = await logged("Only a witness", [[shut.id, count(9)]]);
      await verify(store(), secret);
      expect(await codeOf(publish(store(), secret))).toBe("publication.nothing_public");
      const text = JSON.stringify(await readContents(stores.public));
      expect(text).not.toContain("SECRET");
      // As a number of its own: an instant may hold the digits by chance.
      expect(text).not.toMatch(/\b77\b/);
      expect(text).not.toContain(shut.id);
    });

    it("takes everything off again, with the sources and places nothing else needs", async () => {
      const before = withoutTimes(await readContents(stores.public));
      const paper = await add({ publisher: "Paper only here" });
      const ref = await published("Off again", [
        [
          paper.id,
          {
            field: "place",
            place: { role: "at", locationId: "TH" },
            groupId: null,
            eventId: "held",
          },
        ],
      ]);
      expect((await shown(ref))?.locations.TH).toBeDefined();
      await unpublishIncident(store(), { ref, reason: "A mistake." }, reviewer);
      await publishPending(stores);
      expect(withoutTimes(await readContents(stores.public))).toEqual(before);
      expect((await getIncident(store(), writer, ref))?.publication).toBe("internal");
      expect(await codeOf(unpublishIncident(store(), { ref, reason: "Again." }, reviewer))).toBe(
        "publication.not_public",
      );
      await publish(store(), ref);
      await publishPending(stores);
      expect((await shown(ref))?.version).toBe(1);
    });

    it("keeps earlier editions, and takes them off with the next one where that is asked for", async () => {
      const wire = await add({ publisher: "Wire of editions" });
      const ref = await published("PELICAN held", [[wire.id, count(30)]]);
      const editionIs = (edition: number) => getEdition(stores.public, visitor, { ref, edition });
      const retitle = async (title: string) => {
        const { version, document } = (await getIncident(store(), writer, ref))!;
        const changed = { ...document, title };
        await reviseIncident(store(), { ref, version, document: changed, reason: "" }, writer);
        await verify(store(), ref);
      };
      expect(await getPublication(store(), reviewer, ref)).toMatchObject({
        earlier: [],
        now: { isOutdated: false },
      });
      await retitle("Thirty held");
      expect(await getPublication(store(), reviewer, ref)).toMatchObject({
        earlier: [1],
        now: { isOutdated: true },
      });
      await publish(store(), ref);
      await publishPending(stores);
      expect((await editionIs(1))?.document.title).toBe("PELICAN held");

      await retitle("Thirty are held");
      expect((await getPublication(store(), reviewer, ref))?.earlier).toEqual([1, 2]);
      await publish(store(), ref, undefined, { takeEarlierOff: true });
      await publishPending(stores);
      expect([await editionIs(1), await editionIs(2)]).toEqual([null, null]);
      expect((await editionIs(3))?.document.title).toBe("Thirty are held");
      expect(await shown(ref)).toMatchObject({
        version: 3,
        document: { title: "Thirty are held" },
      });
      expect(JSON.stringify(await readContents(stores.public))).not.toContain("PELICAN");
      expect((await getPublication(store(), reviewer, ref))?.earlier).toEqual([]);
      const address = new URLSearchParams(`action=publish&reference=${ref}`);
      const { rows } = await listLog(store(), admin, parseTableRequest(LOG_TABLE, address).request);
      expect(rows.find(({ after }) => (after as { edition: number }).edition === 3)).toMatchObject({
        after: { edition: 3, editionsTakenOff: [1, 2] },
      });
    });

    it("leaves of a retracted incident the reason and nothing else", async () => {
      const wire = await add({ publisher: "Gone with it" });
      const ref = await published("To be taken back", [[wire.id, count(12)]]);
      const { version } = (await getIncident(store(), writer, ref))!;
      await retractIncident(store(), { ref, version, reason: "It never happened." }, reviewer);
      await publishPending(stores);
      expect(await shown(ref)).toBeNull();
      const { tombstone, ...rest } = await readContents(stores.public);
      expect(tombstone).toMatchObject([{ ref, reason: "It never happened." }]);
      expect(JSON.stringify(rest)).not.toContain("Gone with it");
      expect(JSON.stringify(rest)).not.toContain("taken back");
    });

    it("keeps no name in the reason that the public is told, whatever was kept elsewhere", async () => {
      const wire = await add({ publisher: "Named in the reason" });
      const ref = await published("To be taken back for a name", [[wire.id, count(13)]]);
      const inside = await logged("Never public", [[wire.id, count(13)]]);
      const reason = "The spokesman Kim Song-ho denied it.";
      const keep = [
        { kind: "name", words: "Kim Song-ho", reason: "He speaks in office." },
      ] as const;
      const { version, document } = (await getIncident(store(), writer, ref))!;
      const named = { ...document, summary: reason };
      await reviseIncident(store(), { ref, version, document: named, reason: "", keep }, writer);
      const issues = await retractIncident(
        store(),
        { ref, version: version + 1, reason, keep },
        reviewer,
      ).then(
        () => [],
        (error: InvalidInput) => error.issues,
      );
      expect(issues).toMatchObject([
        { path: "reason", code: "personal_data.blocked", values: { replacement: "[name]" } },
      ]);
      const redacted = "The spokesman [name] denied it.";
      await retractIncident(store(), { ref, version: version + 1, reason: redacted }, reviewer);
      await publishPending(stores);
      const { tombstone } = await readContents(stores.public);
      expect(tombstone).toContainEqual(expect.objectContaining({ ref, reason: redacted }));
      await retractIncident(store(), { ref: inside, version: 1, reason, keep }, reviewer);
      await publishPending(stores);
      expect(JSON.stringify(await readContents(stores.public))).not.toContain("Kim Song-ho");
    });

    it("takes off what rests on a source that is restricted, until somebody publishes it without", async () => {
      const [open, other] = [await add({ publisher: "Stays" }), await add({ publisher: "Goes" })];
      const ref = await published("Two sources", [
        [open.id, count(20)],
        [other.id, count(21)],
      ]);
      await restrict(other.ref, "restricted");
      await publishPending(stores);
      expect(await shown(ref)).toBeNull();
      expect(JSON.stringify(await readContents(stores.public))).not.toContain("Goes");
      await restrict(other.ref, "public");
      await publishPending(stores);
      expect((await shown(ref))?.sources).toHaveLength(2);

      await restrict(other.ref, "restricted");
      await verify(store(), ref);
      await publish(store(), ref);
      await publishPending(stores);
      expect((await shown(ref))?.sources).toMatchObject([{ publisher: "Stays" }]);
      await restrict(other.ref, "public");
      await publishPending(stores);
      expect((await shown(ref))?.sources).toMatchObject([{ publisher: "Stays" }]);
    });

    it("shows a link where both its ends are public, without its note, until it is taken away", async () => {
      const wire = await add({ publisher: "Wire of links" });
      const [from, to] = [
        await published("From", [[wire.id, count(10)]]),
        await logged("To", [[wire.id, count(10)]]),
      ];
      await linkIncidents(store(), { from, to, type: "follows", note: "SECRET" }, writer);
      await verify(store(), to);
      await publish(store(), to);
      await publishPending(stores);
      expect((await shown(from))?.links).toMatchObject([{ ref: to, note: "", outgoing: true }]);
      const [link] = (await getIncident(store(), writer, from))!.links;
      await unlinkIncidents(store(), { linkId: link!.linkId }, writer);
      await publishPending(stores);
      expect((await shown(from))?.links).toEqual([]);
    });

    it("is not for whoever wrote it last, nor for a researcher", async () => {
      const wire = await add({});
      const { ref } = await logIncident(
        store(),
        {
          document: aDocument({ title: "Own", claims: [aClaim("c", wire.id, { statement: "x" })] }),
        },
        reviewer,
      );
      expect(await codeOf(publishIncident(store(), { ref, digest: "" }, writer))).toBe(
        "not_allowed",
      );
      expect(await codeOf(publishIncident(store(), { ref, digest: "" }, reviewer))).toBe(
        "review.own_edit",
      );
      expect(await codeOf(publishAnew(stores, reviewer))).toBe("not_allowed");
    });

    it("is mended at the next call where the program ended between the two stores", async () => {
      const wire = await add({ publisher: "Half done" });
      const ref = await logged("Half done", [[wire.id, count(15)]]);
      await verify(store(), ref);
      await publish(store(), ref);
      const failing = (fails: "internal" | "public"): Stores => ({
        ...stores,
        [fails]: {
          ...stores[fails],
          tx: async () => {
            throw new Error("The power went.");
          },
        },
      });
      await expect(publishPending(failing("public"))).rejects.toThrow("The power went.");
      expect(await shown(ref)).toBeNull();
      await expect(publishPending(failing("internal"))).rejects.toThrow("The power went.");
      const { publicationRecord } = store().t;
      const pending = await store()
        .read.select()
        .from(publicationRecord)
        .where(eq(publicationRecord.pending, true));
      expect(pending).toHaveLength(1);
      expect(await publishPending(stores)).toBe(1);
      expect(await publishPending(stores)).toBe(0);
      expect((await shown(ref))?.document.title).toBe("Half done");
    });

    it("is the same made anew as made step by step", async () => {
      const before = await readContents(stores.public);
      expect(before.incident!.length).toBeGreaterThan(4);
      const count = await publishAnew(stores, admin);
      expect(count).toBe(before.incident!.length);
      expect(sorted(await readContents(stores.public))).toEqual(sorted(before));
    });

    describe("whatever is done, in whatever order", () => {
      const size = { incidents: 4, sources: 5 };
      const step = fc.record({
        what: fc.constantFrom(
          ...(["verify", "verify", "publish", "publish", "publish", "unpublish"] as const),
          ...([
            "replace",
            "retract",
            "edit",
            "restrict",
            "open",
            "link",
            "unlink",
            "rename",
          ] as const),
        ),
        incident: fc.nat({ max: size.incidents - 1 }),
        other: fc.nat({ max: size.incidents - 1 }),
        source: fc.nat({ max: size.sources - 1 }),
        settle: fc.boolean(),
      });
      const said = fc.array(
        fc.record({
          source: fc.nat({ max: size.sources - 1 }),
          count: fc.integer({ min: 1, max: 12 }),
          rejected: fc.boolean(),
          place: fc.constantFrom("TH", "CN-YN", "CN-YN/kunming", "KP"),
        }),
        { minLength: 1, maxLength: 4 },
      );
      type Said = typeof said extends fc.Arbitrary<infer T> ? T : never;

      async function world(contents: Said[], derived: boolean[]) {
        const sources: { id: string; ref: string }[] = [];
        for (let n = 0; n < size.sources; n++)
          sources.push(
            await add({
              publisher: `Publisher ${n}`,
              access: n === 1 ? "restricted" : "public",
              derivedFrom: n > 0 && derived[n] ? [sources[n - 1]!.id] : [],
            }),
          );
        const refs: string[] = [];
        for (const [n, claims] of contents.entries())
          refs.push(
            await logged(
              `Case ${n}`,
              claims.flatMap(({ source, count: some, rejected, place }) => {
                const assessment = rejected ? ("rejected" as const) : ("accepted" as const);
                const sourceId = sources[source]!.id;
                return [
                  [sourceId, { ...count(some), assessment }],
                  [
                    sourceId,
                    {
                      field: "place",
                      groupId: null,
                      eventId: "held",
                      place: { role: "at", locationId: place },
                      assessment,
                    },
                  ],
                ] as [string, Partial<Claim>][];
              }),
            ),
          );
        return { sources, refs };
      }

      async function take(
        { what, incident, other, source }: typeof step extends fc.Arbitrary<infer T> ? T : never,
        { sources, refs }: Awaited<ReturnType<typeof world>>,
      ) {
        const ref = refs[incident]!;
        const view = (await getIncident(store(), writer, ref))!;
        if (what === "verify") return verify(store(), ref);
        if (what === "publish") return publish(store(), ref);
        if (what === "replace") return publish(store(), ref, undefined, { takeEarlierOff: true });
        if (what === "unpublish")
          return unpublishIncident(store(), { ref, reason: "So." }, reviewer);
        if (what === "retract")
          return retractIncident(store(), { ref, version: view.version, reason: "So." }, reviewer);
        if (what === "edit")
          return reviseIncident(
            store(),
            {
              ref,
              version: view.version,
              document: { ...view.document, title: `${view.document.title}+` },
              reason: "",
            },
            writer,
          );
        if (what === "restrict") return restrict(sources[source]!.ref, "restricted");
        if (what === "open") return restrict(sources[source]!.ref, "public");
        if (what === "rename") {
          const found = (await getSourceToEdit(store(), writer, sources[source]!.ref))!;
          const renamed = { ...found.source, publisher: `${found.source.publisher}'` };
          return reviseSource(
            store(),
            { ref: sources[source]!.ref, version: found.version, source: renamed, reason: "" },
            writer,
          );
        }
        if (what === "link")
          return linkIncidents(
            store(),
            { from: ref, to: refs[other]!, type: "related", note: "" },
            writer,
          );
        return unlinkIncidents(store(), { linkId: view.links[0]?.linkId ?? "" }, writer);
      }

      it("the public store holds what it would hold made anew", async () => {
        await fc.assert(
          fc.asyncProperty(
            fc.array(said, { minLength: size.incidents, maxLength: size.incidents }),
            fc.array(fc.boolean(), { minLength: size.sources, maxLength: size.sources }),
            fc.array(step, { maxLength: 25 }),
            async (contents, derived, steps) => {
              const made = await world(contents, derived);
              for (const one of steps) {
                await take(one, made).catch(refusalOnly);
                if (one.settle) await publishPending(stores);
              }
              await publishPending(stores);
              const before = sorted(await readContents(stores.public));
              await publishAnew(stores, admin);
              expect(sorted(await readContents(stores.public))).toEqual(before);
            },
          ),
          { numRuns: store().dialect === "sqlite" ? 25 : 5 },
        );
      });
    });

    it("nothing that is restricted, drafted or said inside changes anything of it", async () => {
      const wire = await add({ publisher: "Steady" });
      const shut = await add({ publisher: "SECRET one", access: "restricted" });
      const ref = await published("Steady", [
        [wire.id, count(40)],
        [shut.id, count(44)],
      ]);
      const before = sorted(await readContents(stores.public));
      await commentOnIncident(
        store(),
        { ref, claimId: null, body: "SECRET comment", mentions: [] },
        writer,
      );
      const closed = (await getSourceToEdit(store(), writer, shut.ref))!;
      await reviseSource(
        store(),
        {
          ref: shut.ref,
          version: closed.version,
          source: { ...closed.source, publisher: "SECRET two", access: "public", reliability: "A" },
          reason: "",
        },
        writer,
      );
      const view = (await getIncident(store(), writer, ref))!;
      await reviseIncident(
        store(),
        {
          ref,
          version: view.version,
          document: { ...view.document, title: "SECRET", summary: "SECRET" },
          reason: "",
        },
        writer,
      );
      await logged("SECRET draft", [[wire.id, count(3)]]);
      await verify(store(), ref);
      await changeSetting(store(), { name: "one_person_review", value: true, reason: "" }, admin);
      await changeSetting(store(), { name: "one_person_review", value: false, reason: "" }, admin);
      expect((await getReview(store(), writer, ref))?.verified).toHaveLength(2);
      await publishPending(stores);
      expect(sorted(await readContents(stores.public))).toEqual(before);
      expect(JSON.stringify(before)).not.toContain("SECRET");
    });
  },
  { gazetteer: true },
);

describe("the public file while somebody reads it", () => {
  const folder = mkdtempSync(join(tmpdir(), "ledger-read-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const filesWithTitle = () =>
    readdirSync(folder).filter(
      (name) =>
        name.startsWith("ledger.public") && readFileSync(join(folder, name)).includes("PELICAN"),
    );

  it("is tried again until nothing of what was taken off is in it", async () => {
    const url = `file:${join(folder, "ledger.db")}`;
    const stores: Stores = {
      internal: await openStore(url),
      public: await openStore(publicUrlOf(url), { profile: "public" }),
    };
    const { internal } = stores;
    await internal.migrate();
    await stores.public.migrate();
    await markPublic(stores.public);
    const wire = await addSource(internal, { source: aWrittenSource() }, writer);
    const claims = [aClaim("c", wire.id, { statement: "Thirty were held." })];
    const document = aDocument({ title: "PELICAN held", claims });
    const { ref } = await logIncident(internal, { document }, writer);
    await verify(internal, ref);
    await publish(internal, ref);
    await publishPending(stores);
    expect(filesWithTitle()).not.toEqual([]);

    const { db, close } = await stores.public.openSnapshot();
    await db.select().from(stores.public.t.incident);
    await unpublishIncident(internal, { ref, reason: "A name." }, reviewer);
    expect(await publishPending(stores)).toBe(1);
    expect(await getIncident(stores.public, visitor, ref)).toBeNull();
    expect(filesWithTitle()).not.toEqual([]);
    const isPending = async () =>
      (await getPublication(internal, reviewer, ref))?.now?.isPending ?? null;
    expect(await isPending()).toBe(true);
    await publishAnew(stores, admin);
    expect(await isPending()).toBe(true);

    await close();
    expect(await publishPending(stores)).toBe(1);
    expect(filesWithTitle()).toEqual([]);
    expect(await isPending()).toBe(false);
    expect(await publishPending(stores)).toBe(0);
    await internal.close();
    await stores.public.close();
  });
});

/** A step that the program refuses is no step; anything else is a fault. */
function refusalOnly(error: unknown) {
  const { code } = error as DomainError;
  if (typeof code !== "string") throw error;
}

function sorted(contents: Awaited<ReturnType<typeof readContents>>) {
  const byText = (rows: unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
  return Object.fromEntries(
    Object.entries(withoutCounters(contents)).map(([name, rows]) => [name, byText(rows)]),
  );
}
