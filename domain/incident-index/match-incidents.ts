import { type IncidentFilter, isAsked, matchesNothing } from "../incident-filter";
import { dayNumber } from "../partial-date";
import { referenceNumber } from "../reference";
import { NONE } from "./columns";
import type { SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { slotsWithAny } from "./set-column";
import { addSlot, inBoth, inEither, noSlots, type SlotBits, without } from "./slot-bits";

/** What of an incident as a whole a facet counts; each counts as if itself asked for nothing. */
export const OF_INCIDENT = [
  "status",
  "role",
  "nationality",
  "source",
  "corroboration",
  "review",
] as const satisfies SetName[];
/** What is asked of an incident as a whole: those of which all holds, all but one thing, or either. */
type OfIncident = { whole: SlotBits; near: (SlotBits | null)[]; among: SlotBits };

/** Holds what is asked of incidents as a whole against each; `found` as in `matchFilter`. */
export function matchIncidents(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): OfIncident {
  const base = matchesNothing(filter) ? noSlots(index.room) : matchOthers(index, filter, found);
  const right = OF_INCIDENT.map((name) => rightSlots(index, filter, name));
  const others = (but: number) =>
    right.reduce<SlotBits>(
      (all, ok, at) => (ok === null || at === but ? all : inBoth(all, ok)),
      base,
    );
  const near = right.map((ok, at) => ok && without(others(at), ok));
  const whole = others(-1);
  const among = near.reduce<SlotBits>((all, slots) => (slots ? inEither(all, slots) : all), whole);
  return { whole, near, among };
}

/** The slots with which a thing is right; null where it asks for nothing. */
function rightSlots(
  index: IncidentIndex,
  filter: IncidentFilter,
  name: (typeof OF_INCIDENT)[number],
): SlotBits | null {
  const { sets, room } = index;
  if (isAsked(filter, name)) return slotsWithAny(sets[name], filter[name], room);
  if (name !== "review") return null;
  return without(index.taken, slotsWithAny(sets.review, ["retracted"], room));
}

/** What no facet leaves out. */
function matchOthers(
  index: IncidentIndex,
  filter: IncidentFilter,
  found: SlotBits | null,
): SlotBits {
  const { room, sets } = index;
  const asked = [
    found,
    matchPeople(index, filter),
    isAsked(filter, "ref") ? matchReferences(index, filter) : null,
    isAsked(filter, "move") ? slotsWithAny(sets.move, filter.move, room) : null,
    isAsked(filter, "risk") ? slotsWithAny(sets.risk, filter.risk, room) : null,
    matchNews(index, filter),
  ];
  return asked.reduce<SlotBits>((all, ok) => (ok ? inBoth(all, ok) : all), index.taken);
}

function matchReferences(
  { slots, room, numbers: { reference } }: IncidentIndex,
  { ref }: IncidentFilter,
): SlotBits {
  const wanted = new Set(ref.map(referenceNumber));
  const found = noSlots(room);
  for (let slot = 0; slot < slots; slot++) if (wanted.has(reference[slot]!)) addSlot(found, slot);
  return found;
}

// The known figures of the persons reach into the range; an unknown number never does.
function matchPeople(
  { slots, room, numbers: { low, best, high } }: IncidentIndex,
  { people_min, people_max }: IncidentFilter,
): SlotBits | null {
  if (people_min === null && people_max === null) return null;
  const found = noSlots(room);
  const [min, max] = [people_min ?? 0, people_max ?? Number.MAX_SAFE_INTEGER];
  for (let slot = 0; slot < slots; slot++) {
    const most = firstKnown(high[slot]!, best[slot]!, low[slot]!);
    const least = firstKnown(low[slot]!, best[slot]!, high[slot]!);
    if (most !== NONE && most >= min && least <= max) addSlot(found, slot);
  }
  return found;
}

// An unknown day lies in no range.
function matchNews(
  { slots, room, numbers: { lastNews } }: IncidentIndex,
  { news_from, news_to }: IncidentFilter,
): SlotBits | null {
  if (news_from === null && news_to === null) return null;
  const first = news_from === null ? NONE + 1 : dayNumber(news_from);
  const last = news_to === null ? Number.MAX_SAFE_INTEGER : dayNumber(news_to);
  const found = noSlots(room);
  for (let slot = 0; slot < slots; slot++)
    if (lastNews[slot]! >= first && lastNews[slot]! <= last) addSlot(found, slot);
  return found;
}

function firstKnown(a: number, b: number, c: number): number {
  return a !== NONE ? a : b !== NONE ? b : c;
}
