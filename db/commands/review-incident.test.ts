import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../../domain/actor";
import type { DomainError } from "../../domain/errors";
import { REVIEW_RULES, REVIEW_STEPS, type ReviewStep, statusAfter } from "../../domain/review";
import { aClaim, aDocument, aGroup, exactly } from "../../domain/testing-documents";
import { REVIEW_STATUSES, type ReviewStatus } from "../../domain/vocabulary";
import { checkLog } from "../queries/check-log";
import { getIncident } from "../queries/get-incident";
import { getReview } from "../queries/get-review";
import { getSettings } from "../queries/get-settings";
import { listRevisions } from "../queries/list-revisions";
import { onBothEngines } from "../testing";
import { aWrittenSource } from "../testing-tables";
import { addSource } from "./add-source";
import { assessClaim } from "./assess-claim";
import { attachClaims } from "./attach-claims";
import { changeSetting } from "./change-setting";
import { commentOnIncident } from "./comment-on-incident";
import { disputeIncident } from "./dispute-incident";
import { logIncident } from "./log-incident";
import { retractIncident } from "./retract-incident";
import { reviseIncident } from "./revise-incident";
import { reviseSource } from "./revise-source";
import { sendBack } from "./send-back";
import { submitForReview } from "./submit-for-review";
import { verifyIncident } from "./verify-incident";

