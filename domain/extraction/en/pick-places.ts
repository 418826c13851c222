import type { Modality } from "../../vocabulary";
import type { DraftPlaceRole, DraftType } from "../drafts";
import type { Span } from "../evidence-of";
import type { Where } from "../happening";
import { PEOPLE_NOUNS } from "../lexicon/en/people-nouns";
import { UNNAMED_FACILITY } from "../lexicon/en/place-words";
import { POLICE, SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import type { PlacePhrase } from "./find-place-phrases";
import { governs } from "./governs";
import { sharesSubject } from "./shares-subject";
import type { TaggedWord } from "./tag-words";

/** The places that a clause's event touches, each with its role. */
export function pickPlaces(
  text: string,
  words: readonly TaggedWord[],
  phrases: readonly PlacePhrase[],
  clause: Clause,
  within: { from: number; to: number },
  stance: Modality,
  speakers: readonly Span[],
): Where[] {
  const { start, end } = words[clause.trigger.at]!;
  const said = speakers.filter((speaker) => !(start >= speaker.start && end <= speaker.end));
  return phrases.flatMap((phrase, at) => {
    if (said.some((speaker) => phrase.start > speaker.start && phrase.end <= speaker.end))
      return [];
    if (isOutside(words, phrase, phrases[at - 1])) return [];
    if (phrase.from < within.from || phrase.from >= within.to || phrase.aside) return [];
    const role = roleOf(words, phrase, clause);
    if (role === null) return [];
    return [toWhere(text, words, phrase, clause, expected(role, stance))];
  });
}

/** "at Zhukovsky airport outside Moscow": only tells where the first one lies. */
function isOutside(
  words: readonly TaggedWord[],
  { preposition, hangsOn }: PlacePhrase,
  before: PlacePhrase | undefined,
): boolean {
  return (
    before !== undefined &&
    before.place.kind !== "country" &&
    /^(?:outside|near)$/.test(preposition ?? "") &&
    hangsOn >= before.to - 1 &&
    hangsOn - before.to < 2 &&
    words[hangsOn] !== undefined
  );
}

function expected(role: DraftPlaceRole, stance: Modality): DraftPlaceRole {
  if (stance !== "anticipated") return role;
  return role === "from"
    ? "from"
    : role === "to" || role === "through"
      ? "expected_to"
      : "expected_at";
}

function roleOf(
  words: readonly TaggedWord[],
  phrase: PlacePhrase,
  clause: Clause,
): DraftPlaceRole | null {
  const { type, voice } = clause.trigger;
  const { preposition } = phrase;
  if (isWhereAgentIs(words, phrase, clause)) return AT[type] ?? null;
  if (preposition === null) {
    const acts =
      phrase.place.kind === "country" &&
      phrase.from < clause.trigger.from &&
      clause.trigger.from - phrase.to <= 6 &&
      voice === "active";
    const noVerbBetween = words
      .slice(phrase.to, clause.trigger.from)
      .every(({ verb, lower }) => !verb || /^(?:has|had|have|is|was)$/.test(lower));
    return acts && noVerbBetween ? (type === "deportation" ? "from" : (AT[type] ?? null)) : null;
  }
  if (isOfRelative(words, phrase, clause)) return AT[type] ?? null;
  if (preposition === "by")
    return type === "deportation" && phrase.place.kind === "country" ? "from" : null;
  const moves = type === "deportation" || type === "transfer";
  if (moves && isLeft(words, phrase, clause)) return "from";
  // "broke into a house in Longjing and arrested five women"
  if (
    type === "arrest" &&
    voice === "active" &&
    /^(?:in|at|near|on)$/.test(preposition) &&
    sharesSubject(words, clause, phrase.from)
  )
    return "arrest";
  if (!governs(words, clause, Math.max(phrase.hangsOn + 1, 0))) return null;
  if (/^(?:to|into|onto|towards|toward|back|for)$/.test(preposition)) {
    if (
      words.slice(clause.trigger.last + 1, phrase.from).some(({ lower }) => /ing$/.test(lower)) ||
      phrase.from < clause.trigger.from
    )
      return null;
    if (moves) return preposition === "for" ? null : "to";
    const behind = phrase.from > clause.trigger.at;
    return /^(?:arrest|detention)$/.test(type) &&
      preposition === "to" &&
      behind &&
      !isAim(words, phrase)
      ? "held"
      : null;
  }
  if (preposition === "from") {
    // "arrested a woman from Hoeryong": where she comes from.
    if (!moves && PEOPLE_NOUNS.has(words[phrase.hangsOn]?.lower ?? "")) return null;
    const ofPeople = phrase.from < clause.trigger.from;
    if (ofPeople) return null;
    // "were caught while swimming across the Yalu from Hyesan": where they had set out.
    const onWay = words
      .slice(clause.trigger.last + 1, phrase.from)
      .some(({ lower, verb }) => verb && /ing$/.test(lower));
    if (onWay) return null;
    return moves
      ? "from"
      : /^(?:arrest|release)$/.test(type) && phrase.place.kind !== "country"
        ? AT[type]!
        : null;
  }
  if (/^(?:through|via|across|over|between)$/.test(preposition))
    return moves ? "through" : (AT[type] ?? null);
  if (/^(?:of|off|beyond|along|around|on)$/.test(preposition) && moves) return "through";
  return AT[type] ?? null;
}

/** "was taken from a center for foreigners in Yegoryevsk and put on a flight". */
const isLeft = (words: readonly TaggedWord[], { from }: PlacePhrase, clause: Clause) =>
  words.slice(Math.max(clause.from, from - 9), from).some(({ lower }) => lower === "from") &&
  sharesSubject(words, clause, from);

/** "caught 100 migrants who broke through the fence near Krynki": there they were caught. */
function isOfRelative(
  words: readonly TaggedWord[],
  { from, preposition, place }: PlacePhrase,
  { trigger }: Clause,
): boolean {
  if (trigger.type !== "arrest" || trigger.voice !== "active" || place.kind === "country")
    return false;
  const between = words.slice(trigger.at + 1, from).map(({ lower }) => lower);
  const crossed = between.includes("crossed") && preposition === "into";
  return (
    from > trigger.at &&
    (crossed || /^(?:in|at|near)$/.test(preposition ?? "")) &&
    between.includes("who") &&
    !between.some(
      (lower) =>
        SPEECH_VERBS.has(lower) ||
        (crossed ? /^(?:live|lived)$/ : /^(?:had|have|has|from|live|lived)$/).test(lower),
    )
  );
}

/** "Police in Chiang Rai stopped a boat and took 11 people into custody": the subject of both verbs. */
function isWhereAgentIs(
  words: readonly TaggedWord[],
  { from, preposition, place, hangsOn }: PlacePhrase,
  { trigger }: Clause,
): boolean {
  if (trigger.voice !== "active" || !/^(?:in|at|near)$/.test(preposition ?? "")) return false;
  if (place.kind === "country" || from > trigger.from || trigger.from - from > 30) return false;
  const opens = words.findLastIndex(({ lower }, at) => at < from && /^[)—–]$/.test(lower)) + 1;
  const lead = words.slice(opens, from);
  return (
    !lead.some(({ verb }) => verb) &&
    words.slice(opens, hangsOn + 1).some(({ lower }) => POLICE.has(lower) || lower === "court") &&
    !words.slice(from, trigger.from).some(({ lower }) => SPEECH_VERBS.has(lower))
  );
}

