import "server-only";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { Issue } from "../../domain/issue";
import { publishOrLog } from "./publish-or-log";
import { currentActor, keepRefusal } from "./session";

export type ActionResult<T> = { ok: true; value: T } | { ok: false; issues: Issue[] };

/**
 * Runs a command for a form, and has the public store follow what it decided before anything is answered.
 * Mistakes of the user and states that must be refused come back as issues, in the same codes (`issues.<code>` in
 * messages); anything else is a fault of the program and crashes to the error page. `publication.delayed`: the
 * command is done, but the public store could not follow; it will, with the next command or at the next start.
 */
export async function runAction<T>(work: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    const value = await work();
    if (await publishOrLog()) return { ok: true, value };
    return { ok: false, issues: [{ path: "", code: "publication.delayed" }] };
  } catch (error) {
    if (error instanceof InvalidInput) return { ok: false, issues: error.issues };
    if (error instanceof DomainError) {
      if (error.code === "not_allowed") await keepRefusal(await currentActor());
      return { ok: false, issues: [{ path: "", code: error.code, values: error.values }] };
    }
    throw error;
  }
}
