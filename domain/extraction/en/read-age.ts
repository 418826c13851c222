import type { AgeBand } from "../../vocabulary";
import type { People } from "../happening";
import { readNumber } from "./read-number";
import type { TaggedWord } from "./tag-words";

/** "aged 9", "of nine", "below the age of five", "in their 60s" behind a noun. */
export function age(
  words: readonly TaggedWord[],
  at: number,
): { ageBand?: AgeBand | null; circumstances?: People["circumstances"] } {
  const near = words
    .slice(at, at + 6)
    .map(({ lower }) => lower)
    .join(" ");
  const exact = /^(?:,? ?aged (?:just |only )?|of |,? ?age )(\d{1,2}|[a-z]+)\b/.exec(near)?.[1];
  const decade = /^in (?:their|her|his) (\d)0s/.exec(near)?.[1];
  const below = /^(?:aged )?(?:under|below|younger than)(?: the age of)? (\d{1,2}|[a-z]+)\b/.exec(
    near,
  )?.[1];
  if (decade)
    return Number(decade) >= 6
      ? { ageBand: "60+" }
      : Number(decade) >= 2
        ? { ageBand: "18-59" }
        : {};
  const years = exact ? numberIn(exact) : Number.NaN;
  if (Number.isFinite(years)) return { ageBand: ageBandOf(years) };
  const limit = below ? numberIn(below) : Number.NaN;
  return Number.isFinite(limit) && limit <= 18 ? { ageBand: limit <= 5 ? "0-4" : "0-17" } : {};
}

/** The band of an age in years; finer is never kept. */
export function ageBandOf(years: number): AgeBand | null {
  if (!Number.isFinite(years)) return null;
  if (years < 5) return "0-4";
  if (years < 12) return "5-11";
  if (years < 18) return "12-17";
  return years < 60 ? "18-59" : "60+";
}

export function numberIn(word: string): number {
  return /^\d+$/.test(word)
    ? Number(word)
    : (readNumber([{ start: 0, end: 0, text: word, lower: word, isWord: true }], 0)?.value ??
        Number.NaN);
}
