import "server-only";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { Issue } from "../../domain/issue";

export type ActionResult<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/**
 * Runs a command for a form. Mistakes of the user and states that must be refused come back as issues, in the same
 * codes (`issues.<code>` in messages); anything else is a fault of the program and crashes to the error page.
 */
export async function runAction<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof InvalidInput) return { ok: false, issues: error.issues };
    if (error instanceof DomainError)
      return { ok: false, issues: [{ path: "", code: error.code, values: error.values }] };
    throw error;
  }
}
