import { beforeAll, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import { riskNow } from "../../domain/at-risk";
import { REVIEW_SORT_KEYS, REVIEW_TABLE } from "../../domain/review-table";
import { parseTableRequest } from "../../domain/table-params";
import { aDocument, aGroup, anEvent, days } from "../../domain/testing-documents";
import type { EventType } from "../../domain/vocabulary";
import { type Clock, systemClock } from "../clock";
import { assignIncident } from "../commands/assign-incident";
import { commentOnIncident } from "../commands/comment-on-incident";
import { disputeIncident } from "../commands/dispute-incident";
import { logIncident } from "../commands/log-incident";
import { resolveComment } from "../commands/resolve-comment";
import { retractIncident } from "../commands/retract-incident";
import { reviseIncident } from "../commands/revise-incident";
import { submitForReview } from "../commands/submit-for-review";
import { verifyIncident } from "../commands/verify-incident";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { getIncident } from "./get-incident";
import { listReviewQueue } from "./list-review-queue";

const TODAY = "2026-06-01";

onBothEngines("the queue of what waits for a review", (store) => {
  const actor: Actor = { id: "me", role: "reviewer" };
  const writer: Actor = { id: "writer", role: "researcher" };
  const at = (now: number): Clock => ({ ...systemClock, now: () => now });
  const refs: Record<string, string> = {};
  const log = async (title: string, expected: EventType | null, lastNews: string, now: number) => {
    const groups = [aGroup("g")];
    const events = [
      anEvent("arrest", { date: days(lastNews, lastNews) }),
      ...(expected ? [anEvent("next", { type: expected, modality: "anticipated" })] : []),
    ];
    const document = aDocument({ title, groups, events });
    const { ref } = await logIncident(store(), { document }, writer, at(now));
    refs[title] = ref;
    return { ref, version: 1, reason: "Because." };
  };
  const submit = async (...logged: Parameters<typeof log>) => {
    const input = await log(...logged);
    await submitForReview(store(), input, writer, at(logged[3]));
    return { ...input, version: 2, editedAt: logged[3] };
  };

  beforeAll(async () => {
    await addColleague(store(), { id: "writer", name: "wren", role: "researcher" });
    await addColleague(store(), { id: "other", name: "Ada", role: "reviewer" });
    await submit("safe", null, "2026-05-01", 100);
    await submit("deported soon", "deportation", "2026-05-01", 300);
    await submit("deported sooner", "deportation", "2025-06-01", 200);
    await submit("tried soon", "sentencing", "2026-05-01", 400);
    const stale = await submit("long ago", "deportation", "2025-05-31", 50);
    await log("only a draft", "deportation", "2026-05-01", 10);
    const doubted = await submit("doubted", null, "2026-05-01", 20);
    await disputeIncident(store(), doubted, actor, at(20));
    await verifyIncident(store(), await submit("done", "deportation", "2026-05-01", 30), actor);
    await retractIncident(store(), await submit("untrue", null, "2026-05-01", 40), actor);
    const assign = (title: string, assigneeId: string) =>
      assignIncident(store(), { ref: refs[title]!, version: 2, assigneeId }, actor);
    await assign("safe", "me");
    await assign("tried soon", "other");
    for (const n of [1, 2, 3]) {
      const comment = { ref: stale.ref, claimId: null, body: `${n}`, mentions: [] };
      const { id } = await commentOnIncident(store(), comment, writer);
      if (n === 3) await resolveComment(store(), { id }, actor);
    }
  });

  const list = (address = "", who = actor) =>
    listReviewQueue(
      store(),
      who,
      parseTableRequest(REVIEW_TABLE, new URLSearchParams(address)).request,
      TODAY,
    );
  const titles = async (address = "") => (await list(address)).rows.map(({ title }) => title);

  it("has what is in review: who is at risk of deportation first, and of those what waits longest", async () => {
    expect(await titles()).toEqual([
      "deported sooner",
      "deported soon",
      "tried soon",
      "long ago",
      "safe",
    ]);
  });

  it("tells the risk that a page of the incident tells", async () => {
    const { rows } = await list();
    expect(rows.map(({ headline }) => riskNow(headline, TODAY))).toMatchObject([
      { of: ["deportation"], stale: false },
      { of: ["deportation"], stale: false },
      { of: ["sentencing"], stale: false },
      { of: ["deportation"], stale: true },
      { of: [] },
    ]);
  });

  it("sorts by how long each waits", async () => {
    const oldest = ["long ago", "safe", "deported sooner", "deported soon", "tried soon"];
    expect(await titles("sort=waiting")).toEqual(oldest);
    expect(await titles("sort=-waiting")).toEqual(oldest.toReversed());
  });

  it("lists drafts and disputed ones where they are asked for, never verified or retracted ones", async () => {
    expect(await titles("also=draft&sort=waiting")).toEqual([
      "only a draft",
      "long ago",
      "safe",
      "deported sooner",
      "deported soon",
      "tried soon",
    ]);
    expect((await list("also=disputed")).total).toBe(6);
    expect((await list("also=draft&also=disputed")).total).toBe(7);
    expect(await list("also=verified")).toEqual({ rows: [], total: 0 });
  });

  it("lists what is mine, and what is nobody's", async () => {
    expect(await titles("assigned=mine")).toEqual(["safe"]);
    expect(await titles("assigned=nobody")).toEqual([
      "deported sooner",
      "deported soon",
      "long ago",
    ]);
    expect(await titles("assigned=mine&q=ago")).toEqual([]);
    expect(await titles("q=AGO")).toEqual(["long ago"]);
  });

  it("says who wrote it, who is to see to it, and how many comments are open", async () => {
    const { rows } = await list("sort=title");
    const found = Object.fromEntries(rows.map((row) => [row.title, row]));
    expect(found["tried soon"]).toMatchObject({
      ref: refs["tried soon"],
      reviewStatus: "in_review",
      editor: { id: "writer", name: "wren" },
      waitingSince: 400,
      assignee: { id: "other", name: "Ada" },
      openComments: 0,
      verified: 0,
    });
    expect(found["long ago"]).toMatchObject({ openComments: 2, assignee: null });
    expect(found.safe!.assignee).toEqual({ id: "me", name: "me" });
  });

  it("has every incident exactly once whatever it sorts by, on pages too", async () => {
    for (const key of REVIEW_SORT_KEYS)
      for (const sort of [key, `-${key}`])
        expect((await titles(`sort=${sort}&also=draft&also=disputed`)).sort(), sort).toEqual([
          "deported soon",
          "deported sooner",
          "doubted",
          "long ago",
          "only a draft",
          "safe",
          "tried soon",
        ]);
    expect(await list("page=2")).toEqual({ rows: [], total: 5 });
  });

  it("counts from when it came into review, and not from an edit while it waits", async () => {
    const revise = async (ref: string, title: string, now: number) => {
      const { document, version } = (await getIncident(store(), writer, ref))!;
      const changed = { ref, version, document: { ...document, title }, reason: "" };
      await reviseIncident(store(), changed, writer, at(now));
    };
    const since = async (title: string) =>
      (await list(`also=disputed&q=${title}`)).rows.map(({ waitingSince }) => waitingSince);
    await revise(refs.safe!, "safe still", 5000);
    expect(await since("safe")).toEqual([100]);
    expect((await titles("sort=waiting")).slice(0, 2)).toEqual(["long ago", "safe still"]);

    expect(await since("doubted")).toEqual([20]);
    await revise(refs.doubted!, "doubted once", 6000);
    await revise(refs.doubted!, "doubted twice", 7000);
    expect(await since("doubted")).toEqual([6000]);
  });

  it("finds nothing for what is not understood, and is refused to who only reads", async () => {
    for (const address of ["assigned=theirs", "also=nonsense", "q=%21", "colour=red"])
      expect(await list(address), address).toEqual({ rows: [], total: 0 });
    for (const role of ["public", "viewer"] as const)
      await expect(list("", { id: "x", role })).rejects.toThrow("not_allowed");
  });
});