onBothEngines("reviewing an incident", (store) => {
  const writer: Actor = { id: "writer", role: "researcher" };
  const reviewer: Actor = { id: "reviewer", role: "reviewer" };
  const admin: Actor = { id: "admin", role: "admin" };
  const source = aWrittenSource({ publisher: "Wire", storedText: "All of it.", reliability: "B" });
  let ref: string;
  const countEntries = async () => (await checkLog(store(), admin)).entries;
  let wire: { id: string; ref: string };
  const view = async () => (await getIncident(store(), admin, ref))!;
  const review = async () => (await getReview(store(), admin, ref))!;
  const failure = (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code, values }: DomainError) => ({ code, values }),
    );
  const input = async (reason = "Because.") => ({
    ref,
    version: (await view()).version,
    editedAt: (await review()).edited?.at ?? null,
    reason,
  });
  const commands = {
    submit: submitForReview,
    verify: verifyIncident,
    send_back: sendBack,
    dispute: disputeIncident,
    retract: retractIncident,
  } as const satisfies Record<ReviewStep, unknown>;
  const take = async (step: ReviewStep, actor: Actor = reviewer, reason?: string) =>
    failure(commands[step](store(), await input(reason), actor));
  const onePerson = (value: boolean) =>
    changeSetting(
      store(),
      { name: "one_person_review", value, reason: "Only one is left." },
      admin,
    );
  /** Brings the fresh draft to a status by the commands themselves. */
  const bringTo = async (status: ReviewStatus) => {
    const ways: Record<ReviewStatus, ReviewStep[]> = {
      draft: [],
      in_review: ["submit"],
      verified: ["submit", "verify"],
      disputed: ["submit", "dispute"],
      retracted: ["retract"],
    };
    for (const step of ways[status]) expect(await take(step), step).toBeNull();
    expect((await view()).reviewStatus).toBe(status);
  };
  const snapshots = async () => {
    const { incident, verifiedVersion } = store().t;
    const rows = await store()
      .read.select({ verified: verifiedVersion })
      .from(verifiedVersion)
      .innerJoin(incident, eq(incident.id, verifiedVersion.incidentId))
      .where(eq(incident.ref, ref))
      .orderBy(verifiedVersion.number);
    return rows.map(({ verified }) => verified);
  };

  beforeEach(async () => {
    await onePerson(false);
    wire = await addSource(store(), { source }, writer);
    const document = aDocument({
      title: "Twelve held",
      groups: [aGroup("g")],
      claims: [aClaim("c", wire.id, { field: "count", groupId: "g", count: exactly(12) })],
    });
    ({ ref } = await logIncident(store(), { document }, writer));
  });

  describe.each(REVIEW_STATUSES)("one that is %s", (status) => {
    it.each(REVIEW_STEPS)(
      "takes the step %s as the rules have it, or stays as it is",
      async (step) => {
        await bringTo(status);
        const before = await view();
        const entries = await countEntries();
        const refused = await take(step);
        const next = statusAfter(status, step);
        const now = await view();
        expect(now.document).toEqual(before.document);
        if (next === null) {
          expect(refused).toEqual(
            status === "retracted"
              ? { code: "incident.retracted", values: { ref } }
              : { code: "review.not_possible", values: { step, status } },
          );
          expect(now).toEqual(before);
          expect(await countEntries()).toBe(entries);
          return;
        }
        expect(refused).toBeNull();
        expect(now).toMatchObject({ reviewStatus: next, version: before.version + 1 });
        expect(now.publication).toBe("internal");
        expect(await countEntries()).toBe(entries + 1);
        expect((await listRevisions(store(), admin, { ref }))[0]).toMatchObject({
          action: step,
          actor: "reviewer",
          version: before.version + 1,
          reason: "Because.",
          before: { reviewStatus: status },
          after: { reviewStatus: next },
        });
      },
    );
  });

  it.each(REVIEW_STEPS)(
    "the step %s is refused to every role below the one it needs",
    async (step) => {
      await bringTo(REVIEW_RULES[step].from[0]!);
      const needed = step === "submit" ? "researcher" : "reviewer";
      const below = (["public", "viewer", "researcher"] as const).filter((role) => role !== needed);
      for (const role of below) {
        const refused = await take(step, { id: "somebody", role });
        expect(refused, role).toEqual({
          code: "not_allowed",
          values: { permission: REVIEW_RULES[step].permission },
        });
      }
      expect((await view()).reviewStatus).toBe(REVIEW_RULES[step].from[0]);
    },
  );

  it.each(REVIEW_STEPS)(
    "the step %s is refused where somebody has saved meanwhile",
    async (step) => {
      await bringTo(REVIEW_RULES[step].from[0]!);
      const stale = { ...(await input()), version: 77 };
      expect(await failure(commands[step](store(), stale, reviewer))).toMatchObject({
        code: "incident.stale_version",
        values: { given: 77 },
      });
      const nowhere = { ...stale, ref: "INC-222222" };
      expect((await failure(commands[step](store(), nowhere, reviewer)))?.code).toBe(
        "incident.not_found",
      );
    },
  );

  it.each(REVIEW_STEPS)(
    "the step %s keeps a reason it can keep, and needs one to judge against",
    async (step) => {
      await bringTo(REVIEW_RULES[step].from[0]!);
      for (const reason of ["x".repeat(2_001), "a\0b", "\ud800"])
        expect((await take(step, reviewer, reason))?.code).toBe("invalid_input");
      const without = await take(step, reviewer, " ");
      const needed = ["send_back", "dispute", "retract"].includes(step);
      expect(without?.code ?? null).toBe(needed ? "invalid_input" : null);
    },
  );

  it("lets one of two verify at the same moment", async () => {
    await bringTo("in_review");
    const same = await input();
    const outcomes = await Promise.all([
      failure(verifyIncident(store(), same, reviewer)),
      failure(verifyIncident(store(), same, admin)),
    ]);
    expect(outcomes.filter((outcome) => outcome === null)).toHaveLength(1);
    expect(outcomes.find((outcome) => outcome !== null)?.code).toBe("incident.stale_version");
    expect(await snapshots()).toHaveLength(1);
  });

  describe("verifying", () => {
    it("keeps the incident as it is, with every source it cites, and counts the versions up", async () => {
      await bringTo("verified");
      const first = await view();
      expect(await snapshots()).toEqual([
        {
          incidentId: expect.any(String),
          number: 1,
          version: first.version,
          document: first.document,
          sources: [{ ...source, storedText: "", id: wire.id, ref: wire.ref }],
          verifiedAt: expect.any(Number),
          verifiedBy: "reviewer",
          bySamePerson: false,
          edition: null,
          publishedAt: null,
          closed: [],
        },
      ]);
      const document = { ...first.document, title: "Thirteen held" };
      await reviseIncident(store(), { ...(await input()), document }, writer);
      expect(await take("verify")).toBeNull();
      const [old, fresh] = await snapshots();
      expect([old!.document.title, fresh!.document.title]).toEqual([
        "Twelve held",
        "Thirteen held",
      ]);
      expect(fresh).toMatchObject({ number: 2, version: (await view()).version });
      const { incident } = store().t;
      const [row] = await store().read.select().from(incident).where(eq(incident.ref, ref));
      expect(row!.verifiedNumber).toBe(2);
    });

    it("is refused to whoever wrote it last, an admin too, and lets another", async () => {
      const own = { id: "writer", role: "admin" } as const;
      await bringTo("in_review");
      expect(await take("verify", own)).toEqual({ code: "review.own_edit", values: { ref } });
      expect(await snapshots()).toEqual([]);
      expect(await take("verify", reviewer)).toBeNull();
    });

    it.each(["editing", "adding a claim", "assessing a claim", "changing a source it cites"])(
      "counts %s as writing",
      async (how) => {
        await bringTo("in_review");
        const { id: _id, ...claim } = aClaim("", wire.id, { statement: "Held." });
        const edits: Record<string, () => Promise<unknown>> = {
          editing: async () => {
            const document = { ...(await view()).document, summary: "More." };
            return reviseIncident(store(), { ...(await input()), document }, reviewer);
          },
          "adding a claim": () =>
            attachClaims(store(), { ref, claims: [claim], reason: "" }, reviewer),
          "assessing a claim": () =>
            assessClaim(
              store(),
              { ref, claimId: "c", assessment: "conflict", reason: "" },
              reviewer,
            ),
          "changing a source it cites": () =>
            reviseSource(
              store(),
              { ref: wire.ref, version: 1, source: { ...source, reliability: "A" }, reason: "" },
              reviewer,
            ),
        };
        await edits[how]!();
        expect((await review()).edited?.by.id).toBe("reviewer");
        expect((await take("verify"))?.code).toBe("review.own_edit");
        expect(await take("verify", admin)).toBeNull();
      },
    );

    it("does not count a comment, a step of the review, or saving what was there already", async () => {
      await bringTo("in_review");
      const comment = { ref, claimId: null, body: "Which Tumen?", mentions: [] };
      await commentOnIncident(store(), comment, reviewer);
      await take("send_back", reviewer);
      await take("submit", reviewer);
      const { document } = await view();
      await reviseIncident(store(), { ...(await input()), document }, reviewer);
      await reviseSource(store(), { ref: wire.ref, version: 1, source, reason: "" }, reviewer);
      expect((await review()).edited?.by.id).toBe("writer");
      expect((await take("verify", { ...writer, role: "reviewer" }))?.code).toBe("review.own_edit");
      expect(await take("verify")).toBeNull();
    });

    it("is refused where a source it cites was changed after the page was read", async () => {
      await bringTo("in_review");
      const read = await input();
      const changed = { ...source, publisher: "Another wire" };
      await reviseSource(
        store(),
        { ref: wire.ref, version: 1, source: changed, reason: "" },
        writer,
      );
      expect(await failure(verifyIncident(store(), read, reviewer))).toEqual({
        code: "review.changed_since",
        values: { ref },
      });
    });

    it("is allowed to one person where an admin says so, and the incident tells", async () => {
      const own = { id: "writer", role: "reviewer" } as const;
      await onePerson(true);
      await bringTo("in_review");
      expect(await take("verify", own)).toBeNull();
      expect((await review()).verified).toMatchObject([{ number: 1, bySamePerson: true }]);
      await onePerson(false);
      await take("dispute");
      expect((await take("verify", own))?.code).toBe("review.own_edit");
    });

    it("says that two did it where two did, though one could have", async () => {
      await onePerson(true);
      await bringTo("verified");
      expect((await review()).verified).toMatchObject([{ bySamePerson: false }]);
    });
  });

  describe.each(["verified", "disputed"] as const)("one that is %s", (status) => {
    const { id: _id, ...claim } = aClaim("", "", { statement: "Held." });
    const edits = {
      revise: async () => {
        const document = { ...(await view()).document, title: "Changed" };
        await reviseIncident(store(), { ...(await input()), document }, writer);
      },
      attach_claims: async () => {
        const claims = [{ ...claim, sourceId: wire.id }];
        await attachClaims(store(), { ref, claims, reason: "" }, writer);
      },
      assess_claim: async () => {
        const assess = { ref, claimId: "c", assessment: "rejected", reason: "" } as const;
        await assessClaim(store(), assess, writer);
      },
      source_changed: async () => {
        const revised = { ...source, title: "Corrected" };
        const revise = { ref: wire.ref, version: 1, source: revised, reason: "" };
        await reviseSource(store(), revise, writer);
      },
    };

    it.each(Object.keys(edits) as (keyof typeof edits)[])(
      "is in review again after %s, in one entry of its log, and what was verified stays",
      async (action) => {
        await bringTo(status);
        const { version } = await view();
        const kept = await snapshots();
        await edits[action]();
        expect(await view()).toMatchObject({ reviewStatus: "in_review", version: version + 1 });
        const [last] = await listRevisions(store(), admin, { ref });
        expect(last).toMatchObject({
          action,
          actor: "writer",
          version: version + 1,
          before: { reviewStatus: status },
          after: { reviewStatus: "in_review" },
        });
        expect(await snapshots()).toEqual(kept);
        expect((await review()).edited?.by.id).toBe("writer");
      },
    );

    it("stays so when nothing is changed by a save", async () => {
      await bringTo(status);
      const { document } = await view();
      await reviseIncident(store(), { ...(await input()), document }, writer);
      expect((await view()).reviewStatus).toBe(status);
    });
  });

  it("a change of a source leaves a draft a draft and a retracted one retracted", async () => {
    const change = (version: number, title: string) =>
      reviseSource(
        store(),
        { ref: wire.ref, version, source: { ...source, title }, reason: "" },
        reviewer,
      );
    await change(1, "One");
    expect(await view()).toMatchObject({ reviewStatus: "draft", version: 1 });
    await bringTo("retracted");
    await change(2, "Two");
    expect(await view()).toMatchObject({ reviewStatus: "retracted", version: 2 });
    expect((await review()).edited?.by.id).toBe("reviewer");
  });

  it("an edit leaves what is public as it is", async () => {
    const { incident } = store().t;
    await bringTo("verified");
    await store().tx((db) =>
      db.update(incident).set({ publication: "public" }).where(eq(incident.ref, ref)),
    );
    const document = { ...(await view()).document, title: "Changed" };
    await reviseIncident(store(), { ...(await input()), document }, writer);
    await take("dispute");
    expect((await view()).publication).toBe("public");
  });

  it("a setting is switched by an admin alone, logged once, and off to begin with", async () => {
    const change = { name: "one_person_review", value: true, reason: "Two left." } as const;
    expect((await failure(changeSetting(store(), change, reviewer)))?.code).toBe("not_allowed");
    expect(await getSettings(store(), reviewer)).toEqual({ one_person_review: false });
    const before = await countEntries();
    await changeSetting(store(), change, admin);
    await changeSetting(store(), change, admin);
    expect(await getSettings(store(), reviewer)).toEqual({ one_person_review: true });
    expect(await countEntries()).toBe(before + 1);
    const odd = { ...change, name: "toString" as "one_person_review" };
    expect((await failure(changeSetting(store(), odd, admin)))?.code).toBe("invalid_input");
    const viewer = { id: "viewer", role: "viewer" } as const;
    await expect(getSettings(store(), viewer)).rejects.toThrow("not_allowed");
  });

  it("leaves a log whose chain is whole", async () => {
    expect((await checkLog(store(), admin)).faults).toEqual([]);
  });
});
