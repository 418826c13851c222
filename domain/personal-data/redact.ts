import { type Mark, REDACTED } from "./mark";

/**
 * The text with every mark's stretch replaced by what kind of thing stood there: "[phone]".
 * Marks may come in any order; of marks that overlap, all that they cover together is replaced,
 * by the kind of the one that begins first. Replaced text is marked by no rule again.
 */
export function redact(text: string, marks: Pick<Mark, "kind" | "start" | "end">[]): string {
  let redacted = "";
  let at = 0;
  for (const { kind, start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start >= at) redacted += text.slice(at, start) + REDACTED[kind];
    at = Math.max(at, end);
  }
  return redacted + text.slice(at);
}
