import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIncidentFilter } from "../domain/incident-filter";
import { aClaim, aDocument, anEvent } from "../domain/testing-documents";
import { openStore } from "./client";
import { addSource } from "./commands/add-source";
import { logIncident } from "./commands/log-incident";
import { reviseIncident } from "./commands/revise-incident";
import { reviseSource } from "./commands/revise-source";
import { submitForReview } from "./commands/submit-for-review";
import { verifyIncident } from "./commands/verify-incident";
import { listIncidents } from "./queries/list-incidents";
import { searchIncidents } from "./search-incidents";
import type { Store } from "./store";
import { atOneMoment } from "./store-index";
import { onBothEngines } from "./testing";
import { addColleague } from "./testing-colleagues";
import { plainlyFound } from "./testing-plain-filter";
import { aWrittenSource } from "./testing-tables";

const actor = { id: "test", role: "admin" } as const;
const at = (locationId: string) => [{ role: "at" as const, locationId }];

onBothEngines(
  "a search",
  (store, url) => {
    let seen: Store;
    let shut: { id: string; ref: string };
    beforeAll(async () => {
      const add = (rest: Parameters<typeof aWrittenSource>[0]) =>
        addSource(store(), { source: aWrittenSource(rest) }, actor);
      const wire = await add({ publisher: "Harbour Wire", title: "탈북자 29명 체포" });
      shut = await add({ publisher: "Quiet Desk", title: "Unnamed memo", access: "restricted" });
      const log = async (rest: Parameters<typeof aDocument>[0]) =>
        (await logIncident(store(), { document: aDocument(rest) }, actor)).ref;
      await log({
        title: "A: moved on",
        events: [anEvent("move", { type: "transfer", places: at("CN-JL/tumen") })],
      });
      await log({ title: "B: 图们江边被捕", summary: "Arrested by the river, then moved." });
      await log({
        title: "C: returned",
        summary: "강제 북송된 가족",
        events: [anEvent("back", { description: "Handed to the border guard at dawn" })],
      });
      const quoted = await log({
        title: "D: quoted",
        claims: [
          aClaim("c1", wire.id, { statement: "It says so.", quote: "the guard of the border" }),
          aClaim("c2", shut.id, { statement: "Nothing more.", quote: "whispered quote" }),
        ],
      });
      await log({
        title: "E: 도문에서",
        summary: "Émigrés of 2014, 遭強制遣返, by ㈜ Haean™ at 5℃",
      });
      await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
      const rows = await store().read.select().from(store().t.incident);
      const { editedAt } = rows.find(({ ref }) => ref === quoted)!;
      const step = { ref: quoted, reason: "Read.", editedAt };
      await submitForReview(store(), { ...step, version: 1 }, actor);
      await verifyIncident(store(), { ...step, version: 2 }, { id: "reviewer", role: "reviewer" });
      seen = await openStore(url(), { profile: "verified" });
    });
    afterAll(() => seen?.close());

    const find = async (
      text: string,
      where = store(),
      who: Parameters<typeof listIncidents>[1] = actor,
    ) => {
      const { filter } = parseIncidentFilter(new URLSearchParams({ q: text }));
      const list = await listIncidents(where, who, {
        filter,
        sort: { key: "title", descending: false },
        page: { page: 1, size: 100 },
      });
      expect(list.total).toBe(list.rows.length);
      return list.rows.map(({ title }) => title[0]).join("");
    };

    describe.each([
      [
        "of a place in any of its names",
        ["图们", "圖們", "투먼", "도문", "Tumen", "Tunmen"],
        "ABE",
      ],
      ["of a place around one", ["Jilin", "지린성", "吉林"], "A"],
      ["of two Chinese characters inside a run", ["江边", "被捕"], "B"],
      ["of one Chinese character", ["江"], "B"],
      ["of traditional characters and simplified ones", ["強制遣返", "强制遣返"], "E"],
      ["of two Korean syllables inside a word", ["북송", "송된"], "C"],
      ["of a publisher or a source's title", ["harbour", "탈북", "체포"], "D"],
      ["of a restricted source", ["whispered", "Quiet Desk", "memo"], "D"],
      ["of words in whatever order", ["guard border", "border guard"], "CD"],
      ["of a phrase", ['"border guard"', '"handed to the border"'], "C"],
      ["of the beginning of a word", ["arrest", "mov river"], "B"],
      ["without accents", ["emigres", "ÉMIGRÉS"], "E"],
      ["of a number, which is whole", ["2014"], "E"],
      ["of a part of a number", ["201"], ""],
      ["of symbols that stand for letters", ["㈜", "㈜ 圖們", "haean™", "5℃", '"5℃"'], "E"],
      ["of symbols that no incident has", ["™", "㈱", "Ⓦ", "™ -arrest", "a™"], ""],
      ["of something else without a word", ["border -dawn", '-"border guard" guard'], "D"],
      ["without either of two words", ["-returned -2014 -moved"], "D"],
      ["of words without either of two places", ["of -Tumen -dawn"], "D"],
      ["without a place", ["moved -Tumen"], ""],
      ["of nothing but what is unwanted", ["-border -图们"], ""],
      ["of what only another has", ["-border"], "ABE"],
    ])("%s", (_name, texts, titles) => {
      it.each(texts)(`finds ${titles || "nothing"}: %s`, async (text) => {
        expect(await find(text)).toBe(titles);
      });
    });

    it.each([
      '"',
      '"" -""',
      "NEAR(a b, 2)",
      "open_words : a",
      "^a* + b",
      "a AND OR NOT b",
      "'; drop table incident_text; --",
      "{zq}",
      "a\\'b:*",
      "\u200b\u202e",
      "-".repeat(9_999),
      "文".repeat(10_000),
      Array.from({ length: 2_000 }, (_, n) => `w${n}`).join(" "),
      `"${Array.from({ length: 2_000 }, (_, n) => `w${n}`).join(" ")}"`,
      `w ${Array.from({ length: 2_000 }, (_, n) => `-w${n}`).join(" ")}`,
    ])("never throws: %.30s", async (text) => {
      expect(await find(text)).toBe("");
    });

    it("answers a viewer from what viewers may read", async () => {
      const viewer = { id: "viewer", role: "viewer" } as const;
      expect(await find("guard", seen, viewer)).toBe("D");
      for (const text of ["whispered", "Quiet", "memo", "북송", "Tumen"])
        expect([text, await find(text, seen, viewer)]).toEqual([text, ""]);
      expect(await find("quoted -whispered", seen, viewer)).toBe("D");
    });

    const search = (text: string) =>
      atOneMoment(store(), (moment) => searchIncidents(store(), moment, text));

    it("finds again what was found, however it is written, among the last searches", async () => {
      const first = await search("guard -dawn");
      expect(await search("Guard  -DAWN")).toBe(first);
      expect(await search("-dawn")).toMatchObject({ isRest: true });
      expect(await search("dawn")).toMatchObject({ isRest: false });
      for (let n = 0; n < 20; n++) await search(`a${n}`);
      expect(await search("guard -dawn")).toBe(first);
      for (let n = 0; n < 50; n++) await search(`b${n}`);
      expect(store().kept.searches.size).toBe(50);
      const again = await search("guard -dawn");
      expect(again).not.toBe(first);
      expect(again).toEqual(first);
    });

    it("brings what it found in line with what was written since", async () => {
      const asked = ["lantern", "-lantern", "lantern -ferry", "dawn"];
      for (const text of asked) await search(text);
      const { ref } = await logIncident(
        store(),
        { document: aDocument({ title: "F: a lantern" }) },
        actor,
      );
      const before = await Promise.all(asked.map((text) => find(text)));
      expect(before).toEqual(["F", expect.not.stringContaining("F"), "F", "C"]);
      const document = aDocument({ title: "F: a ferry at dawn" });
      await reviseIncident(store(), { ref, version: 1, document, reason: "" }, actor);
      const after = await Promise.all(asked.map((text) => find(text)));
      expect(after).toEqual(["", expect.stringContaining("F"), "", expect.stringContaining("F")]);
      // As a search that never was asked before finds it.
      store().kept.searches.clear();
      store().kept.answers.clear();
      expect(await Promise.all(asked.map((text) => find(text)))).toEqual(after);
      await reviseIncident(
        store(),
        { ref, version: 2, document: aDocument({ title: "F: moved away" }), reason: "" },
        actor,
      );
    });

    it("knows a source's new title at once", async () => {
      const source = aWrittenSource({ title: "Named note", access: "restricted" });
      await reviseSource(
        store(),
        { ref: shut.ref, version: 1, source, reason: "The title was wrong." },
        actor,
      );
      expect(await find("memo")).toBe("");
      expect(await find("named note")).toBe("D");
    });

    it("finds on this engine what reading every text finds", async () => {
      const piece = fc.constantFrom(
        ..."moved 图们 图们江 江 도문 탈북 북송된 border guard the gua Tumen Jilin 2014 emigres 边被 A: B é ™ ㈜ ㈱ 5℃ ℃ ☃ Haean™ b™ …".split(
          " ",
        ),
      );
      const term = fc.oneof(
        piece,
        piece.map((word) => `-${word}`),
        fc.array(piece, { minLength: 1, maxLength: 3 }).map((words) => `"${words.join(" ")}"`),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(term, { minLength: 1, maxLength: 4 }), async (terms) => {
          const text = terms.join(" ");
          const plain = await plainlyFound(store(), text);
          const rows = await store().read.select().from(store().t.incident);
          const expected = rows.filter(({ id }) => plain.has(id)).map(({ title }) => title[0]);
          expect([text, await find(text)]).toEqual([text, expected.sort().join("")]);
        }),
        { numRuns: 150 },
      );
    });
  },
  { gazetteer: true },
);
