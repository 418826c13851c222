import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { z } from "zod";
import type { Actor } from "../domain/actor";
import { commentSchema } from "../domain/comment";
import { InvalidInput } from "../domain/errors";
import { incidentDocumentSchema } from "../domain/incident";
import { keepSchema } from "../domain/keep";
import { withTexts } from "../domain/personal-data/with-texts";
import { sourceSchema } from "../domain/source";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "../domain/testing-documents";
import { addSource } from "./commands/add-source";
import { assessClaim } from "./commands/assess-claim";
import { assessSource } from "./commands/assess-source";
import { attachClaims } from "./commands/attach-claims";
import { changeAccount } from "./commands/change-account";
import { changeSetting } from "./commands/change-setting";
import { changeView } from "./commands/change-view";
import { commentOnIncident } from "./commands/comment-on-incident";
import { decideNotSame } from "./commands/decide-not-same";
import { disputeIncident } from "./commands/dispute-incident";
import { linkIncidents, linkSchema } from "./commands/link-incidents";
import { logIncident } from "./commands/log-incident";
import { mergeIncidents } from "./commands/merge-incidents";
import { purgeRevisions } from "./commands/purge-revisions";
import { removeSampleCases } from "./commands/remove-sample-cases";
import { restoreIncident } from "./commands/restore-incident";
import { retractIncident } from "./commands/retract-incident";
import { reviseIncident } from "./commands/revise-incident";
import { reviseSource } from "./commands/revise-source";
import { saveView } from "./commands/save-view";
import { sendBack } from "./commands/send-back";
import { submitForReview } from "./commands/submit-for-review";
import { undoImport } from "./commands/undo-import";
import { unmergeIncident } from "./commands/unmerge-incident";
import { unpublishIncident } from "./commands/unpublish-incident";
import { verifyIncident } from "./commands/verify-incident";
import { previewAssessment } from "./queries/preview-assessment";
import { onBothEngines } from "./testing";
import { addColleague } from "./testing-colleagues";
import { aRow, importRows } from "./testing-import";
import { leaveMerged } from "./testing-merged";
import { aWrittenSource } from "./testing-tables";

const CALL = "Call 010-0000-4821.";
const admin: Actor = { id: "admin", role: "admin" };

/** The dotted paths of every text in a schema, of the first item in lists. */
function textPaths(schema: z.ZodType, path = ""): string[] {
  const at = (step: string) => (path === "" ? step : `${path}.${step}`);
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([field, inner]) =>
      textPaths(inner, at(field)),
    );
  if (schema instanceof z.ZodArray) return textPaths(schema.element as z.ZodType, at("0"));
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return textPaths(schema.unwrap() as z.ZodType, path);
  return schema instanceof z.ZodString ? [path] : [];
}

/** Those of them that take a sentence, whatever they are called. */
function freeTextPaths(schema: z.ZodType, whole: object): string[] {
  expect(schema.safeParse(whole).error).toBeUndefined();
  return textPaths(schema).filter(
    (path) => schema.safeParse(withTexts(whole, [{ path, text: CALL }])).success,
  );
}

const date = { ...days(null, null), text: "then", precision: null };
const place = { role: "at", locationId: "CN-YN" } as const;

