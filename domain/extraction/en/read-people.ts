import type { Unit } from "../../vocabulary";
import { POINTING_NOUNS } from "../lexicon/en/people-nouns";
import { bareFits, groupOf } from "./counts-people";
import { exactly, type FoundPeople, people } from "./found-people";
import { nationAt } from "./nation-at";
import { follows, standsAt, VAGUE_BY_FIRST } from "./phrases-at";
import { age } from "./read-age";
import { countAt, qualifierAt, readCount } from "./read-count";
import { type Noun, nounAt, readNoun } from "./read-noun";
import { readPronoun } from "./read-pronoun";
import type { TaggedWord } from "./tag-words";

/** The people that are named from a word on; null = none are. `taken` = the word belongs to a date. */
export function readPeople(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
): FoundPeople | null {
  if (taken(at)) return null;
  return (
    readPronoun(words, at) ??
    readCounted(words, at, taken) ??
    readVague(words, at, taken) ??
    readUncounted(words, at, taken)
  );
}

function readCounted(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
): FoundPeople | null {
  // "All but nine were moved": the others.
  if (words[at - 1]?.lower === "but" && words[at - 2]?.lower === "all") return null;
  let next = at;
  let definite = false;
  let other = false;
  let ofWhole = false;
  const group = groupOf(words, next);
  if (group > 0) {
    other = /^(?:another|second|third|fourth|different)$/.test(
      words[group > 3 ? next + 1 : next]!.lower,
    );
    next += group;
  }
  if (
    /^(?:some|many|most|several)$/.test(words[next]!.lower) &&
    follows(words, next + 1, "of the")
  ) {
    next += 2;
    ofWhole = true;
  }
  const lead = /^(?:the|these|those|this|its|their|his|her|all|both)$/.test(
    words[next]?.lower ?? "",
  );
  if (lead) {
    definite = words[next]!.lower !== "all";
    next++;
  }
  while (
    /^(?:other|another|further|additional|remaining|more|extra|first|second|same|last|latest|newest|final)$/.test(
      words[next]?.lower ?? "",
    )
  ) {
    if (words[next + 1]?.lower === "than") break;
    other ||= /other|further|additional|remaining|more|extra/.test(words[next]!.lower);
    next++;
  }
  if (words[next]?.lower === "a" && words[next + 1]?.lower === "further") {
    other = true;
    next += 2;
  }
  const qualified = qualifierAt(words, next);
  next += qualified.length;
  const counted = countAt(words, next, qualified.meaning, taken);
  if (!counted) return null;
  next += counted.length;
  // "three of every four", "one in five": a share, and nobody's number.
  if (
    words[next - counted.length - 1]?.lower === "every" ||
    (/^(?:of|in)$/.test(words[next]?.lower ?? "") && words[next + 1]?.lower === "every") ||
    (words[next]?.lower === "out" && words[next + 1]?.lower === "of")
  )
    return null;
  while (/^(?:more|others?|further|additional|new|odd|or|so)$/.test(words[next]?.lower ?? "")) {
    if (words[next]!.lower === "or" && words[next + 1]?.lower !== "so") break;
    other ||= /more|other|further|additional/.test(words[next]!.lower);
    next++;
  }
  if (words[next]?.lower === "such") next++;
  const partOfThem =
    /^of$/.test(words[next]?.lower ?? "") &&
    /^(?:them|whom|these|those|the)$/.test(words[next + 1]?.lower ?? "");
  // "three of his roommates": a word for people that no list has.
  if (words[next]?.lower === "of" && isOfSomebody(words, next + 1))
    return people(words, at, next + 3, {
      count: counted.count,
      counted: true,
      ...told(readNoun(words, next + 2, taken, true)),
    });
  // "a North Korean family of five": the nation stands before the family.
  const nation = group > 3 ? nationAt(words, at + 1) : null;
  if (partOfThem) {
    // "three of the nine", "six of the seven defectors"
    const named = words[next + 1]!.lower === "the";
    const all = named ? readCount(words, next + 2) : null;
    const behind = all ? all.to : next + 2;
    const whole = named ? readNoun(words, behind, taken, true) : null;
    const to = whole ? whole.to : behind;
    return people(words, at, to, {
      count: counted.count,
      counted: true,
      part:
        !/^(?:were|are|was)$/.test(words[at - 1]?.lower ?? "") || words[at - 2]?.lower !== "there",
      whole: all?.count ?? null,
      ...told(whole),
    });
  }
  const noun = readNoun(words, next, taken, counted.count.best !== 1 || counted.count.high !== 1);
  if (!noun) {
    if (/^others?$/.test(words[next - 1]?.lower ?? ""))
      return people(words, at, next, {
        count: counted.count,
        counted: true,
        bare: true,
        definite,
        other: true,
      });
    if (
      group === 0 &&
      !bareFits(words, at, next, taken) &&
      !(
        definite &&
        (words[next]?.verb ||
          /^(?:who|said|are|were|had|have|was|,|\.|told|on|in|to)$/.test(words[next]?.lower ?? "."))
      )
    )
      return null;
    return people(words, at, next, {
      count: counted.count,
      counted: true,
      bare: true,
      nationality: nation?.code ?? null,
      // "All 14 were taken": those told of before.
      definite: definite || (words[at]!.lower === "all" && next - at === 2),
      other,
      ofWhole,
    });
  }
  const unit: Unit = noun.family ? "family" : "person";
  return people(words, at, noun.to, {
    count: counted.count,
    counted: true,
    definite,
    other,
    ofWhole,
    unit,
    ...told(noun),
  });
}

