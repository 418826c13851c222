import type { IncidentIndex } from "./incident-index";
import { kindColumns } from "./kind-columns";
import type { Matching } from "./match-filter";
import type { SlotBits, Words } from "./slot-bits";
import { sumOver } from "./sum-over";

/**
 * How many of the incidents that a filter finds have an event in each town, by the codes of the towns that have one.
 * Right where nothing is asked for that an event must be.
 */
export function countTowns(index: IncidentIndex, { hits }: Matching): Map<string, number> {
  const { codes } = index.localities;
  const counts = sumOver(index, hits, {
    name: "towns",
    length: codes.length,
    add: (into, slots, sign, words) => addTowns(index, { into, slots, sign, words }),
  });
  const found = new Map<string, number>();
  for (const [town, code] of codes.entries()) if (counts[town]) found.set(code, counts[town]);
  return found;
}

/** Each incident once in each of its towns. */
function addTowns(
  { kinds, events, eventsFrom, eventCount, localities }: IncidentIndex,
  { into, slots, sign, words }: { into: Float64Array; slots: SlotBits; sign: 1 | -1; words: Words },
): void {
  const { starts, values } = kindColumns(kinds).localities;
  const { kind } = events;
  // The slot, plus one, that was counted last.
  const last = new Uint32Array(localities.codes.length);
  for (let word = words.from; word < words.to; word++)
    for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      const end = eventsFrom[slot]! + eventCount[slot]!;
      for (let at = eventsFrom[slot]!; at < end; at++) {
        const past = starts[kind[at]! + 1]!;
        for (let n = starts[kind[at]!]!; n < past; n++) {
          const town = values[n]!;
          if (last[town] === slot + 1) continue;
          last[town] = slot + 1;
          into[town]! += sign;
        }
      }
    }
}
