import { isDeepStrictEqual } from "node:util";
import { INTENT, parse, STATE, type Submission, type SubmissionResult } from "@conform-to/dom";
import "server-only";
import type { z } from "zod";
import { type Issue, shown } from "../../domain/issue";
import { redactField } from "./redact-field";

/** How many rows a list of a form may have. An index alone can make a list of any length, and pages are drawn for all. */
const MAX_ROWS: Record<string, number> = { claims: 300 };
const MAX_OTHER_ROWS = 100;

/** What a form sent: all that was typed, or only the wish that a row come or go, with the answer to that. */
export type Sent<Form> =
  | { form: Form; refuse: (issues: readonly Issue[]) => SubmissionResult<Issue[]> }
  | { form: null; result: SubmissionResult<Issue[]> };

/** Takes what was sent into the shape of the form, whatever it was: nothing else goes back to the page. */
export function readSubmission<Form>(data: FormData, shape: z.ZodType<Form>): Sent<Form> {
  const redacted = redactField(data);
  const submission = parseSubmission(data);
  const reply = submission.reply();
  const initialValue = shape.parse(reply.initialValue) as typeof reply.initialValue;
  const beyond = [...data.keys()].find(
    (name) => isFieldName(name) && rowLimitBroken(name) !== null,
  );
  if (beyond !== undefined) {
    const values = { value: shown(beyond), max: rowLimitBroken(beyond)! };
    const error = byField([{ path: "", code: "form.too_many_rows", values }]);
    return { form: null, result: { ...reply, initialValue, status: "error", error } };
  }
  if (redacted) {
    const error = byField([redacted]);
    return { form: null, result: { ...reply, initialValue, status: "error", error } };
  }
  if (submission.status !== "success") return { form: null, result: { ...reply, initialValue } };
  return {
    form: shape.parse(submission.value),
    refuse: (issues) => ({ ...reply, initialValue, status: "error", error: byField(issues) }),
  };
}

function parseSubmission(data: FormData): Submission<unknown, Issue[]> {
  const sent = new FormData();
  for (const [name, value] of data.entries())
    if (typeof value === "string" && isFieldName(name) && rowLimitBroken(name) === null)
      sent.append(name, value);
  const resolve = (payload: unknown) => ({ value: payload });
  try {
    return parse<unknown, Issue[]>(sent, { resolve });
  } catch {
    // Not written by our own buttons: what is typed still counts, the wish does not.
    sent.delete(INTENT);
    sent.delete(STATE);
    return parse<unknown, Issue[]>(sent, { resolve });
  }
}

function isFieldName(name: string): boolean {
  if (name === INTENT || name === STATE) return true;
  return /^[a-z]\w*(\[\d+\]|\.[a-z]\w*)*$/i.test(name);
}

/** The limit that a field's row lies beyond; null where it lies beyond none. */
function rowLimitBroken(name: string): number | null {
  for (const [, list, index] of name.matchAll(/(\w+)\[(\d+)\]/g)) {
    const max = MAX_ROWS[list!] ?? MAX_OTHER_ROWS;
    if (Number(index) >= max) return max;
  }
  return null;
}

function byField(issues: readonly Issue[]): Record<string, Issue[]> {
  const error: Record<string, Issue[]> = {};
  for (const issue of issues) {
    const name = issue.path.replace(/\.(\d+)(?=\.|$)/g, "[$1]");
    const there = error[name] ?? [];
    // Words cited for several facts stand in one field.
    if (!there.some((known) => isDeepStrictEqual(known, issue))) error[name] = [...there, issue];
  }
  return error;
}
