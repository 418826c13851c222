import { INTENT, parse, STATE, type Submission, type SubmissionResult } from "@conform-to/dom";
import "server-only";
import type { z } from "zod";
import type { Issue } from "../../domain/issue";

/** A row beyond this is no longer somebody's typing: an index alone can make a list of any length. */
const MAX_ROW = 9_999;

/** What a form sent: all that was typed, or only the wish that a row come or go, with the answer to that. */
export type Sent<Form> =
  | { form: Form; refuse: (issues: readonly Issue[]) => SubmissionResult<Issue[]> }
  | { form: null; result: SubmissionResult<Issue[]> };

/** Takes what was sent into the shape of the form, whatever it was: nothing else goes back to the page. */
export function readSubmission<Form>(data: FormData, shape: z.ZodType<Form>): Sent<Form> {
  const submission = parseSubmission(data);
  const reply = submission.reply();
  const initialValue = shape.parse(reply.initialValue) as typeof reply.initialValue;
  if (submission.status !== "success") return { form: null, result: { ...reply, initialValue } };
  return {
    form: shape.parse(submission.value),
    refuse: (issues) => ({ ...reply, initialValue, status: "error", error: byField(issues) }),
  };
}

function parseSubmission(data: FormData): Submission<unknown, Issue[]> {
  const sent = new FormData();
  for (const [name, value] of data.entries())
    if (typeof value === "string" && isFieldName(name)) sent.append(name, value);
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
  const indices = [...name.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index));
  return /^[a-z]\w*(\[\d+\]|\.[a-z]\w*)*$/i.test(name) && indices.every((at) => at <= MAX_ROW);
}

function byField(issues: readonly Issue[]): Record<string, Issue[]> {
  const error: Record<string, Issue[]> = {};
  for (const issue of issues) {
    const name = issue.path.replace(/\.(\d+)(?=\.|$)/g, "[$1]");
    error[name] = [...(error[name] ?? []), issue];
  }
  return error;
}
