import { type CountRange, unknownCount } from "../../count-range";
import { parseCount } from "../../parse-count";
import type { AgeBand, Role, Sex, Unit } from "../../vocabulary";
import type { People } from "../happening";
import { FAMILY_NOUNS, PEOPLE_NOUNS, POINTING_NOUNS } from "../lexicon/en/people-nouns";
import { QUALIFIERS, VAGUE_NUMBERS } from "../lexicon/en/qualifiers";
import { nationAt } from "./nation-at";
import { readNumber } from "./read-number";
import type { TaggedWord } from "./tag-words";

/** People as some words name them, with the words' numbers in the sentence: `from` to `to`, exclusive. */
export type FoundPeople = People & {
  from: number;
  to: number;
  /** Only a figure, without a word for people. */
  bare: boolean;
  /** "some of the 109 people": the whole is named, and something is said of a part of it. */
  ofWhole: boolean;
  /** A noun that needs no figure: "North Koreans", "defectors". */
  generic: boolean;
};

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

function readPronoun(words: readonly TaggedWord[], at: number): FoundPeople | null {
  const { lower } = words[at]!;
  if (/^(?:they|them|themselves)$/.test(lower))
    return people(words, at, at + 1, { definite: true, pronoun: true });
  if (/^(?:both|all)$/.test(lower) && (words[at + 1]?.verb || words[at + 1]?.lower === "of"))
    return people(words, at, at + 1, { definite: true, pronoun: true });
  if (lower === "those" && words[at + 1]?.lower === "in" && words[at + 2]?.lower === "their")
    return people(words, at, at + 1, { part: true, ...age(words, at + 1) });
  if (
    lower === "those" &&
    /^(?:\w+ed|held|caught|taken|sent|put|brought|flown|freed)$/.test(words[at + 1]?.lower ?? "")
  )
    return people(words, at, at + 2, { definite: true });
  return null;
}

