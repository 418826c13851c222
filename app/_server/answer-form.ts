import "server-only";
import type { FormState } from "../../components/form-state";
import type { Keep } from "../../domain/keep";
import { readKeep } from "./read-keep";
import { redactField } from "./redact-field";
import { runAction } from "./run-action";

const SECRET = new Set(["password", "again", "current", "code"]);
const MAX_FIELD = 2_000;

/** The texts of a short form by field; each is cut at 2,000 characters, more than any of them may have. */
export function fieldsOf(form: FormData): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [name, value] of form)
    if (typeof value === "string" && /^[a-z]\w*$/i.test(name) && !Object.hasOwn(fields, name))
      fields[name] = value.slice(0, MAX_FIELD);
  return fields;
}

/** Does what a short form asks for; its answer repeats what was typed, but no password and no code. */
export async function answerForm(
  form: FormData,
  work: (fields: Record<string, string>, keep: Keep[]) => Promise<unknown>,
): Promise<FormState> {
  const redacted = redactField(form);
  const { keep, typed: kept, atField } = readKeep(form);
  const fields = fieldsOf(form);
  const result = redacted
    ? { ok: false as const, issues: [redacted] }
    : await runAction(() => work(fields, keep));
  const typed = Object.fromEntries(Object.entries(fields).filter(([name]) => !SECRET.has(name)));
  return {
    ok: result.ok,
    issues: result.ok ? [] : result.issues.map(atField),
    typed: { ...typed, ...kept },
  };
}
