import { type Issue, shown } from "../../domain/issue";
import { MARK_KINDS, REDACTED } from "../../domain/personal-data/mark";
import { redactWords } from "../../domain/redact-words";

/**
 * Does in the data of a form what a button to redact asks for that was pressed before any script had arrived:
 * it sends the kind of the mark, the name of the field and the words. Returns what to say of it at the field;
 * null where none was pressed.
 */
export function redactField(data: FormData): Issue | null {
  const sent = data.get("redact");
  data.delete("redact");
  if (typeof sent !== "string") return null;
  const [, code, name = "", words = ""] = /^(\w+) (\S+) ([\s\S]+)$/.exec(sent) ?? [];
  const kind = MARK_KINDS.find((known) => known === code);
  const text = data.get(name);
  if (kind === undefined || typeof text !== "string") return null;
  const replacement = REDACTED[kind];
  data.set(name, redactWords(text, words, replacement));
  return {
    path: name,
    code: "personal_data.redacted",
    values: { value: shown(words), replacement },
  };
}
