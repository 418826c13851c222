import type { ReactNode } from "react";
import type { Stretch } from "../../domain/highlight";

/** A text in which what was searched for is marked. */
export function MarkedText({ text, stretches }: { text: string; stretches: readonly Stretch[] }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { from, to } of stretches) {
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return [...parts, text.slice(at)];
}
