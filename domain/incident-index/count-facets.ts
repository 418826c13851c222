import { isAsked } from "../incident-filter";
import { addEvents, COLUMN_OF, type EventFacet, eventsOf, type ToldEvents } from "./add-events";
import { countPerValue } from "./count-per-value";
import { countHavingAny, type Having, wordsPerWordOfAny } from "./having";
import type { IncidentIndex } from "./incident-index";
import { type DayRange, slotsWithin } from "./match-dates";
import type { Matching } from "./match-filter";
import { OF_INCIDENT } from "./match-incidents";
import { COUNTRY, PROVINCE, type RightKinds, rightKinds, TYPE, WHOLE_KIND } from "./match-kinds";
import { allWords, countSlots, inBoth, inEither, noSlots, type SlotBits } from "./slot-bits";
import { sumOver } from "./sum-over";

/** How many incidents each value finds where it alone is chosen of its facet; the values are those of the column. */
export type FacetCounts = {
  codes: readonly string[];
  byCode: ReadonlyMap<string, number>;
  perValue: Uint32Array;
};

export const CODE_FACETS = ["country", "province", "type", ...OF_INCIDENT] as const;
export type CodeFacet = (typeof CODE_FACETS)[number];

/**
 * For each facet the incidents behind each of its codes, as if the facet itself asked for nothing and the code alone
 * were chosen: as many as the filter finds then.
 */
export function countFacets(
  index: IncidentIndex,
  matching: Matching,
  names: readonly CodeFacet[] = CODE_FACETS,
): Record<CodeFacet, FacetCounts> {
  const counts = names.map((name) => {
    const at = (OF_INCIDENT as readonly string[]).indexOf(name);
    const perValue =
      at >= 0
        ? countOfIncident(index, matching, at)
        : countOfEvents(index, matching, name as EventFacet);
    const { codes, byCode } = index.sets[name];
    return [name, { codes, byCode, perValue }];
  });
  return Object.fromEntries(counts) as Record<CodeFacet, FacetCounts>;
}

function countOfIncident(index: IncidentIndex, matching: Matching, own: number) {
  return countPerValue(index, OF_INCIDENT[own]!, foundSlots(matching, own));
}

/** What would be found if one thing of `OF_INCIDENT` asked for nothing. */
export function foundSlots({ hits, near }: Matching, own: number): SlotBits {
  return near[own] ? inEither(hits, near[own]) : hits;
}

/** Of some slots, those of which every right event matches by its date, and of others the events that do. */
type Dated = { inside: SlotBits; across: ToldEvents };

/** Found once for a matching: its facets ask for the same, and again in every turn. */
function datedOf(
  index: IncidentIndex,
  matching: Matching,
  ranges: readonly DayRange[],
  base: SlotBits,
): Dated {
  const ofMatching = DATED.get(matching) ?? new Map<SlotBits, Dated>();
  DATED.set(matching, ofMatching);
  const known = ofMatching.get(base);
  if (known) return known;
  const { whole, within, dated } = matching;
  const { inside, across } =
    within && base === dated ? within : slotsWithin(index, ranges, inBoth(whole, base));
  const told = eventsOf(index, { slots: across, words: allWords(across), ranges });
  const found = { inside, across: told };
  ofMatching.set(base, found);
  return found;
}

const DATED = new WeakMap<Matching, Map<SlotBits, Dated>>();

