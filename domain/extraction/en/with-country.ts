import type { PlaceName } from "../find-places";
import type { FoundPeople } from "./found-people";
import type { TaggedWord } from "./tag-words";

/** People with the nationality that the words behind tell: "two citizens of Turkmenistan", "45 people from Eritrea". */
export function withCountry(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  names: readonly PlaceName[],
): FoundPeople[] {
  return people.map((each, index) => {
    if (each.nationality !== null || each.pronoun) return each;
    const next = people[index + 1];
    // "a couple and their sons, all citizens of Turkmenistan"
    const apposed =
      next !== undefined &&
      words[each.to]?.lower === "," &&
      next.from - each.to <= 3 &&
      CITIZENS.test(words[next.to - 1]!.lower)
        ? next
        : each;
    const of = words[apposed.to]?.lower;
    const citizens = of === "of" && CITIZENS.test(words[apposed.to - 1]!.lower);
    if (!citizens && !(of === "from" && !isSentFrom(words, each))) return each;
    const the = words[apposed.to + 1]?.lower === "the" ? 1 : 0;
    const start = words[apposed.to + 1 + the]?.start;
    const at = names.findIndex((name) => name.start === start);
    const country = names[at]?.places.find(({ kind }) => kind === "country");
    if (!country) return each;
    // "from the Philippines, Sri Lanka and India": of several.
    const another = names[at + 1];
    const listed =
      another?.places.some(({ kind }) => kind === "country") &&
      words
        .filter(({ start: from }) => from >= names[at]!.end && from < another.start)
        .every(({ lower }) => /^(?:,|and|or|the)$/.test(lower));
    if (listed) return each;
    return { ...each, nationality: country.countryId };
  });
}

const CITIZENS = /^(?:citizens?|nationals?|natives?)$/;

/** "deported 45 people from Libya": the country they were sent out of. */
const isSentFrom = (words: readonly TaggedWord[], { from }: FoundPeople) =>
  words[from + 1]?.lower !== "ethnic" &&
  words.slice(Math.max(0, from - 4), from).some(({ verb }) => verb);
