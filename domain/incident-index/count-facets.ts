import { countHaving, countHavingAny, type Having } from "./having";
import type { IncidentIndex } from "./incident-index";
import { kindColumns } from "./kind-columns";
import { type DayRange, dateBits, MATCHES, slotsWithin } from "./match-dates";
import type { Matching } from "./match-filter";
import { OF_INCIDENT } from "./match-incidents";
import { COUNTRY, PROVINCE, TYPE, WHOLE_KIND } from "./match-kinds";
import { countPerValue } from "./set-column";
import { inEither, noSlots, type SlotBits } from "./slot-bits";

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
        : countOfEvents(index, matching, name as "country" | "province" | "type");
    const { codes, byCode } = index.sets[name];
    return [name, { codes, byCode, perValue }];
  });
  return Object.fromEntries(counts) as Record<CodeFacet, FacetCounts>;
}

function countOfIncident(index: IncidentIndex, matching: Matching, own: number) {
  return countPerValue(index.sets[OF_INCIDENT[own]!], foundSlots(matching, own), index.taken);
}

/** What would be found if one thing of `OF_INCIDENT` asked for nothing. */
export function foundSlots({ hits, near }: Matching, own: number): SlotBits {
  return near[own] ? inEither(hits, near[own]) : hits;
}

type EventFacet = "country" | "province" | "type";

/** Whatever is asked of an event beside the facet's own must hold for the event that has the code. */
function countOfEvents(index: IncidentIndex, matching: Matching, name: EventFacet): Uint32Array {
  const { kindBits, isByBrief, isOfEvent, ranges, whole, butForPlaces } = matching;
  const others = WHOLE_KIND & ~{ country: COUNTRY, province: PROVINCE, type: TYPE }[name];
  // A type makes the dates those of the event, also where no other asks for one.
  const isByEvent = isOfEvent || name === "type";
  const slots = isByEvent ? whole : butForPlaces;
  const isFree = kindBits.every((bits) => (bits & others) === others);
  const isRight = (kind: number) => (kindBits[kind]! & others) === others;
  if (!isByBrief && !isFree) {
    const asked = { name, others, ranges: isByEvent ? ranges : null, slots };
    return countByEvents(index, kindBits, asked);
  }
  if (!isByEvent || ranges === null)
    return isFree
      ? countPerValue(index.sets[name], slots, index.taken)
      : countByKinds(index, name, slots, isRight);
  const { inside, across } = slotsWithin(index, ranges, slots);
  const counts =
    isFree && name === "type"
      ? countDatedTypes(index, inside)
      : countByKinds(index, name, inside, (kind) => isRight(kind) && index.datedTypeOf[kind] !== 0);
  const more = countByEvents(index, kindBits, { name, others, ranges, slots: across });
  return counts.map((count, value) => count + more[value]!);
}

function countDatedTypes({ havingDatedType, sets }: IncidentIndex, slots: SlotBits): Uint32Array {
  return Uint32Array.from(sets.type.codes, (_code, type) => {
    const having = havingDatedType[type + 1];
    return having ? countHaving(having, slots) : 0;
  });
}

/** How many of the slots have each value in an event of a right kind. */
function countByKinds(
  { kinds, briefs, havingBrief, sets, room }: IncidentIndex,
  name: EventFacet,
  slots: SlotBits,
  isRight: (kind: number) => boolean,
): Uint32Array {
  const perValue: Having[][] = sets[name].codes.map(() => []);
  for (let brief = 0; brief < briefs.length; brief++) {
    const kind = briefs[brief]!;
    const having = havingBrief[brief];
    if (!having || !isRight(kind)) continue;
    for (const value of kinds[kind]![COLUMN_OF[name]]) perValue[value]!.push(having);
  }
  const seen = noSlots(room);
  return Uint32Array.from(perValue, (some) => countHavingAny(some, slots, seen));
}

const COLUMN_OF = { type: "types", province: "provinces", country: "countries" } as const;

/** By going through the events one by one. */
function countByEvents(
  { eventsFrom, eventCount, events, kinds, sets }: IncidentIndex,
  kindBits: Uint8Array,
  asked: { name: EventFacet; others: number; ranges: readonly DayRange[] | null; slots: SlotBits },
): Uint32Array {
  const { name, others, ranges, slots } = asked;
  const { starts, values } = kindColumns(kinds)[COLUMN_OF[name]];
  const counts = new Uint32Array(sets[name].codes.length);
  // The slot, plus one, that was counted last for a value: an incident counts once.
  const last = new Uint32Array(counts.length);
  for (let word = 0; word < slots.length; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++) {
        const kind = events.kind[at]!;
        if ((kindBits[kind]! & others) !== others) continue;
        if (ranges && !(dateBits(ranges, events.earliest[at]!, events.latest[at]!) & MATCHES))
          continue;
        for (let n = starts[kind]!; n < starts[kind + 1]!; n++) {
          const value = values[n]!;
          if (last[value] === slot + 1) continue;
          last[value] = slot + 1;
          counts[value]!++;
        }
      }
    }
  return counts;
}

/** How many incidents a code finds. */
export function countOf({ byCode, perValue }: FacetCounts, code: string): number {
  return perValue[byCode.get(code) ?? -1] ?? 0;
}

/** The codes that find an incident, in no order. */
export function codesFound({ codes, perValue }: FacetCounts): string[] {
  return codes.filter((_code, value) => (perValue[value] ?? 0) > 0);
}
