import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import { aClaim, aDocument, aGroup, exactly } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { listRevisions } from "../queries/list-revisions";
import { listSourcesOf } from "../queries/list-sources-of";
import { previewAssessment } from "../queries/preview-assessment";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { verify } from "../testing-publication";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { assessClaim } from "./assess-claim";
import { assessSource } from "./assess-source";
import { logIncident } from "./log-incident";
import { retractIncident } from "./retract-incident";
import { reviseSource } from "./revise-source";

const admin = { id: "admin", role: "admin" } as const;
const writer: Actor = { id: "writer", role: "researcher" };
const reviewer: Actor = { id: "reviewer", role: "reviewer" };
const reason = "The paper took it back.";

onBothEngines("judging a source anew in several incidents", (store) => {
  let [wire, paper] = [
    { id: "", ref: "" },
    { id: "", ref: "" },
  ];
  let [both, paperOnly, wireOnly] = ["", "", ""];

  beforeAll(async () => {
    await addColleague(store(), { id: "reviewer", name: "Reviewer", role: "reviewer" });
    wire = await addSource(store(), { source: aWrittenSource({ publisher: "Wire" }) }, writer);
    paper = await addSource(store(), { source: aWrittenSource({ publisher: "Paper" }) }, writer);
  });

  beforeEach(async () => {
    const count = (id: string, source: string, n: number) =>
      aClaim(id, source, { field: "count", groupId: "g", count: exactly(n) });
    const log = async (title: string, claims: ReturnType<typeof count>[]) => {
      const document = aDocument({ title, groups: [aGroup("g")], claims });
      return (await logIncident(store(), { document }, writer)).ref;
    };
    both = await log("Both", [
      count("w", wire.id, 20),
      count("p", paper.id, 29),
      aClaim("s", paper.id, { statement: "They were seen." }),
    ]);
    paperOnly = await log("Paper only", [count("p", paper.id, 7)]);
    wireOnly = await log("Wire only", [count("w", wire.id, 3)]);
  });

  const preview = async (refs: string[], assessment: "rejected" | "accepted" = "rejected") =>
    (await previewAssessment(store(), writer, { source: paper.ref, assessment, refs }))!;
  /** As the form sends what was shown. */
  const sent = async (refs: string[]) => {
    const { changes, digest } = await preview(refs);
    const incidents = changes.map(({ ref, version }) => ({ ref, version }));
    return { source: paper.ref, assessment: "rejected", incidents, digest, reason } as const;
  };
  const view = async (ref: string) => (await getIncident(store(), writer, ref))!;
  const judged = async (ref: string) =>
    (await view(ref)).document.claims.map(({ id, assessment }) => `${id} ${assessment}`);

  it("is shown before it is done: which claims, which headline, what goes back to review", async () => {
    await verify(store(), both);
    const shown = await preview([both, wireOnly]);
    expect(shown.source).toEqual({ ref: paper.ref, publisher: "Paper", title: "" });
    expect(shown.changes).toMatchObject([
      {
        ref: both,
        title: "Both",
        reviewStatus: "verified",
        statusAfter: "in_review",
        ofSource: 2,
        claims: 2,
        before: { persons: { low: 20, high: 29 }, disagreement: ["persons"], sources: 2 },
        after: { persons: exactly(20), disagreement: [], sources: 1 },
      },
      { ref: wireOnly, reviewStatus: "draft", ofSource: 0, claims: 0 },
    ]);
    expect(shown.changes[1]!.before).toEqual(shown.changes[1]!.after);
    expect(await judged(both)).toEqual(["w accepted", "p accepted", "s accepted"]);
    expect((await view(both)).headline).toEqual(shown.changes[0]!.before);
  });

  it("changes what was shown and nothing else, with the reason in the log of each incident", async () => {
    await verify(store(), both);
    const [shown] = (await preview([both])).changes;
    const { version } = await view(wireOnly);
    const done = await assessSource(store(), await sent([both, paperOnly, wireOnly]), writer);
    expect(done).toEqual({ changed: [both, paperOnly] });
    expect(await judged(both)).toEqual(["w accepted", "p rejected", "s rejected"]);
    expect(await view(both)).toMatchObject({ reviewStatus: "in_review", headline: shown!.after });
    expect(await judged(paperOnly)).toEqual(["p rejected"]);
    expect((await view(wireOnly)).version).toBe(version);
    for (const ref of [both, paperOnly]) {
      const revisions = (await listRevisions(store(), writer, { ref }))!;
      const entries = revisions.filter(({ action }) => action === "assess_claim");
      expect(entries).toMatchObject([{ reason, actor: "writer", entity: "incident" }]);
    }
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });

  it("is refused whole where somebody saved one of them since, and says which", async () => {
    const asked = await sent([paperOnly, both]);
    const change = { ref: both, claimId: "w", assessment: "conflict", reason: "" } as const;
    await assessClaim(store(), change, reviewer);
    await expect(assessSource(store(), asked, writer)).rejects.toMatchObject({
      code: "selection.saved_since",
      values: { ref: both },
    });
    expect(await judged(paperOnly)).toEqual(["p accepted"]);
  });

  it("is refused where a source was changed since, so that other headlines would come of it", async () => {
    const asked = await sent([both]);
    const source = aWrittenSource({ publisher: "Wire", reliability: "A" });
    const [row] = await store().read.select().from(store().t.source);
    await reviseSource(
      store(),
      { ref: wire.ref, version: row!.version, source: { ...source, publisher: "" }, reason: "" },
      writer,
    );
    await expect(assessSource(store(), asked, writer)).rejects.toThrow("selection.moved_on");
    const another = { ...(await sent([both])), assessment: "accepted" } as const;
    await expect(assessSource(store(), another, writer)).rejects.toThrow("selection.moved_on");
  });

  it("is refused whole where one of them is retracted, or nothing would change", async () => {
    const { version } = await view(paperOnly);
    await retractIncident(store(), { ref: paperOnly, version, reason: "Not so." }, reviewer);
    expect((await preview([paperOnly])).changes).toMatchObject([{ statusAfter: null, claims: 1 }]);
    await expect(assessSource(store(), await sent([both, paperOnly]), writer)).rejects.toThrow(
      "incident.retracted",
    );
    expect(await judged(both)).toEqual(["w accepted", "p accepted", "s accepted"]);
    await expect(assessSource(store(), await sent([wireOnly]), writer)).rejects.toThrow(
      "selection.nothing_to_change",
    );
  });

  it("needs a reason, the right role, and a source and incidents that are there", async () => {
    const asked = await sent([both]);
    const refused = (rest: object, as: Actor = writer) =>
      expect(assessSource(store(), { ...asked, ...rest }, as)).rejects;
    await refused({ reason: " " }).toMatchObject({
      issues: [{ path: "reason", code: "text.required" }],
    });
    await refused({ incidents: [] }).toThrow("selection.none");
    await refused({ source: "SRC-222222" }).toThrow("source.not_found");
    await refused({ incidents: [{ ref: "INC-222222", version: 1 }] }).toThrow("incident.not_found");
    const viewer: Actor = { id: "viewer", role: "viewer" };
    await refused({}, viewer).toThrow("not_allowed");
    await expect(listSourcesOf(store(), viewer, [both])).rejects.toThrow("not_allowed");
    expect(
      await previewAssessment(store(), writer, {
        source: "SRC-222222",
        assessment: "accepted",
        refs: [both],
      }),
    ).toBeNull();
  });

  it("is offered for the sources that the incidents cite, with how much each says in them", async () => {
    expect(await listSourcesOf(store(), writer, [both, wireOnly])).toMatchObject([
      { ref: paper.ref, claims: 2, incidents: 1 },
      { ref: wire.ref, claims: 2, incidents: 2 },
    ]);
  });
});
