import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { newReading } from "../../domain/form-reading";
import type { SingleSourceForm } from "../../domain/incident-form";
import type { Issue } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import { readKeepForm } from "../../domain/read-keep-form";
import { readSourceForm } from "../../domain/read-source-form";
import type { Source } from "../../domain/source";
import { formContext } from "../_server/form-context";

/** A source as its own form has it, with every issue at its field. */
export async function readSingleSource(
  store: Store,
  actor: Actor,
  typed: SingleSourceForm,
): Promise<{
  source: Source;
  keep: Keep[];
  issues: Issue[];
  /** For `formPathOf`, where a command finds fault with it. */
  origins: ReadonlyMap<string, string>;
}> {
  const form = { ...typed, copies: typed.copies.map(({ ref }) => ref) };
  const context = await formContext(store, actor, { sources: [form], claims: [] }, null);
  const reading = newReading(context);
  const source = readSourceForm(reading, "", form);
  const issues = reading.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^copies\.(\d+)$/, "copies.$1.ref"),
  }));
  const { keep, origins } = readKeepForm(typed.keep);
  origins.set("published.text", "published");
  return { source, keep, issues, origins };
}
