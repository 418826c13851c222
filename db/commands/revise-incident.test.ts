import { beforeEach, expect, it } from "vitest";
import type { DomainError } from "../../domain/errors";
import { aClaim, aDocument, aGroup, anEvent, exactly } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { listRevisions } from "../queries/list-revisions";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { assessClaim } from "./assess-claim";
import { attachClaims, type NewClaim } from "./attach-claims";
import { logIncident } from "./log-incident";
import { retractIncident } from "./retract-incident";
import { reviseIncident } from "./revise-incident";

const ADMIN = { id: "admin", role: "admin" } as const;

onBothEngines(
  "changing an incident",
  (store) => {
    const actor = { id: "test", role: "reviewer" } as const;
    const view = async () => (await getIncident(store(), actor, ref))!;
    const failure = (work: Promise<unknown>) =>
      work.then(
        () => null,
        ({ code, values }: DomainError) => ({ code, values }),
      );
    const newClaim = (rest: Partial<NewClaim>): NewClaim => {
      const { id: _id, ...claim } = aClaim("", sourceId, rest);
      return claim;
    };
    const groups = [aGroup("g", { count: exactly(12) })];
    const original = aDocument({ title: "As first told", groups, events: [anEvent("e")] });
    let ref: string;
    let sourceId: string;
    beforeEach(async () => {
      ({ ref } = await logIncident(store(), { document: original }, actor));
      ({ id: sourceId } = await addSource(
        store(),
        { source: aWrittenSource({ publisher: "Wire" }) },
        actor,
      ));
    });

    it("writes the whole anew, counts the version up and keeps before and after", async () => {
      const document = aDocument({ title: "As told since", groups: [] });
      const input = { ref, version: 1, document, reason: "second report" };
      expect(await reviseIncident(store(), input, actor)).toEqual({ version: 2 });
      expect(await view()).toMatchObject({ version: 2, document });
      const [last] = await listRevisions(store(), actor, { ref });
      expect(last).toMatchObject({
        action: "revise",
        version: 2,
        reason: "second report",
        before: original,
        after: document,
      });
    });

    it("adds the sources that come with it", async () => {
      const document = aDocument({ claims: [aClaim("c", "new", { statement: "Held." })] });
      const newSources = [{ key: "new", source: aWrittenSource({ publisher: "Paper" }) }];
      await reviseIncident(store(), { ref, version: 1, document, newSources, reason: "" }, actor);
      expect((await view()).sources).toMatchObject([{ publisher: "Paper" }]);
    });

    it("never overwrites what another saved meanwhile", async () => {
      const theirs = aDocument({ title: "Theirs" });
      await reviseIncident(store(), { ref, version: 1, document: theirs, reason: "" }, actor);
      const mine = { ref, version: 1, document: aDocument({ title: "Mine" }), reason: "" };
      expect(await failure(reviseIncident(store(), mine, actor))).toEqual({
        code: "incident.stale_version",
        values: { given: 1, current: 2 },
      });
      expect((await view()).document.title).toBe("Theirs");
    });

    it("lets one of two win that save at the same moment, and tells the other", async () => {
      const save = (title: string) =>
        failure(
          reviseIncident(
            store(),
            { ref, version: 1, document: aDocument({ title }), reason: "" },
            actor,
          ),
        );
      const outcomes = await Promise.all([save("One"), save("Other")]);
      expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
      expect(outcomes.find((outcome) => outcome !== null)?.code).toBe("incident.stale_version");
      expect((await view()).version).toBe(2);
    });

    it("refuses a part larger than its whole and leaves the case and its sources as they were", async () => {
      const document = aDocument({
        groups: [...groups, aGroup("part", { partOf: "g", count: exactly(13) })],
        claims: [aClaim("c", "new")],
      });
      const newSources = [{ key: "new", source: aWrittenSource({ title: "never added" }) }];
      const error = await reviseIncident(
        store(),
        { ref, version: 1, document, newSources, reason: "" },
        actor,
      ).catch((thrown) => thrown);
      expect(error.issues).toEqual([
        {
          path: "groups.1.count",
          code: "group.part_above_whole",
          values: { value: 13, max: 12 },
        },
      ]);
      expect(await view()).toMatchObject({ version: 1, document: original });
      const titles = await store()
        .read.select({ title: store().t.source.title })
        .from(store().t.source);
      expect(titles).not.toContainEqual({ title: "never added" });
    });

    it("adds claims whatever the version, and the headline follows them", async () => {
      const claims = [
        newClaim({ field: "count", groupId: "g", count: exactly(20) }),
        newClaim({ sourceId: "new", field: "count", groupId: "g", count: exactly(29) }),
      ];
      const newSources = [{ key: "new", source: aWrittenSource({ publisher: "Paper" }) }];
      await reviseIncident(store(), { ref, version: 1, document: original, reason: "" }, actor);
      const attached = await attachClaims(store(), { ref, claims, newSources, reason: "" }, actor);
      expect(attached).toEqual({ version: 3 });
      const { document, headline } = await view();
      expect(document.claims).toHaveLength(2);
      expect(headline).toMatchObject({
        persons: { low: 20, high: 29 },
        corroboration: "contested",
        independentSources: 2,
      });
    });

    it("refuses a claim whose value is missing or of another field", async () => {
      const claims = [
        newClaim({ field: "count", groupId: "g" }),
        newClaim({ field: "place", count: exactly(1) }),
      ];
      const error = await attachClaims(store(), { ref, claims, reason: "" }, actor).catch(
        (thrown) => thrown,
      );
      expect(
        error.issues.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`),
      ).toEqual([
        "claims.0.count claim.value_missing",
        "claims.1.place claim.value_missing",
        "claims.1.count claim.value_of_other_field",
        "claims.1.eventId claim.needs_event",
      ]);
      expect((await view()).version).toBe(1);
    });

    it("assesses a claim, and a rejected one no longer counts", async () => {
      const claims = [newClaim({ field: "count", groupId: "g", count: exactly(20) })];
      await attachClaims(store(), { ref, claims, reason: "" }, actor);
      const claimId = (await view()).document.claims[0]!.id;
      const assess = { ref, claimId, assessment: "rejected", credibility: 5, reason: "" } as const;
      await assessClaim(store(), assess, actor);
      const { document, headline } = await view();
      expect(document.claims[0]).toMatchObject({ assessment: "rejected", credibility: 5 });
      expect(headline.persons).toEqual(exactly(12));
      const unknown = { ...assess, claimId: "none" };
      expect(await failure(assessClaim(store(), unknown, actor))).toEqual({
        code: "claim.not_found",
        values: { id: "none" },
      });
      const nonsense = { ...assess, assessment: "perhaps" as "accepted" };
      expect((await failure(assessClaim(store(), nonsense, actor)))?.code).toBe("invalid_input");
    });

    it("takes an incident back for a reason, after which nothing changes it", async () => {
      const retract = (version: number, reason: string) =>
        failure(retractIncident(store(), { ref, version, reason }, actor));
      expect((await retract(1, " "))?.code).toBe("invalid_input");
      expect((await retract(7, "Not true."))?.code).toBe("incident.stale_version");
      expect(await retract(1, "Not true.")).toBeNull();
      expect(await view()).toMatchObject({
        reviewStatus: "retracted",
        retractedReason: "Not true.",
        version: 2,
        document: original,
      });
      const revise = { ref, version: 2, document: original, reason: "" };
      for (const again of [
        () => reviseIncident(store(), revise, actor),
        () => attachClaims(store(), { ref, claims: [], reason: "" }, actor),
        () => retractIncident(store(), { ref, version: 2, reason: "Again." }, actor),
      ])
        expect((await failure(again()))?.code).toBe("incident.retracted");
    });

    it("knows no incident of another reference", async () => {
      const input = { ref: "INC-222222", version: 1, document: original, reason: "" };
      expect((await failure(reviseIncident(store(), input, actor)))?.code).toBe(
        "incident.not_found",
      );
    });

    it("is refused to whoever only reads", async () => {
      const viewer = { id: "viewer", role: "viewer" } as const;
      const input = { ref, version: 1, document: original, reason: "" };
      for (const work of [
        reviseIncident(store(), input, viewer),
        attachClaims(store(), { ref, claims: [], reason: "" }, viewer),
        retractIncident(store(), input, { id: "researcher", role: "researcher" }),
      ])
        expect((await failure(work))?.code).toBe("not_allowed");
    });

    it("leaves a log whose chain is whole", async () => {
      expect((await checkLog(store(), ADMIN)).faults).toEqual([]);
    });
  },
  { gazetteer: true },
);
