import { asc, eq, sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { aClaim, aDocument, anEvent } from "../domain/testing-documents";
import { addSource } from "./commands/add-source";
import { logIncident } from "./commands/log-incident";
import { reviseIncident } from "./commands/revise-incident";
import type { Store } from "./store";
import { temporaryDatabase } from "./testing";
import { openWithGazetteer } from "./testing-gazetteer";
import { aWrittenSource } from "./testing-tables";

const actor = { id: "test", role: "admin" } as const;

describe("the search index of SQLite after incidents were changed", () => {
  let store: Store;
  let drop: () => Promise<void>;
  let sources: string[];
  beforeAll(async () => {
    const database = await temporaryDatabase("sqlite");
    ({ drop } = database);
    store = await openWithGazetteer(database.url);
    sources = [];
    for (const access of ["public", "restricted"] as const) {
      const source = aWrittenSource({ title: `Held ${access}`, access });
      sources.push((await addSource(store, { source }, actor)).id);
    }
    return async () => {
      await store.close();
      await drop();
    };
  });

  const words = fc
    .array(fc.constantFrom("held", "moved", "tumen", "체포", "图们江", "by"), { maxLength: 5 })
    .map((some) => some.join(" "));
  const documents = fc
    .record({ title: words, summary: words, described: words, quote: words, which: fc.nat(1) })
    .map(({ title, summary, described, quote, which }) =>
      aDocument({
        title: title || "none",
        summary,
        events: [
          anEvent("e", {
            description: described,
            places: [{ role: "at", locationId: which ? "CN-JL/tumen" : "CN-YN" }],
          }),
        ],
        claims: quote === "" ? [] : [aClaim("c", sources[which]!, { quote, statement: title })],
      }),
    );

  async function log(document: ReturnType<typeof aDocument>): Promise<string> {
    return (await logIncident(store, { document }, actor)).ref;
  }

  async function revise(ref: string, document: ReturnType<typeof aDocument>): Promise<void> {
    const { incident } = store.t;
    const [row] = await store.read.select().from(incident).where(eq(incident.ref, ref));
    const { version } = row!;
    await reviseIncident(store, { ref, version, document, reason: "" }, actor);
  }

  /** Where each word stands, but for what is between texts: in the index, and in the texts that are kept. */
  async function places() {
    const { incidentText } = store.t;
    const indexed = await store.tx(async (db) => {
      db.run(
        sql`create virtual table if not exists temp.indexed using fts5vocab('main', 'incident_search', 'instance')`,
      );
      return db.all<{ place: string }>(
        sql`select doc || ' ' || col || ' ' || offset || ' ' || term as place from temp.indexed where term <> '·'`,
      );
    });
    const kept = await store.read.select().from(incidentText).orderBy(asc(incidentText.number));
    const texts = kept.flatMap(({ number, openWords, restrictedWords }) =>
      Object.entries({ open_words: openWords, restricted_words: restrictedWords }).flatMap(
        ([column, text]) =>
          text.split(" ").map((word, at) => ({ word, place: `${number} ${column} ${at} ${word}` })),
      ),
    );
    return {
      indexed: indexed.map(({ place }) => place).sort(),
      kept: texts.flatMap(({ word, place }) => (word === "" || word === "·" ? [] : [place])).sort(),
    };
  }

  it("has every word where it stands in the texts, and no other", async () => {
    const refs: string[] = [];
    for (const document of fc.sample(documents, 4)) refs.push(await log(document));
    await fc.assert(
      fc.asyncProperty(fc.array(documents, { maxLength: 4 }), async (some) => {
        for (const [at, document] of some.entries()) await revise(refs[at]!, document);
        const { indexed, kept } = await places();
        expect(indexed).toEqual(kept);
      }),
      { numRuns: 25 },
    );
  });

  it("has no trace of a word that went", async () => {
    // The index leaves out what a word begins with where the word before it begins so too.
    const traces = async () =>
      (
        await store.read.all<{ n: number }>(
          sql`select count(*) as n from incident_search_data where instr(block, cast('naryzwv' as blob)) > 0`,
        )
      )[0]!.n;
    const ref = await log(aDocument({ title: "Held", summary: "Qanaryzwv was moved to Tumen" }));
    expect(await traces()).toBe(1);
    await revise(ref, aDocument({ title: "Held", summary: "Somebody was moved to Tumen" }));
    expect(await traces()).toBe(0);
  });
});
