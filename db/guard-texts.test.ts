import { beforeEach, expect, it } from "vitest";
import type { Actor } from "../domain/actor";
import type { InvalidInput } from "../domain/errors";
import type { IncidentDocument } from "../domain/incident";
import { LOG_TABLE } from "../domain/log-table";
import { parseTableRequest } from "../domain/table-params";
import { aClaim, aDocument } from "../domain/testing-documents";
import { addSource } from "./commands/add-source";
import { assessClaim } from "./commands/assess-claim";
import { attachClaims } from "./commands/attach-claims";
import { commentOnIncident } from "./commands/comment-on-incident";
import { logIncident } from "./commands/log-incident";
import { restoreIncident } from "./commands/restore-incident";
import { reviseIncident } from "./commands/revise-incident";
import { reviseSource } from "./commands/revise-source";
import { sendBack } from "./commands/send-back";
import { submitForReview } from "./commands/submit-for-review";
import { checkLog } from "./queries/check-log";
import { getIncident } from "./queries/get-incident";
import { listLog } from "./queries/list-log";
import { listMarks } from "./queries/list-marks";
import { onBothEngines } from "./testing";
import { addColleague } from "./testing-colleagues";
import { aWrittenSource } from "./testing-tables";

const writer: Actor = { id: "writer", role: "researcher" };
const other: Actor = { id: "other", role: "admin" };
const NAMED = "The spokesman Kim Song-ho denied it in Tumen.";
const KEEP = { kind: "name", words: "Kim Song-ho", reason: "He speaks in office." } as const;