/** Whatever is asked of an event beside the facet's own must hold for the event that has the code. */
function countOfEvents(index: IncidentIndex, matching: Matching, name: EventFacet): Uint32Array {
  const { filter, isOfEvent, ranges, whole, butForPlaces, places, dated } = matching;
  const mask = WHOLE_KIND & ~{ country: COUNTRY, province: PROVINCE, type: TYPE }[name];
  // A type makes the dates those of the event, also where no other asks for one.
  const isByEvent = isOfEvent || name === "type";
  const slots = isByEvent ? whole : butForPlaces;
  // Where the facet itself asks for something, the slots were held against more than is asked here.
  const isNarrow = isAsked(filter, name);
  if (!isByEvent || ranges === null) {
    const right = rightKinds(index, matching, { mask });
    if (right.isAll) return countPerValue(index, name, slots);
    const base = isNarrow ? index.taken : places;
    return countRight(index, matching, { name, right, slots, base });
  }
  const base = isNarrow ? index.taken : isOfEvent ? dated : places;
  const { inside, across } = datedOf(index, matching, ranges, base);
  const right = rightKinds(index, matching, { mask, isDated: true });
  const counts = countRight(index, matching, { name, right, slots: inside, base });
  const more = new Float64Array(counts.length);
  addEvents(index, across, { name, isRight: right.now() }, more, 1);
  return counts.map((count, value) => count + more[value]!);
}

/** How many of the slots have each value in an event of a right kind. `base`: all that have such an event. */
function countRight(
  index: IncidentIndex,
  { isByBrief }: Matching,
  {
    name,
    right,
    slots,
    base,
  }: { name: EventFacet; right: RightKinds; slots: SlotBits; base: SlotBits },
): Uint32Array {
  let known: RightHaving | null = null;
  const sums = sumOver(index, slots, {
    name: `${name} of ${right.name}`,
    length: index.sets[name].codes.length,
    base,
    add(into, some, sign, words) {
      const work = countSlots(some, words) * WORDS_PER_SLOT;
      const length = words.to - words.from;
      if (isByBrief && work > length && !isCurrent(known, index))
        known = havingRight(index, name, right);
      if (!known || work <= length || work <= known.wordsPerWord * length) {
        const told = eventsOf(index, { slots: some, words, ranges: null });
        addEvents(index, told, { name, isRight: right.now() }, into, sign);
        return;
      }
      const { perValue, seen } = known;
      for (let value = 0; value < perValue.length; value++)
        into[value]! += sign * countHavingAny(perValue[value]!, some, seen, words);
    },
  });
  return Uint32Array.from(sums);
}

/** To go through the events of a slot takes as long as through so many words. */
const WORDS_PER_SLOT = 16;

/** By value, the slots that have it, each brief by itself; as of an index, and of so many briefs. */
type RightHaving = {
  of: readonly Having[];
  briefs: number;
  perValue: Having[][];
  wordsPerWord: number;
  seen: SlotBits;
};

function isCurrent(known: RightHaving | null, { havingBrief, briefs, taken }: IncidentIndex) {
  return (
    known !== null &&
    known.of === havingBrief &&
    known.briefs === briefs.length &&
    known.seen.length === taken.length
  );
}

function havingRight(index: IncidentIndex, name: EventFacet, right: RightKinds): RightHaving {
  const { kinds, briefs, havingBrief, havingDatedType, sets, room } = index;
  const perValue: Having[][] = sets[name].codes.map(() => []);
  const isRight = right.now();
  if (right.isAll && name === "type")
    for (const [type, some] of perValue.entries()) some.push(havingDatedType[type + 1] ?? NOWHERE);
  else
    for (let brief = 0; brief < briefs.length; brief++) {
      const kind = briefs[brief]!;
      const having = havingBrief[brief];
      if (!having || isRight[kind] === 0) continue;
      for (const value of kinds[kind]![COLUMN_OF[name]]) perValue[value]!.push(having);
    }
  const seen = noSlots(room);
  return {
    of: havingBrief,
    briefs: briefs.length,
    perValue,
    wordsPerWord: perValue.reduce((words, some) => words + wordsPerWordOfAny(some, seen), 0),
    seen,
  };
}

const NOWHERE: Having = { bits: null, list: new Uint32Array(0), count: 0 };
/** How many incidents a code finds. */
export function countOf({ byCode, perValue }: FacetCounts, code: string): number {
  return perValue[byCode.get(code) ?? -1] ?? 0;
}

/** The codes that find an incident, in no order. */
export function codesFound({ codes, perValue }: FacetCounts): string[] {
  return codes.filter((_code, value) => (perValue[value] ?? 0) > 0);
}