/** "on their way to", "heading to": where they wanted to go. */
function isAim(words: readonly TaggedWord[], phrase: PlacePhrase): boolean {
  const holder = words[phrase.hangsOn]?.lower ?? "";
  return /^(?:way|get|go|going|travel|travelling|traveling|flee|fleeing|escape|escaping|route|journey|cross|crossing|bound|heading|headed|come|trip|sail|sailing|return|returning|migrate|passage|travelled|en)$/.test(
    holder,
  );
}

/** What "in" means of each event. */
const AT: Partial<Record<DraftType, DraftPlaceRole>> = {
  arrest: "arrest",
  detention: "held",
  transfer: "to",
  deportation: "through",
  release: "release",
  sentencing: "sentencing",
  death_in_custody: "death",
  death: "death",
};

function toWhere(
  text: string,
  words: readonly TaggedWord[],
  phrase: PlacePhrase,
  clause: Clause,
  role: DraftPlaceRole,
): Where {
  const { place } = phrase;
  const capital =
    /^(?:Pyongyang|Beijing|Seoul|Kabul|Moscow|Minsk|Ankara|Washington|Tehran|Islamabad|Asmara)$/.test(
      place.nameEn,
    );
  const toState =
    capital &&
    /to$/.test(role) &&
    /^(?:hand|turn|return|send|sent)/.test(words[clause.trigger.at]?.lower ?? "");
  const before = text.slice(
    Math.max(words[Math.max(phrase.hangsOn, 0)]!.start, phrase.start - 80),
    phrase.start,
  );
  const behind = text.slice(phrase.end, phrase.end + 40);
  const facility =
    UNNAMED_FACILITY.exec(before)?.[1] ??
    UNNAMED_FACILITY.exec(
      /^ \p{Lu}?/u.test(behind) ? (behind.match(/^(?: [\p{L}]+){1,3}/u)?.[0] ?? "") : "",
    )?.[1] ??
    null;
  const isTown = place.kind === "locality";
  const isFacility = place.kind === "facility";
  return {
    start: phrase.start,
    end: phrase.end,
    role,
    country: place.countryId,
    subdivision: toState ? null : place.provinceId,
    locality: toState ? null : (phrase.locality ?? (isTown ? place.nameEn : null)),
    facility: toState ? null : isFacility ? place.nameEn : facility,
    doubtful: phrase.doubtful,
  };
}
