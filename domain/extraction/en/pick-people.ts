import { isUnknownCount } from "../../count-range";
import { SPEECH_VERBS } from "../lexicon/en/stance-words";
import type { Clause } from "./cut-clauses";
import type { FoundPeople } from "./found-people";
import { isPart } from "./is-part";
import { namedPersonBefore } from "./named-person";
import { object, ofNoun, wholeOf } from "./pick-objects";
import type { TaggedWord } from "./tag-words";

/** To whom it happened. `inherited`: the subject of the clause before, "were arrested and sent back". */
export type PickedPeople = { patients: FoundPeople[]; parts: FoundPeople[]; inherited: boolean };

/** The people of a clause to whom its event happens, and those named as some of them. */
export function pickPeople(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  clause: Clause,
  before: (PickedPeople & { told: boolean }) | null,
): PickedPeople {
  const { trigger } = clause;
  const inside = people.filter(({ from, to }) => from >= clause.from && to <= clause.to);
  const parts: FoundPeople[] = [];
  const whole: FoundPeople[] = [];
  for (const each of inside) {
    if (speaks(words, each) || isAgent(words, each)) continue;
    const before = whole.at(-1);
    if (
      (before && each.counted && isAppositive(words, before, each, clause)) ||
      (!isSubject(words, each, clause) &&
        !isObject(each, clause) &&
        isPart(words, each, parts.findLast(({ unit }) => unit === "person") ?? null))
    )
      parts.push(...(tellsNothing(each) ? [] : [each]));
    else whole.push(each);
  }
  const left = whole.filter(({ from, to }) => to <= trigger.from && words[from]!.lower !== "them");
  const right = whole.filter(({ from }) => from > trigger.at);
  const own =
    trigger.voice === "noun"
      ? ofNoun(words, clause, right)
      : trigger.voice === "active"
        ? object(words, clause, left, right)
        : subject(words, clause, left, right);
  if (own.length > 0)
    return {
      patients: own.map((each) => antecedent(words, people, each, before?.patients ?? [])),
      parts,
      inherited: false,
    };
  const dies = trigger.voice === "alone" && /^(?:death|sentencing)/.test(trigger.type);
  const named = trigger.voice === "passive" || dies ? namedPersonBefore(words, trigger.from) : null;
  if (named) return { patients: [named], parts, inherited: false };
  // "1,000 Syrians, who were transferred to camps": they alone.
  const who = trigger.from - 1;
  const alone = /^(?:who|which|that)$/.test(words[who]?.lower ?? "")
    ? people.findLast(({ to }) => to <= who && who - to <= 1)
    : undefined;
  const one = alone?.count.best === 1 && /^(?:was|has|had)$/.test(words[trigger.from]?.lower ?? "");
  if (
    alone?.counted &&
    trigger.voice === "passive" &&
    before?.patients.some(({ from }) => from !== alone.from) &&
    (one || alone.nationality !== null)
  )
    return { patients: [alone], parts, inherited: false };
  // "among them the publisher Gui Minhai, who was seized"
  const person =
    trigger.voice === "passive" && words[who]?.lower === "who" && words[who - 1]?.lower === ","
      ? namedPersonBefore(words, who - 1)
      : null;
  if (person) return { patients: [person], parts, inherited: false };
  // "were arrested and sent back", "crossed the border and were seized": the subject stands further left.
  if (trigger.voice !== "noun" && trigger.voice !== "active") {
    if (before && before.patients.length > 0)
      return {
        patients: before.patients.map((each) => {
          // "nine of the 31 North Koreans it arrested last month": all of them were.
          if (each.whole && trigger.from - each.to <= 2) return wholeOf(each);
          return before.told ? again(each) : each;
        }),
        parts,
        inherited: true,
      };
    const earlier = people.filter(({ to }) => to <= clause.from).at(-1);
    if (earlier && !speaks(words, earlier) && !isPart(words, earlier, null))
      return { patients: [before ? again(earlier) : earlier], parts, inherited: true };
  }
  return { patients: [], parts, inherited: false };
}

/** "most of them": how many, or who, nobody says. */
const tellsNothing = ({
  part,
  count,
  ageBand,
  sex,
  role,
  nationality,
  circumstances,
  bare,
  to,
  from,
}: FoundPeople) =>
  part &&
  !bare &&
  to - from === 3 &&
  isUnknownCount(count) &&
  ageBand === null &&
  sex === null &&
  role === null &&
  nationality === null &&
  circumstances.length === 0;

/** "Two of them were released": of some of them alone it is told. */
function isSubject(
  words: readonly TaggedWord[],
  { part, counted, to }: FoundPeople,
  { trigger }: Clause,
): boolean {
  if (!part || !counted || to > trigger.from || trigger.voice === "noun") return false;
  // "One of them, a woman of 43, was freed"
  const apposed =
    words[trigger.from - 1]?.lower === "," &&
    trigger.from - to < 12 &&
    !words.slice(to, trigger.from).some(({ lower, verb }) => verb && !/ing$/.test(lower));
  // "97 of them who refuse to go home were moved"
  const related =
    trigger.voice === "passive" &&
    /^(?:who|that)$/.test(words[to]?.lower ?? "") &&
    trigger.from - to < 10;
  return trigger.from - to <= 2 || apposed || related;
}