function readCounted(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
): FoundPeople | null {
  let next = at;
  let definite = false;
  let other = false;
  let ofWhole = false;
  if (
    /^(?:some|many|most|several)$/.test(words[next]!.lower) &&
    follows(words, next + 1, "of the")
  ) {
    next += 2;
    ofWhole = true;
  }
  const lead = /^(?:the|these|those|this|its|their|all|both)$/.test(words[next]?.lower ?? "");
  if (lead) {
    definite = words[next]!.lower !== "all";
    next++;
  }
  while (
    /^(?:other|another|further|additional|remaining|more|extra|first|second|same|last)$/.test(
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
  while (/^(?:more|others?|further|additional|new|odd|or|so)$/.test(words[next]?.lower ?? "")) {
    if (words[next]!.lower === "or" && words[next + 1]?.lower !== "so") break;
    other ||= /more|other|further|additional/.test(words[next]!.lower);
    next++;
  }
  const partOfThem =
    /^of$/.test(words[next]?.lower ?? "") &&
    /^(?:them|whom|these|those|the)$/.test(words[next + 1]?.lower ?? "");
  if (partOfThem) {
    // "three of the nine", "six of the seven defectors"
    const named = words[next + 1]!.lower === "the";
    const behind = next + 2 + (named ? (readNumber(words, next + 2)?.length ?? 0) : 0);
    const whole = named ? readNoun(words, behind, taken, true) : null;
    const to = whole ? whole.to : behind;
    return people(words, at, to, {
      count: counted.count,
      counted: true,
      part: true,
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
      !bareFits(words, at, next, taken) &&
      !(
        definite &&
        /^(?:who|said|are|were|had|have|was|,|\.|told|on|in|to)$/.test(words[next]?.lower ?? ".")
      )
    )
      return null;
    return people(words, at, next, {
      count: counted.count,
      counted: true,
      bare: true,
      definite,
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

/** A figure without a noun counts people before a verb, and in a list behind a figure that has one. */
function bareFits(
  words: readonly TaggedWord[],
  at: number,
  next: number,
  taken: (at: number) => boolean,
): boolean {
  const before = words[at - 1]?.lower ?? "";
  if (
    /^(?:age|aged|is|was|under|number|no|article|page|chapter|section|[$€£¥]|at|than|of|below|over)$/.test(
      before,
    )
  )
    return false;
  const after = words[next];
  if (!after) return false;
  if (
    /^(?:were|was|have|had|has|are|remain|remained|died|crossed|went|came|did|would|will|could|may|managed|escaped|fled|arrived|returned)$/.test(
      after.lower,
    )
  )
    return true;
  if (/^(?:in|at|on|from|near|to|through|via)$/.test(after.lower))
    return !taken(at) || taken(next + 1);
  return after.verb && /(?:ed|ught|ken|held)$/.test(after.lower);
}

function readVague(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
): FoundPeople | null {
  const vague = VAGUE_NUMBERS.find((phrase) => follows(words, at, phrase));
  if (vague) {
    const next = at + vague.split(" ").length;
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
  const noun = readNoun(words, at + 1, taken, false);
  if (!noun || noun.plural) return null;
  return people(words, at, noun.to, {
    count: exactly(1),
    counted: true,
    ...told(noun),
    other: words[at]!.lower === "another",
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
    return people(words, at, at + 2, { definite: true });
  const next = lead ? at + 1 : at;
  const noun = readNoun(words, next, taken, true, lead ? 3 : 0);
  if (!noun) return null;
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

type Noun = {
  to: number;
  plural: boolean;
  family: boolean;
  /** "ethnic Kazakhs" may be citizens of another country. */
  ethnic: boolean;
  nationality: string | null;
  role: Role | null;
  ageBand: AgeBand | null;
  sex: Sex | null;
  circumstances: People["circumstances"];
};

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

/** A noun phrase for people: up to five words before its head, none of them a verb or a preposition. */
function readNoun(
  words: readonly TaggedWord[],
  at: number,
  taken: (at: number) => boolean,
  many: boolean,
  spare = 5,
): Noun | null {
  const noun: Noun = {
    to: -1,
    plural: false,
    family: false,
    ethnic: false,
    nationality: null,
    role: null,
    ageBand: null,
    sex: null,
    circumstances: [],
  };
  let left = spare;
  for (let next = at; next < words.length && next < at + 9 && !taken(next); ) {
    const nation = nationAt(words, next);
    const known = nounAt(words, next);
    const word = words[next]!;
    if (nation) {
      if (!noun.ethnic) noun.nationality ??= nation.code;
      if (
        nation.plural ||
        (many && nation.invariable && !known && endsNoun(words, next + nation.length))
      ) {
        noun.to = next + nation.length;
        noun.plural = true;
      }
      next += nation.length;
    } else if (known) {
      noun.to = next + known.length;
      noun.plural = known.plural;
      noun.family ||= known.family;
      noun.role = known.role ?? noun.role;
      noun.ageBand ??= known.age ?? null;
      noun.sex = known.sex ?? noun.sex;
      noun.circumstances = [...noun.circumstances, ...(known.circumstances ?? [])];
      next += known.length;
    } else if (noun.to > 0 && noun.to === next) {
      if (
        word.lower === "and" &&
        many &&
        (nounAt(words, next + 1)?.plural || nationAt(words, next + 1)) &&
        !readNumber(words, next + 1)
      )
        next++;
      else break;
    } else if (word.lower === "and" && nationAt(words, next + 1)) next++;
    else if (left > 0 && mayStandBefore(word)) {
      const years = /^(\d{1,2}|[a-z]+)-year-old$/.exec(word.lower)?.[1];
      if (years) noun.ageBand = ageBandOf(numberIn(years));
      if (word.lower === "ethnic") noun.ethnic = true;
      if (word.lower === "pregnant") noun.circumstances = [...noun.circumstances, "pregnant"];
      if (word.lower === "elderly") noun.circumstances = [...noun.circumstances, "elderly"];
      left--;
      next++;
    } else break;
  }
  if (noun.to < 0) return null;
  const after = age(words, noun.to);
  if (
    HELPS.test(
      words
        .slice(noun.to, noun.to + 3)
        .map(({ lower }) => lower)
        .join(" "),
    )
  )
    noun.role = "helper";
  return { ...noun, ...after, nationality: noun.nationality };
}

/** "872 Thai" ends there; "the Lao capital" goes on. */
function endsNoun(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  return (
    !word?.isWord ||
    word.verb ||
    readNumber(words, at) !== null ||
    NO_MODIFIERS.has(word.lower) ||
    nounAt(words, at) !== null ||
    nationAt(words, at) !== null
  );
}

/** Words that may stand between a figure and the people: adjectives and nouns, never a unit or a function word. */
const HELPS =
  /^(?:who (?:had |have |were |was )?)?(?:assist|help|guid|aid|accompany|smuggl|shelter|escort|support)(?:ing|ed|ied)\b(?! (?:by|in|on))/;

function mayStandBefore(word: TaggedWord): boolean {
  return (
    word.isWord &&
    !/\d/.test(word.text.replace(/^\d+-year-old$/i, "")) &&
    !NO_MODIFIERS.has(word.lower) &&
    !/['’]s$/.test(word.text)
  );
}

const NO_MODIFIERS = new Set(
  `off aboard across per amid despite along toward towards outside inside within via upon onto years year months month days day weeks week hours hour minutes percent per cent dollars won yuan kilometers kilometres
  km miles times of in at on from to by for with and or but who whom which that were was is are be been have has had will
  would may might could should as than into after before while when where because since until said says told it they them
  he she we i you not no if so such their its his her the a an this these those near over under between during about
  against without among including crossed went came provinces cities countries towns villages groups boats buses vehicles cars trucks flights
  cases reports families`.split(/\s+/),
);

function nounAt(words: readonly TaggedWord[], at: number) {
  const word = words[at];
  if (!word?.isWord) return null;
  const two = `${word.lower} ${words[at + 1]?.lower}`;
  const known = PEOPLE_NOUNS.get(two) ?? PEOPLE_NOUNS.get(word.lower);
  const length = PEOPLE_NOUNS.has(two) ? 2 : 1;
  if (FAMILY_NOUNS.has(word.lower)) {
    if (words[at + 1]?.lower.startsWith("member"))
      return {
        plural: true,
        length: 2,
        family: false,
        role: "family_member" as const,
        age: undefined,
        sex: undefined,
        circumstances: undefined,
      };
    return {
      plural: word.lower.endsWith("s"),
      length: 1,
      family: true,
      role: undefined,
      age: undefined,
      sex: undefined,
      circumstances: undefined,
    };
  }
  if (known) return { ...known, length, family: false };
  if (word.actor && word.plural && !/^\p{Lu}/u.test(word.text) && !NO_PEOPLE.has(word.lower))
    return {
      plural: true,
      length: 1,
      family: false,
      role: undefined,
      age: undefined,
      sex: undefined,
      circumstances: undefined,
    };
  return null;
}

/** Those who act, not those to whom it happens. */
const NO_PEOPLE = new Set(
  "officers officials police guards authorities agents troops soldiers investigators diplomats ministers rapporteurs sources campaigners spokesmen analysts experts judges".split(
    " ",
  ),
);

/** People of whom the words from `from` to `to`, exclusive, say only that there were some. */
export function uncountedAt(words: readonly TaggedWord[], from: number, to: number): FoundPeople {
  return people(words, from, to, { counted: true });
}

/** A count that begins there, with what qualifies it, "about 30", and the word behind it; null = none. */
export function readCount(
  words: readonly TaggedWord[],
  at: number,
): { count: CountRange; to: number } | null {
  const { meaning, length } = qualifierAt(words, at);
  const read = countAt(words, at + length, meaning, () => false);
  return read && { count: read.count, to: at + length + read.length };
}

function qualifierAt(
  words: readonly TaggedWord[],
  at: number,
): { meaning: string; length: number } {
  const found = QUALIFIERS.find(([phrase]) => follows(words, at, phrase));
  // "handed over three people": the word belongs to the verb.
  const ofVerb =
    words[at]?.lower === "over" &&
    /^(?:hand|turn|t[ao]k|giv|gave)/.test(words[at - 1]?.lower ?? "");
  if (!found || ofVerb) return { meaning: "", length: 0 };
  const length = found[0].split(" ").length;
  const next = qualifierAt(words, at + length);
  return { meaning: found[1] || next.meaning, length: length + next.length };
}

function countAt(
  words: readonly TaggedWord[],
  at: number,
  meaning: string,
  taken: (at: number) => boolean,
): { count: CountRange; length: number } | null {
  if (words[at]?.lower === "between") {
    const low = readNumber(words, at + 1);
    const high =
      low && words[at + 1 + low.length]?.lower === "and"
        ? readNumber(words, at + 2 + low.length)
        : null;
    return low && high
      ? { count: countOf(`${low.value} - ${high.value}`), length: 2 + low.length + high.length }
      : null;
  }
  const span = /^(\d{1,6})[-–](\d{1,6})$/.exec(words[at]?.text ?? "");
  if (span) return { count: countOf(`${span[1]} - ${span[2]}`), length: 1 };
  const first = taken(at) ? null : readNumber(words, at);
  if (
    !first ||
    (first.value >= 1900 &&
      first.value <= 2100 &&
      !/,/.test(words[at]!.text) &&
      first.length === 1 &&
      meaning === "" &&
      /^\d/.test(words[at]!.text) &&
      !nounAt(words, at + 1) &&
      !nationAt(words, at + 1))
  )
    return null;
  if (
    /^[$€£¥₩%]$/.test(words[at - 1]?.text ?? "") ||
    (/^[%$:]$/.test(words[at + first.length]?.text ?? "") && words[at + first.length]?.text !== ":")
  )
    return null;
  const joint = words[at + first.length]?.text ?? "";
  const second = /^(?:to|or|-|–)$/.test(joint) ? readNumber(words, at + first.length + 1) : null;
  if (second && second.value > first.value)
    return {
      count: countOf(`${first.value} - ${second.value}`),
      length: first.length + 1 + second.length,
    };
  const more = follows(words, at + first.length, "or more");
  return more
    ? { count: countOf(`at least ${first.value}`), length: first.length + 2 }
    : { count: countOf(`${meaning} ${first.value}`), length: first.length };
}

const countOf = (typed: string): CountRange => parseCount(typed).count;
const exactly = (n: number): CountRange => ({ low: n, best: n, high: n });

function numberIn(word: string): number {
  return /^\d+$/.test(word)
    ? Number(word)
    : (readNumber([{ start: 0, end: 0, text: word, lower: word, isWord: true }], 0)?.value ??
        Number.NaN);
}

/** "aged 9", "of nine", "below the age of five", "in their 60s" behind a noun. */
function age(
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
function ageBandOf(years: number): AgeBand | null {
  if (!Number.isFinite(years)) return null;
  if (years < 5) return "0-4";
  if (years < 12) return "5-11";
  if (years < 18) return "12-17";
  return years < 60 ? "18-59" : "60+";
}

function follows(words: readonly TaggedWord[], at: number, phrase: string): boolean {
  return phrase.split(" ").every((part, offset) => words[at + offset]?.lower === part);
}

function people(
  words: readonly TaggedWord[],
  from: number,
  to: number,
  known: Partial<FoundPeople>,
): FoundPeople {
  const base: FoundPeople = {
    start: words[from]!.start,
    end: words[Math.min(to, words.length) - 1]!.end,
    from,
    to,
    count: unknownCount,
    counted: false,
    unit: "person",
    nationality: null,
    role: null,
    definite: false,
    pronoun: false,
    other: false,
    part: false,
    ageBand: null,
    sex: null,
    circumstances: [],
    bare: false,
    ofWhole: false,
    generic: false,
  };
  return { ...base, ...known };
}
