import { withRoom } from "./columns";
import type { IncidentIndex } from "./incident-index";
import { kindColumns } from "./kind-columns";
import { type DayRange, isInRanges } from "./match-dates";
import type { SlotBits, Words } from "./slot-bits";

export type EventFacet = "country" | "province" | "type";
/** What each kind of event has of a facet. */
export const COLUMN_OF = { type: "types", province: "provinces", country: "countries" } as const;

/** Events by the slots they are of, those of one slot one after the other. */
export type ToldEvents = { count: number; slots: Uint32Array; kinds: Uint32Array };

/** The events of the slots of some words, or those of them that match one of the ranges. */
export function eventsOf(
  { eventsFrom, eventCount, events }: IncidentIndex,
  asked: { slots: SlotBits; words: Words; ranges: readonly DayRange[] | null },
): ToldEvents {
  const { slots, words, ranges } = asked;
  const { kind, earliest, latest } = events;
  let slotOf = new Uint32Array(64);
  let kindOf = new Uint32Array(64);
  let count = 0;
  for (let word = words.from; word < words.to; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      const from = eventsFrom[slot]!;
      const end = from + eventCount[slot]!;
      if (count + end - from > kindOf.length) {
        const length = (kindOf.length + end - from) * 2;
        slotOf = withRoom(slotOf, length);
        kindOf = withRoom(kindOf, length);
      }
      for (let at = from; at < end; at++) {
        slotOf[count] = slot;
        kindOf[count] = kind[at]!;
        // What does not match is written over; to pass it over would take longer.
        count += ranges ? isInRanges(ranges, earliest[at]!, latest[at]!) : 1;
      }
    }
  return { count, slots: slotOf, kinds: kindOf };
}

/** Adds the incidents of the events of a right kind at each of their values: an incident counts once. */
export function addEvents(
  { kinds }: IncidentIndex,
  { count, slots, kinds: kindOf }: ToldEvents,
  { name, isRight }: { name: EventFacet; isRight: Uint8Array },
  into: Float64Array,
  sign: 1 | -1,
): void {
  const { starts, values } = kindColumns(kinds)[COLUMN_OF[name]];
  // Most have right events of one kind alone; where they are many, these are counted by kind.
  const perKind = count > kinds.length ? new Uint32Array(kinds.length) : null;
  // The slot, plus one, that was counted last for a value.
  const last = new Uint32Array(into.length);
  for (let at = 0; at < count; ) {
    const slot = slots[at]!;
    const from = at;
    let only = -1;
    let isOne = true;
    for (; at < count && slots[at] === slot; at++) {
      const kind = kindOf[at]!;
      if (isRight[kind] === 0 || kind === only) continue;
      if (only >= 0) isOne = false;
      only = kind;
    }
    if (only < 0) continue;
    if (isOne && perKind) {
      perKind[only]!++;
      continue;
    }
    for (let event = from; event < at; event++) {
      const kind = kindOf[event]!;
      if (isRight[kind] === 0) continue;
      for (let n = starts[kind]!; n < starts[kind + 1]!; n++) {
        const value = values[n]!;
        if (last[value] === slot + 1) continue;
        last[value] = slot + 1;
        into[value]! += sign;
      }
    }
  }
  for (let kind = 0; perKind && kind < perKind.length; kind++)
    if (perKind[kind]! > 0)
      for (let n = starts[kind]!; n < starts[kind + 1]!; n++)
        into[values[n]!]! += sign * perKind[kind]!;
}