/** "The latest five, a couple with three children, were caught": who the five are. */
function isAppositive(
  words: readonly TaggedWord[],
  whole: FoundPeople,
  { from, to }: FoundPeople,
  { trigger }: Clause,
): boolean {
  return (
    whole.counted &&
    whole.to < from &&
    trigger.from - whole.to < 20 &&
    to < trigger.from &&
    words[whole.to]?.lower === "," &&
    words[trigger.from - 1]?.lower === "," &&
    !words
      .slice(whole.to, trigger.from)
      .some(
        ({ lower, verb }) => (verb && !/ing$/.test(lower)) || /^(?:who|whom|which)$/.test(lower),
      )
  );
}

/** "sent 109 of them to China": told of some alone. */
function isObject({ part, counted, from }: FoundPeople, { trigger }: Clause): boolean {
  return (
    part && counted && trigger.voice === "active" && from > trigger.at && from - trigger.at <= 2
  );
}

/** "the 109 people fought when they were put on the plane": they are those counted before in the sentence. */
function antecedent(
  words: readonly TaggedWord[],
  people: readonly FoundPeople[],
  each: FoundPeople,
  before: readonly FoundPeople[],
): FoundPeople {
  if (!each.pronoun) return each;
  if (each.single) {
    const one = people.findLast(
      ({ to, count, unit, part }) =>
        to <= each.from && unit === "person" && !part && count.best === 1 && count.high === 1,
    );
    if (!one) return each;
    // "A man said that he was seized": he is told of for the first time here.
    return { ...one, definite: one.definite || before.some(({ from }) => from === one.from) };
  }
  // "Those on board, 34 women and seven children, were drifting when they were found"
  if (/^(?:those|they)$/.test(words[0]?.lower ?? "")) return each;
  const counted = people.findLast(
    ({ to, count, part, unit }) =>
      to <= each.from && unit === "person" && !part && (count.best ?? count.low ?? 0) > 1,
  );
  return counted ? { ...counted, definite: true, pronoun: false } : each;
}

/** People told of in the clause before are told of again. */
const again = (people: FoundPeople): FoundPeople => ({ ...people, definite: true });

function subject(
  words: readonly TaggedWord[],
  clause: Clause,
  left: FoundPeople[],
  right: FoundPeople[],
): FoundPeople[] {
  const last = left.findLast(({ generic }) => !generic) ?? left.at(-1);
  if (!last)
    return clause.trigger.voice === "passive"
      ? []
      : right.slice(0, 1).filter(({ counted }) => counted);
  // "nine of the 31 North Koreans arrested last month": all of them were.
  if (last.whole && isRestricting(words, clause, last)) return [wholeOf(last)];
  const chain = chainBack(words, left.slice(0, left.indexOf(last) + 1));
  const along = right.filter(
    ({ from, counted }) => counted && /^(?:with|including)$/.test(words[from - 1]?.lower ?? ""),
  );
  return [...chain, ...along, ...gapped(words, last, right)];
}

const isRestricting = (words: readonly TaggedWord[], { trigger }: Clause, { to }: FoundPeople) =>
  (trigger.voice === "reduced" && trigger.from === to) ||
  (/^(?:who|that)$/.test(words[to]?.lower ?? "") && trigger.from === to + 1);

/** "… and 335 people at Spin Boldak": a second subject behind the verb, without a verb of its own. */
function gapped(
  words: readonly TaggedWord[],
  first: FoundPeople,
  right: FoundPeople[],
): FoundPeople[] {
  if (!first.counted) return [];
  return right.filter(
    ({ from, counted }) => counted && /^(?:and|,|;|:)$/.test(words[from - 1]?.lower ?? ""),
  );
}

/** The last people before the verb, and those joined to them by "and" with nothing but what describes them between. */
function chainBack(words: readonly TaggedWord[], left: FoundPeople[]): FoundPeople[] {
  const chain = [left.at(-1)!];
  for (let index = left.length - 2; index >= 0; index--) {
    const each = left[index]!;
    const between = words.slice(each.to, chain[0]!.from);
    const joined = between.some(({ lower }) => /^(?:and|,|as|along|together|plus)$/.test(lower));
    const verb = between.some(({ lower }) =>
      /^(?:were|was|are|is|had|have|has|told|said|when|because|that)$/.test(lower),
    );
    if (!joined || verb || between.length > 8 || !each.counted) break;
    chain.unshift(each);
  }
  return chain;
}

function speaks(words: readonly TaggedWord[], each: FoundPeople): boolean {
  if (each.counted && each.count.best !== 1) return false;
  // "an activist in Seoul said"
  const behind = words.slice(each.to, each.to + 7);
  const end = behind.findIndex(({ lower, verb }) => verb || /^[,;.]$/.test(lower));
  const said = behind[end]?.lower ?? "";
  if (/^(?:in|from|of|at|with|for|on)$/.test(behind[0]?.lower ?? "") && SPEECH_VERBS.has(said))
    return !each.pronoun;
  return (
    (words.slice(each.to, each.to + 2).some(({ lower }) => SPEECH_VERBS.has(lower)) &&
      !each.pronoun) ||
    (each.pronoun && SPEECH_VERBS.has(words[each.to]?.lower ?? ""))
  );
}

/** "arrested by two men", "according to 30 lawyers". */
function isAgent(words: readonly TaggedWord[], { from, counted, count }: FoundPeople): boolean {
  const before = words[from - 1]?.lower ?? "";
  if (before === "by" || before === "against") return true;
  return (
    before === "to" && words[from - 2]?.lower === "according" && (!counted || count.best !== null)
  );
}
