import { type ByteTexts, noTexts } from "./byte-texts";
import { type DatesOfKinds, type DateWords, type Extents, noDateWords, noExtents } from "./extents";
import type { Having } from "./having";
import { NUMBERS, type NumberName, SETS, type SetName } from "./incident-facts";
import { type Codes, emptySetColumn, noCodes, type SetColumn } from "./set-column";
import { noSlots, type SlotBits } from "./slot-bits";
import type { KeptSums, Turn } from "./sum-over";

/** What an event is but for its days, kept once for all that share it; values are those of the sets. */
export type EventKind = {
  /** One, as a list as the others are. */
  types: readonly number[];
  modality: string;
  provinces: readonly number[];
  countries: readonly number[];
  /** Provinces, and countries of places without one; values of `areas`. Values of `localities` and of `facilities`. */
  areas: readonly number[];
  localities: readonly number[];
  facilities: readonly number[];
};

/**
 * The facts of all incidents of a store in columns, one slot for each incident; a slot that was given up is empty
 * until another incident takes it. `order`: the slots that are taken, newest first, unknown dates last, those of one
 * day by their ids: the order of the list. Numbers that are absent are `NONE`.
 */
export type IncidentIndex = {
  /** How many slots there are, taken or not. */
  slots: number;
  /** For so many slots all sets of them have bits. */
  room: number;
  taken: SlotBits;
  numberOf: Uint32Array;
  /** The slot of an incident's number plus one; 0 where it has none. */
  slotOf: Uint32Array;
  free: number[];
  tie: Float64Array;
  numbers: Record<NumberName, Int32Array>;
  sets: Record<SetName, SetColumn>;
  /** Where the events of a slot begin, and how many there are. */
  eventsFrom: Uint32Array;
  eventCount: Uint16Array;
  events: { count: number; earliest: Int32Array; latest: Int32Array; kind: Uint32Array };
  /** Of the events of a slot that have a day. */
  extents: Extents;
  dateWords: DateWords;
  /** The same of the people of a slot by areas; `area` is a value of `areas`. */
  sharesFrom: Uint32Array;
  shareCount: Uint16Array;
  shares: { count: number; area: Uint32Array; low: Int32Array; best: Int32Array; high: Int32Array };
  areas: Codes;
  localities: Codes;
  facilities: Codes;
  kinds: EventKind[];
  /** Which kinds differ in nothing but their areas, localities and facilities: `briefOf` by kind, and in `briefs` one kind of each. */
  briefOf: Uint32Array;
  briefs: number[];
  /** By brief, the slots that have an event of such a kind. */
  havingBrief: Having[];
  /** By kind, its type plus one where it is dated, else 0; and by the same, the slots that have such an event. */
  datedTypeOf: Uint32Array;
  havingDatedType: Having[];
  datedKinds: ByteTexts;
  undatedKinds: ByteTexts;
  briefOfText: Map<string, number>;
  /** Where days are known, the first and the last of them. */
  days: { first: number; last: number };
  order: Uint32Array;
  /** By the names of the kinds; see `datesOfKinds`. */
  datesByKinds: Map<string, DatesOfKinds>;
  /** What was summed over all incidents, by what it is, and how many words a block of it has at least; see `sumOver`. */
  sums: Map<string, KeptSums>;
  blockWords: number;
  /** Of what is asked at present; null where all is to be answered at once. */
  turn: Turn | null;
};

export function emptyIncidentIndex(): IncidentIndex {
  return {
    slots: 0,
    room: 0,
    taken: noSlots(0),
    numberOf: new Uint32Array(0),
    slotOf: new Uint32Array(0),
    free: [],
    tie: new Float64Array(0),
    numbers: mapOf(NUMBERS, () => new Int32Array(0)),
    sets: mapOf(SETS, (name) => emptySetColumn({ isShared: name !== "source" })),
    eventsFrom: new Uint32Array(0),
    eventCount: new Uint16Array(0),
    events: {
      count: 0,
      earliest: new Int32Array(0),
      latest: new Int32Array(0),
      kind: new Uint32Array(0),
    },
    extents: noExtents(0),
    dateWords: noDateWords(),
    sharesFrom: new Uint32Array(0),
    shareCount: new Uint16Array(0),
    shares: {
      count: 0,
      area: new Uint32Array(0),
      low: new Int32Array(0),
      best: new Int32Array(0),
      high: new Int32Array(0),
    },
    areas: noCodes(),
    localities: noCodes(),
    facilities: noCodes(),
    kinds: [],
    briefOf: new Uint32Array(0),
    briefs: [],
    havingBrief: [],
    datedTypeOf: new Uint32Array(0),
    havingDatedType: [],
    datedKinds: noTexts(),
    undatedKinds: noTexts(),
    briefOfText: new Map(),
    days: { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
    order: new Uint32Array(0),
    datesByKinds: new Map(),
    sums: new Map(),
    blockWords: 512,
    turn: null,
  };
}

/** The slot of an incident's number, or null. */
export function slotOfNumber({ slotOf }: IncidentIndex, number: number): number | null {
  const kept = slotOf[number] ?? 0;
  return kept === 0 ? null : kept - 1;
}

/** The numbers of all incidents that are in the index. */
export function numbersOf({ order, numberOf }: IncidentIndex): number[] {
  return Array.from(order, (slot) => numberOf[slot]!);
}

function mapOf<N extends string, V>(names: readonly N[], make: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, V>;
}
