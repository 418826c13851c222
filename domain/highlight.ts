import type { Phrase, SearchQuery } from "./search-query";
import { normaliseText } from "./search-text";
import { cut, isPaired } from "./search-words";

/** A stretch of a text: from its first to before its last place, in UTF-16 units. */
export type Stretch = { from: number; to: number };

/** Where in a text something stands, in order, none overlapping; and which of the wanted terms, by their places. */
export type Marked = { stretches: Stretch[]; terms: ReadonlySet<number> };

/** Where in a text the wanted words of a query stand. What is unwanted marks nothing. */
export function highlight(text: string, query: Pick<SearchQuery, "wanted">): Stretch[] {
  return highlighter(query)(text).stretches;
}

/** The same for many texts. Each is read once, whatever the number of words; what was read is kept as long as this. */
export function highlighter({ wanted }: Pick<SearchQuery, "wanted">): (text: string) => Marked {
  const sought = wanted.flatMap((term, at) =>
    term.flat().map((phrase): Sought => ({ ...asUnits(phrase), term: at })),
  );
  const isOpen = ({ texts, isBeginning }: Sought) => isBeginning && texts.length === 1;
  const beginnings = sought.filter(isOpen);
  const byFirst = new Map<string, Sought[]>();
  for (const one of sought) {
    const first = one.texts[0]!;
    if (!isOpen(one)) byFirst.set(first, [...(byFirst.get(first) ?? []), one]);
  }
  const known = new Map<string, Marked>();
  return (text) => {
    const kept = known.get(text);
    if (kept) return kept;
    const marked = mark(unitsOf(text), byFirst, beginnings);
    known.set(text, marked);
    return marked;
  };
}

type Sought = { texts: string[]; isBeginning: boolean; term: number };

function mark(
  units: readonly Unit[],
  byFirst: ReadonlyMap<string, readonly Sought[]>,
  beginnings: readonly Sought[],
): Marked {
  const stretches: Stretch[] = [];
  const terms = new Set<number>();
  const add = ({ term }: Sought, from: number, to: number) => {
    terms.add(term);
    const last = stretches.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  };
  for (const [at, { text, from, to }] of units.entries()) {
    for (const one of byFirst.get(text) ?? [])
      if (standsAt(one, units, at)) add(one, from, units[at + one.texts.length - 1]!.to);
    for (const one of beginnings) if (text.startsWith(one.texts[0]!)) add(one, from, to);
  }
  return { stretches, terms };
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
type Unit = { text: string } & Stretch;

function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let last: Unit | undefined;
  let isInWord = false;
  for (let from = 0, to = 0; from < text.length; from = to) {
    const { plain, isAlone, isInvisible, length } = characterAt(text, from);
    to = from + length;
    if (plain === "") {
      if (isInvisible && last?.to === from) last.to = to;
      else isInWord = false;
    } else if (isInWord && !isAlone && last) {
      last.text += plain;
      last.to = to;
    } else {
      last = { text: plain, from, to };
      units.push(last);
      isInWord = !isAlone;
    }
  }
  for (const unit of units) unit.text = cut(unit.text);
  return units;
}

/** A character by itself: normalised; of a script without spaces; no letter but part of one; its UTF-16 units. */
type Character = { plain: string; isAlone: boolean; isInvisible: boolean; length: number };

/** Most characters come again and again, and to normalise one alone takes as long as a whole sentence. */
const characters = new Map<number, Character>();

function characterAt(text: string, at: number): Character {
  const code = text.codePointAt(at)!;
  const known = characters.get(code);
  if (known) return known;
  if (characters.size > 20_000) characters.clear();
  const character = String.fromCodePoint(code);
  const plain = normaliseText(character);
  const read = {
    plain,
    isAlone: isPaired(plain),
    isInvisible: INVISIBLE.test(character),
    length: character.length,
  };
  characters.set(code, read);
  return read;
}

const INVISIBLE = /[\p{M}\p{Default_Ignorable_Code_Point}]/u;

/** The words of a phrase as units: pairs that overlap are the characters of one run. */
function asUnits({ words, isBeginning }: Phrase): Omit<Sought, "term"> {
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

function standsAt({ texts, isBeginning }: Sought, units: readonly Unit[], at: number): boolean {
  return texts.every((text, n) => {
    const other = units[at + n]?.text;
    return isBeginning && n === texts.length - 1 ? other?.startsWith(text) : other === text;
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