function readVague(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
): FoundPeople | null {
  const vague = VAGUE_BY_FIRST.get(words[at]!.lower)?.find(({ phrase }) =>
    standsAt(words, at, phrase),
  );
  if (vague) {
    const next = at + vague.phrase.length;
    const noun = readNoun(words, next, taken, true);
    if (noun)
      return people(words, at, noun.to, {
        counted: true,
        ...told(noun),
        unit: noun.family ? "family" : "person",
      });
    return null;
  }
  if (words[at]!.lower === "another" && /^(?:group|batch|party)$/.test(words[at + 1]?.lower ?? ""))
    return people(words, at, at + 2, { counted: true, other: true });
  if (/^(?:no|any|every|each|whose|his|her)$/.test(words[at]!.lower)) return null;
  if (!/^(?:an?|another)$/.test(words[at]!.lower)) return null;
  if (follows(words, at, "a couple")) {
    const to = at + 2;
    return people(words, at, to, { count: exactly(2), counted: true, ...age(words, to) });
  }
  const pair = pairAt(words, at + 1);
  if (pair) return pair.to ? people(words, at, pair.to, pair.told) : null;
  const noun = readNoun(words, at + 1, taken, false);
  if (!noun || noun.plural) return null;
  return people(words, at, noun.to, {
    count: exactly(1),
    counted: true,
    ...told(noun),
    other:
      words[at]!.lower === "another" ||
      /^(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|further)$/.test(
        words[at + 1]?.lower ?? "",
      ),
  });
}

/** "the detainees", "the arrested North Koreans", "North Koreans". */
function readUncounted(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
): FoundPeople | null {
  const { lower } = words[at]!;
  const lead = /^(?:the|these|those|this|his|her|its|their|both)$/.test(lower);
  if (
    lead &&
    /^(?:group|party|batch|trio|pair|duo|couple)$/.test(words[at + 1]?.lower ?? "") &&
    words[at + 2]?.lower !== "of"
  )
    return people(words, at, at + 2, { definite: true, ...sizeOfGroup(words[at + 1]!.lower) });
  const next = lead ? at + 1 : at;
  const noun = readNoun(words, next, taken, true, lead ? 3 : 0);
  // "the Nicaraguan had been arrested"
  const one = noun?.plural || lower !== "the" ? null : readNoun(words, next, taken, false, 0);
  // "The pastor, 58, was detained"
  const aged =
    words[one?.to ?? 0]?.lower === "," && /^\d\d$/.test(words[(one?.to ?? 0) + 1]?.lower ?? "");
  if (one && !one.family && (words[one.to]?.verb || aged || isApposed(words, one.to)))
    return people(words, at, one.to, { definite: true, single: true, ...told(one) });
  if (!noun) return null;
  // "their guide": one more, who was not told of before.
  if (/^(?:their|his|her|its)$/.test(lower) && !noun.plural && noun.role === "helper")
    return people(words, at, noun.to, { ...told(noun), count: exactly(1), counted: true });
  if (lead && !noun.plural && !POINTING_NOUNS.has(words[noun.to - 1]!.lower))
    return people(words, at, noun.to, { definite: true, counted: false, ...told(noun) });
  if (!noun.plural) return null;
  return people(words, at, noun.to, {
    definite: lead,
    generic: !lead,
    ...told(noun),
    unit: noun.family ? "family" : "person",
  });
}

/** "a Uighur couple", "an elderly pair": two, of whom the words between tell. */
function pairAt(words: readonly TaggedWord[], at: number) {
  const nation = nationAt(words, at);
  const noun = nation ? at + nation.length : at;
  const group = sizeOfGroup(words[noun]?.lower ?? "");
  if (!nation || !("count" in group) || words[noun + 1]?.lower === "of") return null;
  return { to: noun + 1, told: { ...group, nationality: nation.code } };
}

/** "the pair" are two; of "the group" nobody knows. */
const sizeOfGroup = (noun: string) =>
  /^(?:pair|duo|couple)$/.test(noun)
    ? { count: exactly(2), counted: true }
    : noun === "trio"
      ? { count: exactly(3), counted: true }
      : {};

/** "his roommates", "their colleagues". */
const isOfSomebody = (words: readonly TaggedWord[], at: number) =>
  /^(?:his|her|their)$/.test(words[at]?.lower ?? "") &&
  words[at + 1] !== undefined &&
  (/[^s]s$/.test(words[at + 1]!.lower) || nounAt(words, at + 1)?.plural === true) &&
  !words[at + 1]!.verb;

/** "The broker, an ethnic Korean, was": what the words between commas tell of one person. */
function isApposed(words: readonly TaggedWord[], comma: number): boolean {
  if (words[comma]?.lower !== "," || !/^(?:an?|the|whose|who)$/.test(words[comma + 1]?.lower ?? ""))
    return false;
  const close = words.findIndex(({ lower }, at) => at > comma && lower === ",");
  return close > 0 && close - comma < 9 && words[close + 1]?.verb === true;
}

const told = (noun: Noun | null) =>
  noun === null
    ? {}
    : {
        nationality: noun.nationality,
        role: noun.role,
        ageBand: noun.ageBand,
        sex: noun.sex,
        circumstances: noun.circumstances,
      };
