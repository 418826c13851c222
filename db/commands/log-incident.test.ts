import { expect, it } from "vitest";
import type { InvalidInput } from "../../domain/errors";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { listRevisions } from "../queries/list-revisions";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { logIncident } from "./log-incident";

const ADMIN = { id: "admin", role: "admin" } as const;

onBothEngines(
  "logging an incident",
  (store) => {
    const actor = { id: "test", role: "researcher" } as const;
    const refused = (document: Parameters<typeof logIncident>[1]) =>
      logIncident(store(), document, actor).then(
        () => [],
        (error: InvalidInput) => error.issues,
      );

    it("keeps the case as a draft of version 1, its headline computed, and logs it", async () => {
      const { id } = await addSource(
        store(),
        { source: aWrittenSource({ publisher: "Wire", reliability: "B" }) },
        actor,
      );
      const document = aDocument({
        title: "Twenty held",
        groups: [aGroup("g", { nationality: "KP" })],
        events: [
          anEvent("e", {
            date: days("2014-07-15", "2014-07-17"),
            places: [{ role: "at", locationId: "CN-YN/kunming" }],
            groups: [{ groupId: "g", count: exactly(9) }],
          }),
        ],
        claims: [aClaim("c", id, { field: "count", groupId: "g", count: exactly(20) })],
      });
      const { ref } = await logIncident(store(), { document, reason: "read today" }, actor);
      expect(ref).toMatch(/^INC-[2-9A-HJ-NP-TV-Z]{6}$/);
      const view = await getIncident(store(), actor, ref);
      expect(view).toMatchObject({
        version: 1,
        reviewStatus: "draft",
        publication: "internal",
        headline: {
          persons: { low: 20, best: 20, high: 20 },
          provinces: ["CN-YN"],
          corroboration: "single_source",
        },
      });
      expect(view?.document.events[0]?.groups).toEqual([{ groupId: "g", count: exactly(9) }]);
      const [entry] = await listRevisions(store(), actor, { ref });
      expect(entry).toMatchObject({
        action: "log",
        actor: "test",
        version: 1,
        reason: "read today",
        before: null,
        after: view?.document,
      });
    });

    it("adds the sources that come with it, originals before their copies", async () => {
      const newSources = [
        {
          key: "copy",
          source: aWrittenSource({ publisher: "Site", derivedFrom: ["original"] }),
        },
        { key: "original", source: aWrittenSource({ publisher: "Wire" }) },
      ];
      const document = aDocument({
        groups: [aGroup("g")],
        claims: [
          aClaim("c1", "original", { field: "count", groupId: "g", count: exactly(20) }),
          aClaim("c2", "copy", { field: "count", groupId: "g", count: exactly(20) }),
        ],
      });
      const { ref } = await logIncident(store(), { document, newSources }, actor);
      const view = await getIncident(store(), actor, ref);
      const [original, copy] = view!.sources;
      expect(original).toMatchObject({ publisher: "Wire", derivedFrom: [] });
      expect(copy).toMatchObject({ publisher: "Site", derivedFrom: [original!.id] });
      expect(view!.document.claims.map((claim) => claim.sourceId)).toEqual([
        original!.id,
        copy!.id,
      ]);
      expect(view!.headline).toMatchObject({ sources: 2, independentSources: 1 });
    });

    it("names every mistake of the case and its sources at once, and changes nothing", async () => {
      const before = (await checkLog(store(), ADMIN)).entries;
      const issues = await refused({
        newSources: [
          { key: "fine", source: aWrittenSource() },
          { key: "bad", source: aWrittenSource({ url: "javascript:alert(1)", title: "\0" }) },
          { key: "a", source: aWrittenSource({ derivedFrom: ["b"] }) },
          { key: "b", source: aWrittenSource({ derivedFrom: ["a"] }) },
          { key: "lost", source: aWrittenSource({ derivedFrom: ["nowhere"] }) },
        ],
        document: aDocument({
          title: " ",
          summary: "x".repeat(1_000_000),
          groups: [aGroup("g", { count: { low: 30, best: null, high: 20 } })],
        }),
      });
      expect(issues.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
        "groups.0.count count.low_above_high",
        "newSources.1.title text.not_storable",
        "newSources.1.url source.not_a_web_address",
        "newSources.2.derivedFrom source.derived_from_itself",
        "newSources.3.derivedFrom source.derived_from_itself",
        "newSources.4.derivedFrom source.unknown",
        "summary text.too_long",
        "title text.required",
      ]);
      expect((await checkLog(store(), ADMIN)).entries).toBe(before);
    });

    it("refuses what the case names and the ledger does not have", async () => {
      const issues = await refused({
        document: aDocument({
          groups: [aGroup("g", { nationality: "XX" }), aGroup("h", { partOf: "nobody" })],
          events: [anEvent("e", { places: [{ role: "at", locationId: "CN-XX" }] })],
          claims: [aClaim("c", "no-source")],
        }),
      });
      expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
        "groups.1.partOf group.unknown",
        "groups.0.nationality group.nationality_unknown",
        "events.0.places.0 place.unknown",
        "claims.0.sourceId source.unknown",
      ]);
    });

    it.each([
      ["NUL", { title: "a\0b" }, "title text.not_storable"],
      ["half a character", { title: "a\ud800b" }, "title text.not_storable"],
      ["1 MB of text", { title: "x".repeat(1_000_000) }, "title text.too_long"],
      ["no title", { title: "" }, "title text.required"],
      [
        "a part larger than its whole",
        {
          groups: [
            aGroup("g", { count: exactly(9) }),
            aGroup("p", { partOf: "g", count: exactly(10) }),
          ],
        },
        "groups.1.count group.part_above_whole",
      ],
      [
        "an unknown code",
        { groups: [aGroup("g", { role: "spy" as "helper" })] },
        "groups.0.role value.not_in_list",
      ],
      [
        "an impossible day",
        { events: [anEvent("e", { date: days("2014-02-30", "2014-02-30") })] },
        "events.0.date.earliest date.impossible",
      ],
    ])("refuses %s", async (_name, rest, expected) => {
      const before = (await checkLog(store(), ADMIN)).entries;
      const issues = await refused({ document: aDocument(rest) });
      expect(issues.map(({ path, code }) => `${path} ${code}`)).toContain(expected);
      expect((await checkLog(store(), ADMIN)).entries).toBe(before);
    });

    it("keeps script as the text it is", async () => {
      const script = '<script>alert("1")</script>';
      const document = aDocument({ title: script, summary: script });
      const { ref } = await logIncident(store(), { document }, actor);
      expect((await getIncident(store(), actor, ref))?.document.title).toBe(script);
    });

    it("refuses a reason that cannot be stored", async () => {
      const [issue] = await refused({ document: aDocument(), reason: "\0" });
      expect(issue).toMatchObject({ path: "reason", code: "text.not_storable" });
    });

    it("is refused to whoever only reads", async () => {
      const viewer = { id: "viewer", role: "viewer" } as const;
      await expect(logIncident(store(), { document: aDocument() }, viewer)).rejects.toThrow(
        "not_allowed",
      );
    });

    it("leaves a log whose chain is whole", async () => {
      expect((await checkLog(store(), ADMIN)).faults).toEqual([]);
    });
  },
  { gazetteer: true },
);
