import type { AgeBand, Role, Sex } from "../../vocabulary";
import type { People } from "../happening";
import { FAMILY_NOUNS, PEOPLE_NOUNS } from "../lexicon/en/people-nouns";
import { nationAt } from "./nation-at";
import { age, ageBandOf, numberIn } from "./read-age";
import { readNumber } from "./read-number";
import type { TaggedWord } from "./tag-words";

export type Noun = {
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

/** A noun phrase for people: up to five words before its head, none of them a verb or a preposition. */
export function readNoun(
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
      } else if (!many && !known && stands(words, next + nation.length))
        noun.to = next + nation.length;
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
    else if (!many && YEARS.test(word.lower) && stands(words, next + 1)) {
      // "a 23-year-old was picked up"
      noun.ageBand = ageBandOf(numberIn(YEARS.exec(word.lower)![1]!));
      noun.to = ++next;
    } else if (left > 0 && mayStandBefore(word)) {
      const years = YEARS.exec(word.lower)?.[1];
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
        .slice(noun.to, noun.to + 7)
        .map(({ lower }) => lower)
        .join(" "),
    )
  )
    noun.role = "helper";
  return { ...noun, ...after, nationality: noun.nationality };
}

const YEARS = /^(\d{1,2}|[a-z]+)-year-old$/;

/** "a Cuban, 55, died", "a Tibetan who had": the word stands for a person, no noun follows. */
function stands(words: readonly TaggedWord[], at: number): boolean {
  const word = words[at];
  return (
    !word?.isWord ||
    /^(?:who|whose|in|from|was|is|has|had|and|of|aged|by|at|on|with|died|were)$/.test(word.lower)
  );
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
  /^(?:who )?(?:(?:had|have|has|were|was|are|is|been|allegedly|suspected of|accused of|charged with) )*(?:assist|help|guid|aid|accompany|smuggl|shelter|escort|support)(?:ing|ed|ied)\b(?! (?:by|in|on))/;

function mayStandBefore(word: TaggedWord): boolean {
  return (
    word.isWord &&
    !/\d/.test(word.text.replace(/^\d+-year-old$/i, "")) &&
    !NO_MODIFIERS.has(word.lower) &&
    !/['’]s$/.test(word.text)
  );
}

const NO_MODIFIERS = new Set(
  `home back away off aboard across per amid despite along toward towards outside inside within via upon onto years year months month days day weeks week hours hour minutes percent per cent dollars won yuan kilometers kilometres
  km miles times of in at on from to by for with and or but who whom whose which that were was is are be been have has had will
  would may might could should as than into after before while when where because since until said says told it they them
  he she we i you not no if so such their its his her the a an this these those near over under between during about
  against without among including crossed went came provinces cities countries towns villages groups boats buses vehicles cars trucks flights
  cases reports families`.split(/\s+/),
);

export function nounAt(words: readonly TaggedWord[], at: number) {
  const word = words[at];
  if (!word?.isWord || /s['’]$/.test(word.text)) return null;
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
