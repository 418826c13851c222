import type { Keep } from "../../domain/keep";
import { decideByKind } from "../../domain/personal-data/decide-by-kind";
import { type FreeText, freeText } from "../../domain/personal-data/free-texts";
import { withTexts } from "../../domain/personal-data/with-texts";
import type { Applying } from "./applying";

type Deciding = Pick<Applying, "decisions" | "find">;

/** A thing whose texts are redacted as an import was told to, and the words of it that are kept. */
export function decideTexts<Thing extends object>(
  thing: Thing,
  textsOf: (thing: Thing) => FreeText[],
  { decisions, find }: Deciding,
): { thing: Thing; keep: Keep[] } {
  if (Object.keys(decisions).length === 0) return { thing, keep: [] };
  const before = textsOf(thing);
  const { texts, keep } = decideByKind(before, decisions, { find });
  const changed = texts.filter(({ text }, at) => text !== before[at]?.text);
  return { thing: withTexts(thing, changed), keep };
}

/** The same for one text. */
export function keptIn(text: string, deciding: Deciding): { text: string; keep: Keep[] } {
  const textsOf = (thing: { text: string }) => [freeText("text", thing.text)];
  const { thing, keep } = decideTexts({ text }, textsOf, deciding);
  return { ...thing, keep };
}
