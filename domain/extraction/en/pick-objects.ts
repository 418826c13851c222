import type { Clause } from "./cut-clauses";
import type { FoundPeople } from "./found-people";
import { namedPersonBehind } from "./named-person";
import type { TaggedWord } from "./tag-words";

export function object(
  words: readonly TaggedWord[],
  clause: Clause,
  left: FoundPeople[],
  right: FoundPeople[],
): FoundPeople[] {
  const first = right[0];
  if (first && first.from - clause.trigger.at <= 9)
    return [first, ...chainOn(words, first, right.slice(1))];
  const named = namedPersonBehind(words, clause.trigger.last + 1);
  if (named) return [named];
  const relative = left.findLast(({ to }) => {
    const whom = words.findIndex(
      ({ lower }, at) =>
        at >= to && at < to + 9 && /^(?:whom|whose|that|which|who|it|they)$/.test(lower),
    );
    return whom >= 0 && !words.slice(to, whom).some(({ verb, lower }) => verb || lower === ",");
  });
  return relative ? [wholeOf(relative)] : [];
}

export function ofNoun(
  words: readonly TaggedWord[],
  { trigger }: Clause,
  right: FoundPeople[],
): FoundPeople[] {
  if (words[trigger.at + 1]?.lower !== "of") return [];
  const first = right[0];
  return first && first.from - trigger.at <= 3
    ? [first, ...chainOn(words, first, right.slice(1))]
    : [];
}

/** Those that follow an object in a list: "11 defectors and two guides", "over 500 on October 9, 40 on September 18". */
function chainOn(
  words: readonly TaggedWord[],
  first: FoundPeople,
  rest: FoundPeople[],
): FoundPeople[] {
  const chain: FoundPeople[] = [];
  let last = first;
  for (const each of rest) {
    const between = words.slice(last.to, each.from);
    const joined =
      between.some(({ lower }) => /^(?:and|,|:|;|with|plus|as|including|—|–|-)$/.test(lower)) ||
      between.length === 0;
    const verb = between.some(
      ({ lower, verb }) => verb && !/ing$|^(?:including|aged)$/.test(lower),
    );
    const finite = between.some(({ lower }) =>
      /^(?:which|whom|are|is|was|were|has|have|had|will|would)$/.test(lower),
    );
    if (!joined || finite || (verb && !each.bare) || !each.counted || each.pronoun) break;
    chain.push(each);
    last = each;
  }
  return chain;
}

/** All of those of whom only some are the patients: "nine of the 31". */
export const wholeOf = (people: FoundPeople): FoundPeople =>
  people.whole ? { ...people, count: people.whole, part: false } : people;