onBothEngines("a phone number", (store) => {
  let sourceId = "";
  let sourceRef = "";
  let ref = "";
  let other = "";
  let gone = "";
  const judge: Actor = { id: "judge", role: "reviewer" };
  beforeAll(async () => {
    ({ id: sourceId, ref: sourceRef } = await addSource(
      store(),
      { source: aWrittenSource() },
      admin,
    ));
    const document = aDocument({ claims: [aClaim("c", sourceId, { statement: "Held." })] });
    ({ ref } = await logIncident(store(), { document }, admin));
    ({ ref: other } = await logIncident(store(), { document: aDocument() }, admin));
    ({ ref: gone } = await logIncident(store(), { document: aDocument() }, admin));
    await leaveMerged(store(), gone, other);
    await addColleague(store(), { id: "second", name: "Ada", role: "reviewer" });
  });
  const issuesOf = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error) => {
        if (!(error instanceof InvalidInput)) throw error;
        return error.issues;
      },
    );
  const blockedAt = async (work: Promise<unknown>) =>
    (await issuesOf(work))
      .filter(({ code, values }) => code === "personal_data.blocked" && values?.kind === "phone")
      .map(({ path, values }) => [path, values?.value]);
  const refusedAt = (path: string) => [[path, "010-0000-4821"]];

  it("is refused in every free text of an incident", async () => {
    const whole = aDocument({
      groups: [aGroup("g", { partOf: "g", nationality: "KP", circumstances: ["infant"] })],
      events: [
        anEvent("e", { date, places: [place], groups: [{ groupId: "g", count: exactly(1) }] }),
      ],
      claims: [aClaim("c", sourceId, { date, place, count: exactly(1), groupId: "g" })],
    });
    const paths = freeTextPaths(incidentDocumentSchema, whole);
    expect(paths).toContain("events.0.date.text");
    for (const path of paths) {
      const document = withTexts(whole, [{ path, text: CALL }]);
      expect(await blockedAt(logIncident(store(), { document }, admin))).toEqual(refusedAt(path));
    }
  });

  it("is refused in every free text of a source, alone and with an incident", async () => {
    const whole = aWrittenSource({ published: date, accessed: "2014-07-15", derivedFrom: ["s"] });
    const paths = freeTextPaths(sourceSchema, whole);
    expect(paths).toContain("storedText");
    for (const path of paths) {
      const source = withTexts(whole, [{ path, text: CALL }]);
      const newSources = [{ key: "n", source }];
      const added = addSource(store(), { source }, admin);
      expect(await blockedAt(added)).toEqual(refusedAt(path));
      const logged = logIncident(store(), { document: aDocument(), newSources }, admin);
      expect(await blockedAt(logged)).toEqual(refusedAt(`newSources.0.${path}`));
      const input = { ref: sourceRef, version: 1, source, reason: "" };
      expect(await blockedAt(reviseSource(store(), input, admin))).toEqual(refusedAt(path));
    }
  });

  it("is refused in every free text of a comment, a link and a reason to keep words", async () => {
    const comment = { claimId: "c", body: "Well.", mentions: ["second"] };
    for (const path of freeTextPaths(commentSchema, comment)) {
      const input = { ...withTexts(comment, [{ path, text: CALL }]), ref };
      expect(await blockedAt(commentOnIncident(store(), input, admin))).toEqual(refusedAt(path));
    }
    const link = { type: "related", note: "" } as const;
    for (const path of freeTextPaths(linkSchema, link)) {
      const input = { ...withTexts(link, [{ path, text: CALL }]), from: ref, to: other };
      expect(await blockedAt(linkIncidents(store(), input, admin))).toEqual(refusedAt(path));
    }
    // The words themselves are what was found in a text that is searched.
    const keep = { kind: "name", words: "Jean Doe", reason: "An official." } as const;
    const paths = freeTextPaths(keepSchema, keep).filter((path) => path !== "words");
    for (const path of paths) {
      const input = { document: aDocument(), keep: [withTexts(keep, [{ path, text: CALL }])] };
      expect(await blockedAt(logIncident(store(), input, admin))).toEqual(
        refusedAt(`keep.0.${path}`),
      );
    }
  });

  it("is refused in the name of a view, and in the words it searches for", async () => {
    const owner: Actor = { id: "second", role: "reviewer" };
    const query = `q=${encodeURIComponent(CALL)}`;
    const save = (name: string, asked: string) =>
      blockedAt(saveView(store(), { name, query: asked }, owner));
    expect(await save(CALL, "")).toEqual(refusedAt("name"));
    expect(await save("Mine", query)).toEqual(refusedAt("query"));
    const { id } = await saveView(store(), { name: "Mine", query: "" }, owner);
    const change = (input: object) => blockedAt(changeView(store(), { id, ...input }, owner));
    expect(await change({ name: CALL })).toEqual(refusedAt("name"));
    expect(await change({ query })).toEqual(refusedAt("query"));
  });

  /** All claims of the source in the incident, as it was shown. */
  async function judgeAnew(reason: string) {
    const asked = { source: sourceRef, assessment: "work_needed", refs: [ref] } as const;
    const shown = (await previewAssessment(store(), admin, { ...asked, refs: [ref] }))!;
    const incidents = shown.changes.map(({ ref, version }) => ({ ref, version }));
    return assessSource(store(), { ...asked, incidents, digest: shown.digest, reason }, admin);
  }

  /** Every command that takes a reason, called with this one. */
  const withReason: Record<string, (reason: string) => Promise<unknown>> = {
    "assess-claim": (reason) =>
      assessClaim(store(), { ref, claimId: "c", assessment: "accepted", reason }, admin),
    "assess-source": (reason) => judgeAnew(reason),
    "attach-claims": (reason) => attachClaims(store(), { ref, claims: [], reason }, admin),
    "change-account": (reason) =>
      changeAccount(store(), { id: "second", do: "close_account", reason }, admin),
    "change-setting": (reason) =>
      changeSetting(store(), { name: "one_person_review", value: true, reason }, admin),
    "decide-not-same": (reason) => decideNotSame(store(), { from: ref, to: other, reason }, admin),
    "dispute-incident": (reason) => disputeIncident(store(), { ref, version: 2, reason }, admin),
    "log-incident": (reason) => logIncident(store(), { document: aDocument(), reason }, admin),
    "merge-incidents": (reason) =>
      mergeIncidents(
        store(),
        {
          kept: { ref, version: 2 },
          gone: { ref: other, version: 1 },
          choice: { groups: {}, events: {} },
          reason,
        },
        judge,
      ),
    "purge-revisions": (reason) => purgeRevisions(store(), { entries: [1], reason }, admin),
    "remove-sample-cases": (reason) => removeSampleCases(store(), { reason }, admin),
    "restore-incident": (reason) =>
      restoreIncident(store(), { ref, version: 2, restored: 1, reason }, admin),
    "retract-incident": (reason) => retractIncident(store(), { ref, version: 2, reason }, admin),
    "revise-incident": (reason) =>
      reviseIncident(store(), { ref, version: 2, document: aDocument(), reason }, admin),
    "revise-source": (reason) =>
      reviseSource(
        store(),
        { ref: sourceRef, version: 1, source: aWrittenSource(), reason },
        admin,
      ),
    "send-back": (reason) => sendBack(store(), { ref, version: 2, reason }, admin),
    "submit-for-review": (reason) => submitForReview(store(), { ref, version: 2, reason }, admin),
    "undo-import": async (reason) => {
      const row = { document: aDocument(), newSources: [], kept: {} };
      const { id } = await importRows(store(), [aRow(2, row)]);
      return undoImport(store(), { id, reason }, admin);
    },
    "unmerge-incident": (reason) => unmergeIncident(store(), { ref: gone, reason }, admin),
    "unpublish-incident": (reason) => unpublishIncident(store(), { ref, reason }, admin),
    "verify-incident": (reason) =>
      verifyIncident(store(), { ref, version: 2, editedAt: null, reason }, admin),
  };
  /** In the version of the incident that each is called with it is a draft, and internal. */
  const NEEDS_REVIEW = ["dispute-incident", "send-back", "unpublish-incident", "verify-incident"];

  it("is refused in the reason of every command that takes one", async () => {
    const folder = "db/commands";
    const takeReasons = readdirSync(folder)
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .filter((file) => /\breason\??: string/.test(readFileSync(`${folder}/${file}`, "utf8")))
      .map((file) => file.replace(".ts", ""));
    expect(takeReasons.sort()).toEqual(Object.keys(withReason).sort());
    await assessClaim(store(), { ref, claimId: "c", assessment: "conflict", reason: "" }, admin);
    for (const [command, run] of Object.entries(withReason)) {
      if (NEEDS_REVIEW.includes(command)) continue;
      expect([command, await blockedAt(run(CALL))]).toEqual([command, refusedAt("reason")]);
    }
    const { incident } = store().t;
    await store().tx(
      async (db) =>
        void (await db.update(incident).set({ reviewStatus: "in_review", publication: "public" })),
    );
    for (const command of NEEDS_REVIEW)
      expect([command, await blockedAt(withReason[command]!(CALL))]).toEqual([
        command,
        refusedAt("reason"),
      ]);
  });
});
