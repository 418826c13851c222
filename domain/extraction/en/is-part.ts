import type { FoundPeople } from "./found-people";
import type { TaggedWord } from "./tag-words";

/** Whether the people are named as some of others: "including …", "among them …", "one of them a teenager". */
export function isPart(
  words: readonly TaggedWord[],
  each: FoundPeople,
  before: FoundPeople | null,
): boolean {
  if (each.part || isBetweenDashes(words, each)) return true;
  const lead = words
    .slice(Math.max(0, each.from - 3), each.from)
    .map(({ lower }) => lower)
    .join(" ");
  if (
    /(?:^| )(?:including|includes|included|among them|among whom|of them|of whom|of these|of those|consisting of|consist of|consists of|comprising|made up of|them|another|with children|in)(?: ,)?$/.test(
      lead,
    ) &&
    // "In another, eight women were caught"
    !/another ,$/.test(lead) &&
    !(/ in$|^in$/.test(lead) && each.unit !== "family")
  )
    return true;
  if (
    /^(?:among (?:them|those|whom))/.test(
      words
        .slice(each.to, each.to + 2)
        .map(({ lower }) => lower)
        .join(" "),
    )
  )
    return true;
  const next = words
    .slice(each.to, each.to + 9)
    .map(({ lower }) => lower)
    .join(" ");
  if (words[each.from - 1]?.lower === "with" && / among them\b/.test(next)) return true;
  if (
    /^(?:are|were|is|was)$/.test(words[each.to]?.lower ?? "") &&
    words[each.to + 1]?.lower === "among"
  )
    return true;
  const joined =
    before &&
    each.from - before.to <= 7 &&
    !each.definite &&
    /^(?:and|,|a|as|with)$/.test(words[each.from - 1]?.lower ?? "");
  return Boolean(
    joined &&
      each.count.best !== null &&
      each.count.best <= (before?.count.best ?? 3) + 5 &&
      !words
        .slice(before!.to, each.from)
        .some(({ lower }) => /^(?:were|was|have|had|are)$/.test(lower)),
  );
}

/** "The three — a couple and her brother — were caught": who they are. */
function isBetweenDashes(words: readonly TaggedWord[], { from, to }: FoundPeople): boolean {
  const dash = (word: TaggedWord) => /^[—–]$/.test(word.text);
  const opens = words.findLastIndex((word, at) => at < from && at > from - 8 && dash(word));
  const closes = words.findIndex((word, at) => at >= to && at < to + 10 && dash(word));
  return (
    opens > 0 &&
    opens < 8 &&
    closes > 0 &&
    /^(?:the|all|these)$/.test(words[0]!.lower) &&
    words[closes + 1]?.verb === true
  );
}