onBothEngines("a likely name", (store) => {
  const log = (document: IncidentDocument, rest: object = {}) =>
    logIncident(store(), { document, ...rest }, writer);
  const issues = (work: Promise<unknown>) =>
    work.then(
      () => [],
      (error: InvalidInput) =>
        error.issues.map(({ path, code, values }) => [path, code, values?.value]),
    );
  const asked = (path: string) => [[path, "personal_data.undecided", "Kim Song-ho"]];
  const revise = (ref: string, version: number, summary: string, rest: object = {}) =>
    reviseIncident(
      store(),
      { ref, version, document: aDocument({ summary }), reason: "", ...rest },
      other,
    );
  const marks = async (ref: string) => (await listMarks(store(), writer, ref))!;

  beforeEach(async () => {
    await addColleague(store(), { id: "writer", name: "Wren", role: "researcher" }).catch(() => {});
  });

  it("is asked for once for each field, and the name of a place is not", async () => {
    const document = aDocument({ title: "Held in Sinuiju", summary: `${NAMED} ${NAMED}` });
    expect(await issues(log(document))).toEqual(asked("summary"));
    expect(await issues(log(aDocument({ summary: "Held in Ho Chi Minh City." })))).toEqual([]);
  });

  it("stays with a reason, which is logged with who gave it, and is not asked for again", async () => {
    const { ref } = await log(aDocument({ summary: NAMED }), { keep: [KEEP] });
    const address = new URLSearchParams(`action=keep_words&reference=${ref}`);
    const { request } = parseTableRequest(LOG_TABLE, address);
    const { rows } = await listLog(store(), other, request);
    expect(rows).toMatchObject([{ actor: "writer", after: { kept: [KEEP] } }]);
    expect((await checkLog(store(), other)).faults).toEqual([]);

    expect(await issues(revise(ref, 1, `${NAMED} Once more: KIM SONG HO.`))).toEqual([]);
    expect(await marks(ref)).toMatchObject([
      {
        source: null,
        path: "summary",
        words: "Kim Song-ho",
        before: "The spokesman ",
        kept: { by: { id: "writer", name: "Wren" }, reason: "He speaks in office." },
      },
      { words: "KIM SONG HO", kept: { by: { name: "Wren" } } },
    ]);
    const second = await log(aDocument({ title: "Another" }));
    expect(await issues(revise(second.ref, 1, NAMED))).toEqual(asked("summary"));
  });

  it("needs a reason, and no reason keeps a number", async () => {
    const keep = { ...KEEP, reason: " " };
    expect(await issues(log(aDocument({ summary: NAMED }), { keep: [keep] }))).toEqual([
      ["keep.0.reason", "text.required", ""],
      ...asked("summary"),
    ]);
    const phone = { kind: "phone", words: "010-0000-4821", reason: "The office." } as const;
    expect(
      await issues(log(aDocument({ summary: "Call 010-0000-4821" }), { keep: [phone] })),
    ).toEqual([["summary", "personal_data.blocked", "010-0000-4821"]]);
  });

  it("is kept for a source and an incident in one go, and shown to the reviewer in both", async () => {
    const source = aWrittenSource({ publisher: "Kim Song-ho", storedText: `${NAMED} ${NAMED}` });
    const document = aDocument({ claims: [aClaim("c", "new", { quote: NAMED })] });
    const newSources = [{ key: "new", source }];
    expect(await issues(log(document, { newSources }))).toEqual([
      ...asked("newSources.0.publisher"),
      ...asked("claims.0.quote"),
    ]);
    const { ref } = await log(document, { newSources, keep: [KEEP] });
    const found = await marks(ref);
    expect(found.map(({ source: of, path, kept }) => [of !== null, path, kept?.reason])).toEqual([
      [false, "claims.0.quote", KEEP.reason],
      [true, "publisher", KEEP.reason],
    ]);
    const [cited] = (await getIncident(store(), writer, ref))!.sources;
    const revised = {
      ref: cited!.ref,
      version: 1,
      source: { ...source, title: NAMED },
      reason: "",
    };
    expect(await issues(reviseSource(store(), revised, writer))).toEqual([]);
  });

  it("kept in a comment or a reason is not thereby kept in the incident", async () => {
    const { ref } = await log(aDocument());
    const comment = { ref, claimId: null, body: NAMED, mentions: [] };
    expect(await issues(commentOnIncident(store(), comment, writer))).toEqual(asked("body"));
    await commentOnIncident(store(), { ...comment, keep: [KEEP] }, writer);
    const step = { ref, version: 1, reason: NAMED };
    expect(await issues(submitForReview(store(), step, writer))).toEqual(asked("reason"));
    await submitForReview(store(), { ...step, keep: [KEEP] }, writer);
    await sendBack(store(), { ...step, version: 2 }, other);
    expect(await issues(revise(ref, 3, NAMED))).toEqual(asked("summary"));
    await revise(ref, 3, NAMED, { keep: [KEEP] });
    expect(await issues(commentOnIncident(store(), comment, writer))).toEqual([]);
  });

  it("that stood there before the guard hinders neither an assessment nor a new claim, but an edit", async () => {
    const { id } = await addSource(store(), { source: aWrittenSource() }, writer);
    const statement = (quote: string) => aClaim("c", id, { quote, statement: "Held." });
    const { ref } = await log(aDocument({ claims: [statement("[name] said so.")] }));
    const { claim } = store().t;
    await store().tx(async (db) => {
      await db.update(claim).set({ quote: NAMED });
    });
    const assess = { ref, claimId: "c", assessment: "conflict", reason: "" } as const;
    expect(await issues(assessClaim(store(), assess, writer))).toEqual([]);
    const attach = (quote: string) =>
      attachClaims(store(), { ref, claims: [statement(quote)], reason: "" }, writer);
    expect(await issues(attach("Two held."))).toEqual([]);
    expect(await issues(attach(`Again. ${NAMED}`))).toEqual(asked("claims.2.quote"));
    const { document } = (await getIncident(store(), writer, ref))!;
    const edit = { ref, version: 3, document, reason: "" };
    expect(await issues(reviseIncident(store(), edit, writer))).toEqual(asked("claims.0.quote"));
    expect((await marks(ref)).map(({ kept }) => kept)).toEqual([null]);
  });

  it("in an earlier version is restored where it was kept, else with a reason or redacted", async () => {
    const { ref } = await log(aDocument({ summary: NAMED }), { keep: [KEEP] });
    await revise(ref, 1, "Nobody said so.");
    const restore = (version: number, restored: number, rest: object = {}) =>
      restoreIncident(store(), { ref, version, restored, reason: "Was right.", ...rest }, writer);
    expect(await issues(restore(2, 1))).toEqual([]);

    const { incident, keptMark } = store().t;
    await store().tx(async (db) => {
      await db.delete(keptMark);
      await db.update(incident).set({ summary: "" });
    });
    expect(await issues(restore(3, 1))).toEqual(asked("summary"));
    await restore(3, 1, { redact: true });
    const view = async () => (await getIncident(store(), writer, ref))!.document.summary;
    expect(await view()).toBe("The spokesman [name] denied it in Tumen.");
    await restore(4, 1, { keep: [KEEP] });
    expect(await view()).toBe(NAMED);
  });

  it("is listed for those who edit and review, for nobody else", async () => {
    const { ref } = await log(aDocument());
    const viewer: Actor = { id: "viewer", role: "viewer" };
    await expect(listMarks(store(), viewer, ref)).rejects.toMatchObject({ code: "not_allowed" });
    expect(await listMarks(store(), writer, "INC-000000")).toBeNull();
  });
});
