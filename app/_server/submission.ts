import { INTENT, parse, STATE, type Submission, type SubmissionResult } from "@conform-to/dom";
import "server-only";
import type { Issue } from "../../domain/issue";

/** A row beyond this is no longer somebody's typing: an index alone can make a list of any length. */
const MAX_ROW = 9_999;

/** What a form sent, rows and all; `status` is "success" unless it only asks for a row to come or go. */
export function readSubmission(data: FormData): Submission<unknown, Issue[]> {
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

/** The same form with everything typed, and each issue at its field. */
export function refuseSubmission(
  submission: Submission<unknown, Issue[]>,
  issues: readonly Issue[],
): SubmissionResult<Issue[]> {
  const error: Record<string, Issue[]> = {};
  for (const issue of issues) {
    const name = issue.path.replace(/\.(\d+)(?=\.|$)/g, "[$1]");
    error[name] = [...(error[name] ?? []), issue];
  }
  return { ...submission.reply(), status: "error", error };
}
