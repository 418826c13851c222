import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { newReading } from "../../domain/form-reading";
import { type SourceForm, sourceFormSchema } from "../../domain/incident-form";
import type { Issue } from "../../domain/issue";
import { readSourceForm } from "../../domain/read-source-form";
import type { Source } from "../../domain/source";
import { formContext } from "../_server/form-context";

/** A source as its own form sent it, the reason typed beside it, and every issue by the name of its field. */
export async function readSourceSubmission(
  store: Store,
  actor: Actor,
  value: unknown,
): Promise<{ form: SourceForm; source: Source; reason: string; issues: Issue[] }> {
  const { copies, reason } = (value ?? {}) as { copies?: unknown; reason?: unknown };
  const refs = Array.isArray(copies) ? Array.from(copies, (row) => row?.ref ?? "") : [];
  const form = sourceFormSchema.parse({ ...(value as object), copies: refs });
  const reading = newReading(
    await formContext(store, actor, { sources: [form], claims: [] }, null),
  );
  const source = readSourceForm(reading, "", form);
  const issues = reading.issues.map((issue) => ({
    ...issue,
    path: issue.path.replace(/^copies\.(\d+)$/, "copies.$1.ref"),
  }));
  return { form, source, reason: typeof reason === "string" ? reason : "", issues };
}
