import type { IncidentFilter } from "../incident-filter";
import type { LaneKind } from "../timeline-lanes";
import type { IncidentIndex } from "./incident-index";
import { valuesOfSet } from "./set-column";
import { countSlots, type SlotBits } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

/**
 * Lanes that are drawn in rows. `name`: the same for the same lanes in the same rows. `count`: how many of the slots
 * are in each row. `rowsOf`: those of a slot. `setRows`: those of the sets of lanes, one set after the other, and the
 * set of a slot; null where all slots are in the one row.
 */
export type DrawnLanes = {
  name: string;
  count(slots: SlotBits): number[];
  rowsOf(slot: number): number[];
  setRows(): { of: Uint32Array; starts: Uint32Array; rows: Uint32Array } | null;
};

/** The lanes of a kind in which incidents are as a whole; where the filter asks for some, in no others. */
export function headlineLanes(
  index: IncidentIndex,
  filter: IncidentFilter,
  lane: LaneKind,
): {
  codes: string[];
  /** How many of the slots are in each lane, and last in none. */
  count(slots: SlotBits): Uint32Array;
  drawn(rowOf: readonly number[], rows: number): DrawnLanes;
} {
  if (lane === "none")
    return {
      codes: [],
      count: (slots) => Uint32Array.of(countSlots(slots)),
      drawn: () => ({
        name: "",
        count: (slots) => [countSlots(slots)],
        rowsOf: () => [0],
        setRows: () => null,
      }),
    };
  const column = index.sets[lane];
  const asked: readonly string[] = filter[lane];
  const codes = [...column.codes].sort();
  const laneOf = new Map(codes.map((code, at) => [code, at]));
  /** Of a set of values its lanes; the last, of what is in none, where it has none that is asked for. */
  const lanesOfSet = (set: number) => {
    const own = [...valuesOfSet(column, set)].map((value) => column.codes[value]!);
    const lanes = own.filter((code) => asked.length === 0 || asked.includes(code));
    return lanes.length > 0 ? lanes.map((code) => laneOf.get(code)!) : [codes.length];
  };
  const all = countingPlaces(index, lane, {
    name: JSON.stringify([asked, codes.length]),
    places: codes.length + 1,
    ofSet: lanesOfSet,
  });
  return {
    codes,
    count: all.count,
    drawn(rowOf, rows) {
      const ofSet = (set: number) =>
        [...new Set(lanesOfSet(set).map((own) => rowOf[own]!))].filter((row) => row >= 0);
      const name = JSON.stringify([asked, rowOf]);
      const drawn = countingPlaces(index, lane, { name, places: rows, ofSet });
      return {
        name: `${lane} ${name}`,
        count: (slots) => [...drawn.count(slots)],
        rowsOf: (slot) => ofSet(column.of[slot]!),
        setRows: () => ({ of: column.of, ...drawn.places() }),
      };
    },
  };
}

/** Counts slots at the places of their sets of values; `places`: those of all sets, one set after the other. */
function countingPlaces(
  index: IncidentIndex,
  lane: Exclude<LaneKind, "none">,
  {
    name,
    places: length,
    ofSet,
  }: { name: string; places: number; ofSet: (set: number) => readonly number[] },
) {
  const column = index.sets[lane];
  let known: { starts: Uint32Array; rows: Uint32Array } | null = null;
  const places = () => {
    // Sets are never changed, only added.
    if (known?.starts.length !== column.count + 1) known = placesOfSets(column.count, ofSet);
    return known;
  };
  const add: Adding = (sums, slots, sign, words) => {
    const { starts, rows } = places();
    const { of } = column;
    for (let word = words.from; word < words.to; word++)
      for (let rest = slots[word]!; rest !== 0; rest &= rest - 1) {
        const set = of[(word << 5) + 31 - Math.clz32(rest & -rest)]!;
        const end = starts[set + 1]!;
        for (let at = starts[set]!; at < end; at++) sums[rows[at]!]! += sign;
      }
  };
  return {
    places,
    count: (slots: SlotBits) =>
      Uint32Array.from(sumOver(index, slots, { name: `lanes of ${lane} ${name}`, length, add })),
  };
}

function placesOfSets(count: number, ofSet: (set: number) => readonly number[]) {
  const starts = new Uint32Array(count + 1);
  const rows: number[] = [];
  for (let set = 0; set < count; set++) {
    rows.push(...ofSet(set));
    starts[set + 1] = rows.length;
  }
  return { starts, rows: Uint32Array.from(rows) };
}
