import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import type { DomainError } from "../../domain/errors";
import { aClaim, aDocument } from "../../domain/testing-documents";
import { checkLog } from "../queries/check-log";
import { getReview } from "../queries/get-review";
import { listColleagues } from "../queries/list-colleagues";
import { listMentions } from "../queries/list-mentions";
import { listRevisions } from "../queries/list-revisions";
import { onBothEngines } from "../testing";
import { addColleague } from "../testing-colleagues";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { assignIncident } from "./assign-incident";
import { commentOnIncident } from "./comment-on-incident";
import { logIncident } from "./log-incident";
import { resolveComment } from "./resolve-comment";
import { retractIncident } from "./retract-incident";

onBothEngines("working on an incident together", (store) => {
  const writer: Actor = { id: "writer", role: "researcher" };
  const admin: Actor = { id: "admin", role: "admin" };
  const viewer: Actor = { id: "advocate", role: "viewer" };
  let ref: string;
  const countEntries = async () => (await checkLog(store(), admin)).entries;
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code, values }: DomainError) => ({ code, values }),
    );
  const issues = (work: Promise<unknown>) => work.catch((error) => error.issues);
  const review = async (actor: Actor = writer) => (await getReview(store(), actor, ref))!;
  const say = (rest: Partial<Parameters<typeof commentOnIncident>[1]> = {}, actor = writer) =>
    commentOnIncident(
      store(),
      { ref, claimId: null, body: "Which Tumen?", mentions: [], ...rest },
      actor,
    );
  const assign = async (assigneeId: string | null, actor = writer) =>
    assignIncident(store(), { ref, version: (await review()).version, assigneeId }, actor);

  beforeAll(async () => {
    await addColleague(store(), { id: "writer", name: "Wren", role: "researcher" });
    await addColleague(store(), { id: "second", name: "Ada", role: "reviewer" });
    await addColleague(store(), { id: "advocate", name: "Viv", role: "viewer" });
    await addColleague(store(), { id: "gone", name: "Gil", role: "researcher", banned: true });
  });
  beforeEach(async () => {
    const { id } = await addSource(store(), { source: aWrittenSource() }, writer);
    const document = aDocument({ claims: [aClaim("c", id, { statement: "Held." })] });
    ({ ref } = await logIncident(store(), { document }, writer));
  });

  describe("a comment", () => {
    it("stands on the incident or on a claim, with who said it and whom it asks", async () => {
      await say({ body: " First.\r\nSecond. ", mentions: ["second", "second"] });
      await say({ claimId: "c", body: "Not so." }, { id: "local", role: "admin" });
      expect((await review()).comments).toMatchObject([
        {
          claimId: null,
          author: { id: "writer", name: "Wren" },
          body: "First.\nSecond.",
          mentions: [{ id: "second", name: "Ada" }],
          resolved: null,
        },
        { claimId: "c", author: { id: "local", name: "local" }, body: "Not so.", mentions: [] },
      ]);
    });

    it("moves neither the version nor who wrote the incident last, and is logged apart from it", async () => {
      const { version, edited } = await review();
      const before = await countEntries();
      await say({}, { id: "second", role: "reviewer" });
      expect(await review()).toMatchObject({ version, edited });
      expect(await countEntries()).toBe(before + 1);
      expect(await listRevisions(store(), writer, { ref })).toMatchObject([{ action: "log" }]);
    });

    it("is refused empty, too long, or with what cannot be stored", async () => {
      for (const [body, code] of [
        [" ", "text.required"],
        ["x".repeat(5_001), "text.too_long"],
        ["a\0b", "text.not_storable"],
        ["\udc00", "text.not_storable"],
      ] as const)
        expect(await issues(say({ body })), body.slice(0, 9)).toMatchObject([
          { path: "body", code },
        ]);
      expect(await issues(say({ body: "x".repeat(5_000) }))).toHaveProperty("id");
    });

    it("mentions only accounts in use that may read it, or oneself", async () => {
      const unknown = ["nobody", "advocate", "gone", "x".repeat(200)];
      expect(await issues(say({ mentions: ["second", "writer", ...unknown] }))).toMatchObject(
        unknown.map(() => ({ path: "mentions", code: "account.unknown" })),
      );
      for (const mentions of [["a\0b"], Array.from({ length: 21 }, (_, n) => `a${n}`)])
        expect((await failure(say({ mentions })))?.code).toBe("invalid_input");
      expect((await review()).comments).toEqual([]);
    });

    it("needs a claim and an incident that are there, and one that is not retracted", async () => {
      expect((await failure(say({ claimId: "none" })))?.code).toBe("claim.not_found");
      expect((await failure(say({ claimId: "a\0b" })))?.code).toBe("invalid_input");
      expect((await failure(say({ ref: "INC-222222" })))?.code).toBe("incident.not_found");
      const { id } = await say();
      await retractIncident(store(), { ref, version: 1, reason: "Not true." }, admin);
      expect((await failure(say()))?.code).toBe("incident.retracted");
      expect((await failure(resolveComment(store(), { id }, writer)))?.code).toBe(
        "incident.retracted",
      );
    });

    it("is resolved once, by whoever does it first", async () => {
      const { id } = await say();
      const before = await countEntries();
      await resolveComment(store(), { id }, { id: "second", role: "reviewer" });
      await resolveComment(store(), { id }, writer);
      expect(await countEntries()).toBe(before + 1);
      expect((await review()).comments).toMatchObject([
        { resolved: { by: { id: "second", name: "Ada" }, at: expect.any(Number) } },
      ]);
      for (const other of ["none", "a\0b", ""])
        expect((await failure(resolveComment(store(), { id: other }, writer)))?.code).toBe(
          "comment.not_found",
        );
    });

    it("is neither made nor resolved nor seen by who only reads", async () => {
      const { id } = await say();
      await assign("second");
      expect((await failure(say({}, viewer)))?.code).toBe("not_allowed");
      expect((await failure(resolveComment(store(), { id }, viewer)))?.code).toBe("not_allowed");
      await expect(review(viewer)).rejects.toThrow("not_allowed");
      await expect(listMentions(store(), viewer)).rejects.toThrow("not_allowed");
      await expect(getReview(store(), { id: "", role: "public" }, ref)).rejects.toThrow(
        "not_allowed",
      );
    });

    it("is listed for whom it mentions until it is resolved", async () => {
      const second: Actor = { id: "second", role: "reviewer" };
      const before = (await listMentions(store(), second)).length;
      const { id } = await say({ mentions: ["second"] });
      await say({ body: 'Not a mention of "second".' });
      const mentions = await listMentions(store(), second);
      expect(mentions).toHaveLength(before + 1);
      expect(mentions[0]).toMatchObject({
        id,
        ref,
        body: "Which Tumen?",
        author: { name: "Wren" },
      });
      expect(await listMentions(store(), { ...second, id: "sec" })).toEqual([]);
      await resolveComment(store(), { id }, writer);
      expect(await listMentions(store(), second)).toHaveLength(before);
    });
  });

  describe("an assignment", () => {
    it("is to an account that may edit, to oneself, or to nobody, and logged", async () => {
      for (const id of ["second", "writer", null]) {
        await assign(id);
        expect((await review()).assignee?.id ?? null).toBe(id);
      }
      const own: Actor = { id: "local", role: "admin" };
      await assign("local", own);
      expect((await review()).assignee).toEqual({ id: "local", name: "local" });
      expect((await listRevisions(store(), writer, { ref }))[0]).toMatchObject({
        action: "assign",
        version: 5,
        before: { assigneeId: null },
        after: { assigneeId: "local" },
      });
      expect((await review()).edited?.by.id).toBe("writer");
    });

    it("is refused to an account that is unknown, closed, or may only read", async () => {
      for (const id of ["nobody", "gone", "advocate", "a\0b", "x".repeat(10_000)])
        expect(await issues(assign(id)), id.slice(0, 9)).toMatchObject([
          { path: "assigneeId", code: "account.unknown" },
        ]);
      expect((await review()).version).toBe(1);
    });

    it("is refused after another change, on what is retracted, and to who only reads", async () => {
      const stale = { ref, version: 7, assigneeId: "second" };
      expect((await failure(assignIncident(store(), stale, writer)))?.code).toBe(
        "incident.stale_version",
      );
      expect((await failure(assign("second", viewer)))?.code).toBe("not_allowed");
      await retractIncident(store(), { ref, version: 1, reason: "Not true." }, admin);
      expect((await failure(assign("second")))?.code).toBe("incident.retracted");
    });

    it("offers the accounts in use that may edit, by name", async () => {
      expect(await listColleagues(store(), writer)).toEqual([
        { id: "second", name: "Ada" },
        { id: "writer", name: "Wren" },
      ]);
      await expect(listColleagues(store(), viewer)).rejects.toThrow("not_allowed");
    });
  });

  it("leaves a log whose chain is whole", async () => {
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });
});
