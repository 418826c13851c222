import "server-only";
import { formPathOf } from "../../domain/form-reading";
import type { KeepForm } from "../../domain/incident-form";
import type { Issue } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import { readKeepForm } from "../../domain/read-keep-form";

/**
 * The words that a plain form sends to be kept, in fields named `keep.<mark>.<kind, words or reason>`.
 * `typed`: those fields, to be given back; `atField`: an issue of a command at the field of the form.
 */
export function readKeep(data: FormData): {
  keep: Keep[];
  typed: Record<string, string>;
  atField: (issue: Issue) => Issue;
} {
  const form: KeepForm = {};
  const typed: Record<string, string> = {};
  for (const [name, value] of data) {
    const [, mark, field] = /^keep\.(m[0-9a-f]{1,64})\.(kind|words|reason)$/.exec(name) ?? [];
    if (mark === undefined || field === undefined || typeof value !== "string") continue;
    typed[name] = value;
    form[mark] = { ...(form[mark] ?? { kind: "", words: "", reason: "" }), [field]: value };
  }
  const { keep, origins } = readKeepForm(form);
  return {
    keep,
    typed,
    atField: (issue) => ({ ...issue, path: formPathOf(origins, issue.path) }),
  };
}
