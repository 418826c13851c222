import type { Span } from "../evidence-of";
import type { Remark } from "../happening";
import type { FoundPeople } from "./found-people";
import type { TaggedWord } from "./tag-words";

/** What a sentence says of people without an event: "both guides are Chinese", "the group includes two children". */
export function remarksOf(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  sentence: Span,
): Remark[] {
  const [subject, ...rest] = people;
  if (!subject || !(subject.definite || subject.part || subject.counted)) return [];
  const verb = verbOfRemark(words, subject.to);
  if (verb < 0) return [];
  if (words[verb + 1]?.lower === "among")
    return [
      {
        subject: rest[0] ?? null,
        parts: [subject],
        nationality: null,
        journey: [],
        date: null,
        sentence: { start: sentence.start, end: sentence.end },
      },
    ];
  const near = rest.filter(({ from }) => from - verb < 40);
  const first = near[0];
  const identity = /^(?:is|are|was|were)$/.test(words[verb]!.lower);
  if (!first || (identity && first.from - verb > 3)) return [];
  const alone = identity && near.length === 1 && first.generic;
  return [
    {
      subject,
      parts: alone || !subject.definite ? [] : near.filter(({ pronoun }) => !pronoun),
      nationality: alone ? first.nationality : null,
      journey: [],
      date: null,
      sentence: { start: sentence.start, end: sentence.end },
    },
  ];
}

/** "include" and "consist of" wherever they stand; "are" only right behind, and not where it begins a passive. */
function verbOfRemark(words: readonly TaggedWord[], from: number): number {
  const lists = words.findIndex(
    ({ lower }, at) =>
      at >= from &&
      /^(?:include|includes|included|consist|consists|consisted|comprise|comprises|comprised)$/.test(
        lower,
      ),
  );
  if (lists >= 0) return lists;
  return words.findIndex(
    ({ lower }, at) =>
      at >= from && at < from + 4 && /^(?:is|are|was|were)$/.test(lower) && !words[at + 1]?.verb,
  );
}
