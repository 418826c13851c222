import type { Phrase, SearchQuery } from "./search-query";
import { normaliseText } from "./search-text";
import { cut, isPaired } from "./search-words";

/** A stretch of a text: from its first to before its last place, in UTF-16 units. */
export type Stretch = { from: number; to: number };

/** Where in a text the wanted words of a query stand, in order, none overlapping. What is unwanted marks nothing. */
export function highlight(text: string, query: Pick<SearchQuery, "wanted">): Stretch[] {
  return highlightUnits(unitsOf(text), query);
}

/** The same of a text whose units are known already. */
export function highlightUnits(
  units: readonly Unit[],
  query: Pick<SearchQuery, "wanted">,
): Stretch[] {
  const phrases = query.wanted.flatMap((term) => term.flat()).map(asUnits);
  const found = phrases.flatMap((phrase) => placesOf(phrase, units));
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  return found.reduce<Stretch[]>((merged, stretch) => {
    const last = merged.at(-1);
    if (last && stretch.from <= last.to) last.to = Math.max(last.to, stretch.to);
    else merged.push({ ...stretch });
    return merged;
  }, []);
}

/** How much of a long text is shown around what was found, to either side. */
const AROUND = 60;

/** The text, or where it is long the part of it that holds the first stretch, with the stretches of that part. */
export function passage(
  text: string,
  stretches: readonly Stretch[],
): { text: string; stretches: Stretch[] } {
  const [first] = stretches;
  if (!first) return { text, stretches: [] };
  const from = first.from <= AROUND ? 0 : wordStart(text, first.from - AROUND);
  const to = first.to + AROUND >= text.length ? text.length : wordEnd(text, first.to + AROUND);
  const [before, after] = [from > 0 ? "…" : "", to < text.length ? "…" : ""];
  const moved = stretches
    .filter((stretch) => stretch.to <= to)
    .map((stretch) => ({
      from: stretch.from - from + before.length,
      to: stretch.to - from + before.length,
    }));
  return { text: before + text.slice(from, to) + after, stretches: moved };
}

/** What is compared: a word, or one character of a script that is written without spaces. */
export type Unit = { text: string } & Stretch;

export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let isInWord = false;
  let at = 0;
  for (const character of text) {
    const [from, to] = [at, at + character.length];
    at = to;
    const plain = plainOf(character);
    const last = units.at(-1);
    if (plain === "") {
      if (INVISIBLE.test(character) && last?.to === from) last.to = to;
      else isInWord = false;
    } else if (isPaired(plain)) {
      units.push({ text: plain, from, to });
      isInWord = false;
    } else if (isInWord && last) {
      last.text += plain;
      last.to = to;
    } else {
      units.push({ text: plain, from, to });
      isInWord = true;
    }
  }
  return units.map((unit) => ({ ...unit, text: cut(unit.text) }));
}

/** Most characters come again and again, and to normalise one alone takes as long as a whole sentence. */
const plainForms = new Map<string, string>();

function plainOf(character: string): string {
  const known = plainForms.get(character);
  if (known !== undefined) return known;
  if (plainForms.size > 20_000) plainForms.clear();
  const plain = normaliseText(character);
  plainForms.set(character, plain);
  return plain;
}

const INVISIBLE = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** The words of a phrase as units: pairs that overlap are the characters of one run. */
function asUnits({ words, isBeginning }: Phrase): { texts: string[]; isBeginning: boolean } {
  const texts: string[] = [];
  for (const [at, word] of words.entries()) {
    if (!isPaired(word)) {
      texts.push(word);
      continue;
    }
    const before = words[at - 1];
    const continues =
      before !== undefined &&
      isPaired(before) &&
      [...before].length === 2 &&
      [...before][1] === [...word][0];
    texts.push(...[...word].slice(continues ? 1 : 0));
  }
  return { texts, isBeginning: isBeginning && !isPaired(words.at(-1)!) };
}

function placesOf(
  { texts, isBeginning }: ReturnType<typeof asUnits>,
  units: readonly Unit[],
): Stretch[] {
  const last = texts.length - 1;
  return units.flatMap((unit, at) => {
    const holds = texts.every((text, n) => {
      const other = units[at + n]?.text;
      return n === last && isBeginning ? other?.startsWith(text) : other === text;
    });
    return holds ? [{ from: unit.from, to: units[at + last]!.to }] : [];
  });
}

function wordStart(text: string, at: number): number {
  const space = text.indexOf(" ", at);
  return space >= 0 && space < at + 15 ? space + 1 : safe(text, at);
}

function wordEnd(text: string, at: number): number {
  const space = text.lastIndexOf(" ", at);
  return space > at - 15 ? space : safe(text, at);
}

/** Never between the two halves of one character. */
function safe(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? "") ? at + 1 : at;
}
