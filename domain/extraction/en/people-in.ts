import { figureOf } from "../incident-told";
import type { FoundPeople } from "./found-people";
import { readCount } from "./read-count";
import { readPeople } from "./read-people";
import type { TaggedWord } from "./tag-words";

/** The people that a sentence names, in order; `taken` = the word belongs to a date. */
export function peopleIn(
  words: readonly TaggedWord[],
  taken: (at: number) => boolean,
): FoundPeople[] {
  const found: FoundPeople[] = [];
  for (let at = 0; at < words.length; at++) {
    const people = readPeople(words, at, taken);
    if (!people) continue;
    found.push(people);
    at = people.to - 1;
  }
  // "one of them a teenager": the teenager is the one.
  return found
    .filter(({ part, to, count }, at) => !(part && count.best === 1 && found[at + 1]?.from === to))
    .map((people) => numbered(words, people))
    .reduce<FoundPeople[]>((all, people) => withSame(words, all, people), [])
    .reduce<FoundPeople[]>((all, people) => withKin(words, all, people), [])
    .map((people, at, all) => apposed(words, people, all[at + 1]))
    .map((people) =>
      isAmongThem(words, people) ? { ...people, to: people.to + 2, part: true } : people,
    )
    .map((people, at, all) => (isOfFront(words, all, at) ? { ...people, part: true } : people))
    .map((people, at, all) => (isAddend(words, all, at) ? { ...people, part: true } : people));
}

/** "another Uyghur, a teacher of about 50, was freed": one person, told of twice. */
function isSameOne(
  words: readonly TaggedWord[],
  { from, to, count }: FoundPeople,
  before: FoundPeople | undefined,
): boolean {
  const ones = before?.count.best === 1 && count.best === 1 && before.counted;
  if (!ones || from !== before.to + 1 || words[before.to]?.lower !== ",") return false;
  const close = words.findIndex(({ lower }, at) => at >= to && lower === ",");
  return (
    close > 0 &&
    close - to < 5 &&
    (words[close + 1]?.verb === true ||
      /^(?:was|is|has|had|who|were)$/.test(words[close + 1]?.lower ?? ""))
  );
}

/** "their guide, a Chinese citizen, was": what the words between commas tell of one person. */
function withSame(
  words: readonly TaggedWord[],
  all: FoundPeople[],
  people: FoundPeople,
): FoundPeople[] {
  const one = all.at(-1);
  if (!one || !isSameOne(words, people, one)) return [...all, people];
  const { to, end } = people;
  const nationality = one.nationality ?? people.nationality;
  const role = one.role ?? people.role;
  const ageBand = one.ageBand ?? people.ageBand;
  const sex = one.sex ?? people.sex;
  return [...all.slice(0, -1), { ...one, to, end, nationality, role, ageBand, sex }];
}

/** "a mother and her two daughters": one group of three. */
function withKin(
  words: readonly TaggedWord[],
  all: FoundPeople[],
  people: FoundPeople,
): FoundPeople[] {
  const head = all.at(-1);
  const own = /^(?:his|her|their)$/.test(words[people.from]!.lower);
  // "The parents and their three children": those told of before, all of them.
  if (
    head?.definite &&
    own &&
    !head.counted &&
    !head.pronoun &&
    head.to === people.from - 1 &&
    words[head.to]?.lower === "and"
  )
    return [...all.slice(0, -1), { ...head, to: people.to, end: people.end, single: false }];
  if (!head || !own || !head.counted || head.definite || head.part || head.unit !== "person")
    return [...all, people];
  const between = words.slice(head.to, people.from).map(({ lower }) => lower);
  const kin = figureOf(people.count) ?? (isOneRelative(words, people) ? 1 : null);
  const size = figureOf(head.count);
  const joint = between.join(" ").replace(/^in (?:his|her|their) (?:\w+ )?\d0s /, "");
  if (!/^(?:, )?and$|^,$/.test(joint) || kin === null || size === null || size > 2)
    return [...all, people];
  const count = { low: size + kin, best: size + kin, high: size + kin };
  const { to, end } = people;
  return [...all.slice(0, -1), { ...head, to, end, count, ageBand: null, sex: null }];
}

const isOneRelative = (words: readonly TaggedWord[], { from, to }: FoundPeople) =>
  to - from <= 3 &&
  /^(?:son|daughter|wife|husband|brother|sister|mother|father|child|baby|grandson|granddaughter|grandmother|grandfather|aunt|uncle|niece|nephew|cousin|boyfriend|girlfriend|fiancée?)$/.test(
    words[to - 1]!.lower,
  );

/** "eight people, North Koreans, were": the words between commas tell who they are. */
function apposed(
  words: readonly TaggedWord[],
  people: FoundPeople,
  next: FoundPeople | undefined,
): FoundPeople {
  const joined =
    next?.generic &&
    next.from === people.to + 1 &&
    words[people.to]?.lower === "," &&
    /^[,.]$/.test(words[next.to]?.lower ?? ".");
  if (!joined || !people.counted || people.nationality !== null) return people;
  return { ...people, nationality: next.nationality, role: people.role ?? next.role };
}

/** "Seven boys among them were sent". */
const isAmongThem = (words: readonly TaggedWord[], { to, counted }: FoundPeople) =>
  counted &&
  words[to]?.lower === "among" &&
  /^(?:them|those|whom)$/.test(words[to + 1]?.lower ?? "");

/** "Of the 600 people sent back, about 180 crossed at Tumen": some of those whom the sentence begins with. */
function isOfFront(words: readonly TaggedWord[], all: readonly FoundPeople[], at: number): boolean {
  const [first] = all;
  const size = first ? figureOf(first.count) : null;
  const own = figureOf(all[at]!.count);
  return (
    at > 0 &&
    words[0]?.lower === "of" &&
    first!.from === 1 &&
    size !== null &&
    own !== null &&
    own < size
  );
}

/** "eleven defectors, eight women and three men": figures that make up the one before them are its parts. */
function isAddend(words: readonly TaggedWord[], all: readonly FoundPeople[], at: number): boolean {
  for (let whole = at - 1; whole >= Math.max(0, at - 4); whole--) {
    const size = figureOf(all[whole]!.count);
    if (size === null || size < 2) continue;
    let [sum, addends] = [0, 0];
    for (let next = whole + 1; next < Math.min(all.length, whole + 6); next++) {
      const between = words.slice(all[next - 1]!.to, all[next]!.from);
      if (between.length > 4 || between.some(({ verb }) => verb)) break;
      const figure = figureOf(all[next]!.count);
      if (figure === null) continue;
      sum += figure;
      addends++;
      if (addends > 1 && next >= at && sum === size) return true;
    }
  }
  return false;
}

/** "put the number of defectors arrested in May at about 30", "brings the number of those held to 12". */
function numbered(words: readonly TaggedWord[], people: FoundPeople): FoundPeople {
  const lead = words
    .slice(Math.max(0, people.from - 2), people.from)
    .map(({ lower }) => lower)
    .join(" ");
  if (lead !== "number of" || people.counted) return people;
  for (let at = people.to; at < Math.min(words.length, people.to + 14); at++) {
    const figure = /^(?:at|to|as|is|was|reached)$/.test(words[at]!.lower)
      ? readCount(words, at + 1)
      : null;
    if (!figure) continue;
    const { count, to } = figure;
    return {
      ...people,
      count,
      end: words[to - 1]!.end,
      counted: true,
      generic: false,
      definite: false,
    };
  }
  return people;
}
