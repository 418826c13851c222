import { NONE, withRoom } from "./columns";
import { changeHaving, findHaving, type Having, makeRoom, type ValuesOf } from "./having";
import {
  EVENT_MARK,
  FIELD_MARK,
  NUMBERS,
  type NumberName,
  PART_MARK,
  SETS,
  type SetName,
  TIE_LENGTH,
} from "./incident-facts";
import {
  type Codes,
  codeValue,
  copyOf,
  emptySetColumn,
  putSet,
  type SetColumn,
  valuesOfSlots,
} from "./set-column";
import { addSlot, hasSlot, noSlots, removeSlot, type SlotBits, slotsIn } from "./slot-bits";

/** What an event is but for its days, kept once for all that share it; values are those of the sets. */
export type EventKind = {
  /** Neither of its days is known. */
  isUndated: boolean;
  type: number;
  modality: string;
  provinces: readonly number[];
  countries: readonly number[];
  /** Provinces, and countries of places without one; values of `areas`. Values of `localities`. */
  areas: readonly number[];
  localities: readonly number[];
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
  /** Of the events of a slot that have a day, the least and the most of their earliest and latest days; `ALWAYS` where a side is open. */
  extents: Record<ExtentName, Int32Array>;
  /** The same of the people of a slot by areas; `area` is a value of `areas`. */
  sharesFrom: Uint32Array;
  shareCount: Uint16Array;
  shares: { count: number; area: Uint32Array; low: Int32Array; best: Int32Array; high: Int32Array };
  areas: Codes;
  localities: Codes;
  kinds: EventKind[];
  /** Which kinds differ in nothing but their areas and localities: `briefOf` by kind, and in `briefs` one kind of each. */
  briefOf: Uint32Array;
  briefs: number[];
  /** By brief, the slots that have an event of such a kind. */
  havingBrief: Having[];
  datedKinds: Map<string, number>;
  undatedKinds: Map<string, number>;
  briefOfText: Map<string, number>;
  /** Where days are known, the first and the last that ever were. */
  days: { first: number; last: number };
  order: Uint32Array;
  /** What was summed over all incidents, by what it is; see `sumOver`. */
  sums: Map<string, Float64Array>;
};

const EXTENTS = ["leastEarliest", "mostEarliest", "leastLatest", "mostLatest"] as const;
type ExtentName = (typeof EXTENTS)[number];

/** Before and after every day; the difference of any two fits into 32 bits. */
export const ALWAYS = { first: -500_000_000, last: 500_000_000 };

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
    sets: mapOf(SETS, (name) => emptySetColumn({ hasMany: name === "source" })),
    eventsFrom: new Uint32Array(0),
    eventCount: new Uint16Array(0),
    events: {
      count: 0,
      earliest: new Int32Array(0),
      latest: new Int32Array(0),
      kind: new Uint32Array(0),
    },
    extents: mapOf(EXTENTS, () => new Int32Array(0)),
    sharesFrom: new Uint32Array(0),
    shareCount: new Uint16Array(0),
    shares: {
      count: 0,
      area: new Uint32Array(0),
      low: new Int32Array(0),
      best: new Int32Array(0),
      high: new Int32Array(0),
    },
    areas: { codes: [], byCode: new Map() },
    localities: { codes: [], byCode: new Map() },
    kinds: [],
    briefOf: new Uint32Array(0),
    briefs: [],
    havingBrief: [],
    datedKinds: new Map(),
    undatedKinds: new Map(),
    briefOfText: new Map(),
    days: { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY },
    order: new Uint32Array(0),
    sums: new Map(),
  };
}

const MANY_CHANGES = 5_000;

/** An incident as it is now: its number and its line of facts, null where it is not, or no more, to be found. */
export type EntryChange = { number: number; facts: string | null };

/**
 * Brings the index in line with what changed, batch by batch; a number that is named twice is as it is named last.
 * Between the first batch and `finish` the index is of no use. After more than `many` changes what can be found anew is.
 */
export function startChanges(
  index: IncidentIndex,
  { many = MANY_CHANGES }: { many?: number } = {},
): {
  put(changes: readonly EntryChange[]): void;
  finish(): void;
} {
  let isChanged = new Uint8Array(index.slots);
  let changed = 0;
  // Which slots have a value is kept up to date where little changes, and found anew where much does.
  let isKept = index.order.length > 0;
  index.sums.clear();
  return {
    put(changes) {
      changed += changes.length;
      if (changed > many) isKept = false;
      for (const { number, facts } of changes) {
        const known = slotOfNumber(index, number);
        if (facts === null && known === null) continue;
        if (known !== null && isKept) changeSets(index, known, false);
        const slot = known ?? take(index, number);
        isChanged = withRoom(isChanged, index.slots);
        isChanged[slot] = 1;
        if (facts === null) release(index, slot, number);
        else {
          putFacts(index, slot, facts);
          if (isKept) changeSets(index, slot, true);
        }
      }
    },
    finish() {
      reorder(index, isChanged);
      if (isKept) return;
      const taken = slotsIn(index.taken);
      const { room, briefs, sets } = index;
      for (const name of SETS) {
        const { having, codes } = sets[name];
        const values = valuesOfSlots(sets[name]);
        if (having) sets[name].having = findHaving(taken, values, { count: codes.length, room });
      }
      index.havingBrief = findHaving(taken, briefsOfSlots(index), { count: briefs.length, room });
    },
  };
}

function changeSets(index: IncidentIndex, slot: number, isIn: boolean): void {
  for (const name of SETS) {
    const column = index.sets[name];
    if (column.having) changeHaving(column.having, slot, valuesOfSlots(column), isIn);
  }
  changeHaving(index.havingBrief, slot, briefsOfSlots(index), isIn);
}

function briefsOfSlots({ events, briefOf, eventsFrom, eventCount }: IncidentIndex): ValuesOf {
  return {
    values: events.kind,
    as: briefOf,
    from: (slot) => eventsFrom[slot]!,
    end: (slot) => eventsFrom[slot]! + eventCount[slot]!,
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

function take(index: IncidentIndex, number: number): number {
  const slot = index.free.pop() ?? index.slots++;
  const length = index.slots;
  if (length > index.room) {
    index.room = Math.ceil(length * 1.2) + 1024;
    index.taken = withRoom(index.taken, noSlots(index.room).length);
    for (const name of SETS) makeRoom(index.sets[name].having ?? [], index.room);
    makeRoom(index.havingBrief, index.room);
  }
  index.numberOf = withRoom(index.numberOf, length);
  index.tie = withRoom(index.tie, length);
  index.eventsFrom = withRoom(index.eventsFrom, length);
  index.eventCount = withRoom(index.eventCount, length);
  for (const name of EXTENTS) index.extents[name] = withRoom(index.extents[name], length);
  index.sharesFrom = withRoom(index.sharesFrom, length);
  index.shareCount = withRoom(index.shareCount, length);
  for (const name of NUMBERS) index.numbers[name] = withRoom(index.numbers[name], length);
  index.slotOf = withRoom(index.slotOf, number + 1);
  index.slotOf[number] = slot + 1;
  index.numberOf[slot] = number;
  addSlot(index.taken, slot);
  return slot;
}

function release(index: IncidentIndex, slot: number, number: number): void {
  removeSlot(index.taken, slot);
  index.slotOf[number] = 0;
  index.eventCount[slot] = 0;
  index.shareCount[slot] = 0;
  index.free.push(slot);
}

/** Where a line is read. Without parting it first, which would take most of the time of a start. */
type Cursor = { line: string; at: number };

function putFacts(index: IncidentIndex, slot: number, line: string): void {
  const cursor = { line, at: TIE_LENGTH + 1 };
  index.tie[slot] = Number.parseInt(line.slice(0, TIE_LENGTH), 16);
  for (const name of NUMBERS) index.numbers[name][slot] = readNumber(cursor);
  seeDays(index, index.numbers.earliest[slot]!, index.numbers.latest[slot]!);
  for (const name of SETS) {
    const end = line.indexOf(FIELD_MARK, cursor.at);
    putSet(index.sets[name], slot, line.slice(cursor.at, end));
    cursor.at = end + 1;
  }
  putEvents(index, slot, cursor);
  putShares(index, slot, cursor);
}

/** A whole number, with the mark after it. */
function readNumber(cursor: Cursor): number {
  const { line } = cursor;
  let { at } = cursor;
  const isNegative = line.charCodeAt(at) === MINUS;
  if (isNegative) at++;
  let number = 0;
  const from = at;
  for (; at < line.length; at++) {
    const digit = line.charCodeAt(at) - ZERO;
    if (digit < 0 || digit > 9) break;
    number = number * 10 + digit;
  }
  cursor.at = at + 1;
  return at === from ? NONE : isNegative ? -number : number;
}

const MINUS = "-".charCodeAt(0);
const ZERO = "0".charCodeAt(0);
const FIELD_CODE = FIELD_MARK.charCodeAt(0);
const EVENT_CODE = EVENT_MARK.charCodeAt(0);
const PART_CODE = PART_MARK.charCodeAt(0);

/** Whether another part of the field is to be read; what ends the field is read with it. */
function hasPart(cursor: Cursor): boolean {
  const { line, at } = cursor;
  if (at < line.length && line.charCodeAt(at) !== FIELD_CODE) return true;
  cursor.at++;
  return false;
}

function putEvents(index: IncidentIndex, slot: number, cursor: Cursor): void {
  const { events } = index;
  const { line } = cursor;
  const from = events.count;
  let [leastEarliest, leastLatest] = [ALWAYS.last, ALWAYS.last];
  let [mostEarliest, mostLatest] = [ALWAYS.first, ALWAYS.first];
  while (hasPart(cursor)) {
    const at = events.count++;
    if (at === events.kind.length) {
      events.earliest = withRoom(events.earliest, events.count);
      events.latest = withRoom(events.latest, events.count);
      events.kind = withRoom(events.kind, events.count);
    }
    const earliest = readNumber(cursor);
    const latest = readNumber(cursor);
    events.earliest[at] = earliest;
    events.latest[at] = latest;
    const isUndated = earliest === NONE && latest === NONE;
    if (!isUndated) {
      const first = earliest === NONE ? ALWAYS.first : earliest;
      const last = latest === NONE ? ALWAYS.last : latest;
      leastEarliest = Math.min(leastEarliest, first);
      mostEarliest = Math.max(mostEarliest, first);
      leastLatest = Math.min(leastLatest, last);
      mostLatest = Math.max(mostLatest, last);
      seeDays(index, earliest, latest);
    }
    let end = cursor.at;
    for (; end < line.length; end++) {
      const code = line.charCodeAt(end);
      if (code === EVENT_CODE || code === FIELD_CODE) break;
    }
    events.kind[at] = kindOf(index, line.slice(cursor.at, end), isUndated);
    cursor.at = line.charCodeAt(end) === EVENT_CODE ? end + 1 : end;
  }
  index.eventsFrom[slot] = from;
  index.eventCount[slot] = events.count - from;
  const extents = { leastEarliest, mostEarliest, leastLatest, mostLatest };
  for (const name of EXTENTS) index.extents[name][slot] = extents[name];
}

function putShares(index: IncidentIndex, slot: number, cursor: Cursor): void {
  const { shares } = index;
  const { line } = cursor;
  const from = shares.count;
  while (hasPart(cursor)) {
    const at = shares.count++;
    if (at === shares.area.length) {
      shares.area = withRoom(shares.area, shares.count);
      for (const bound of BOUNDS) shares[bound] = withRoom(shares[bound], shares.count);
    }
    let end = cursor.at;
    while (line.charCodeAt(end) !== PART_CODE) end++;
    shares.area[at] = codeValue(index.areas, line.slice(cursor.at, end));
    cursor.at = end + 1;
    for (const bound of BOUNDS) shares[bound][at] = readNumber(cursor);
  }
  index.sharesFrom[slot] = from;
  index.shareCount[slot] = shares.count - from;
}

const BOUNDS = ["low", "best", "high"] as const;

function kindOf(index: IncidentIndex, text: string, isUndated: boolean): number {
  const known = isUndated ? index.undatedKinds : index.datedKinds;
  const found = known.get(text);
  if (found !== undefined) return found;
  const [type, modality, areas, countries, localities] = text.split(PART_MARK).map(codesOf);
  const { sets } = index;
  // The sets of the incident were put before its events, so each code has its value; a bare country is no province.
  const values = (name: SetName, codes: string[]) =>
    codes.flatMap((code) => sets[name].byCode.get(code) ?? []);
  const kind = index.kinds.length;
  const brief = {
    isUndated,
    type: values("type", type!)[0]!,
    modality: copyOf(modality![0]!),
    provinces: values("province", areas!),
    countries: values("country", countries!),
  };
  index.kinds.push({
    ...brief,
    areas: areas!.map((code) => codeValue(index.areas, code)),
    localities: localities!.map((code) => codeValue(index.localities, code)),
  });
  known.set(copyOf(text), kind);
  const key = JSON.stringify(brief);
  const same = index.briefOfText.get(key) ?? index.briefs.push(kind) - 1;
  index.briefOfText.set(key, same);
  index.briefOf = withRoom(index.briefOf, kind + 1);
  index.briefOf[kind] = same;
  return kind;
}

function codesOf(set: string): string[] {
  return set === "" ? [] : set.split(" ");
}

/** Widens what is known of the days by the numbers that are days. */
function seeDays({ days }: IncidentIndex, earliest: number, latest: number): void {
  if (earliest !== NONE && earliest < days.first) days.first = earliest;
  if (latest !== NONE && latest < days.first) days.first = latest;
  if (earliest > days.last) days.last = earliest;
  if (latest > days.last) days.last = latest;
}

/** Takes the changed slots out of the order and puts those that are taken in again, each where it belongs. */
function reorder(index: IncidentIndex, isChanged: Uint8Array): void {
  const kept = index.order.filter((slot) => !isChanged[slot]);
  const added = sorted(
    index,
    Uint32Array.from(isChanged.keys()).filter(
      (slot) => isChanged[slot] && hasSlot(index.taken, slot),
    ),
  );
  const order = new Uint32Array(kept.length + added.length);
  for (let at = 0, fromKept = 0, fromAdded = 0; at < order.length; at++) {
    const isKept =
      fromAdded === added.length ||
      (fromKept < kept.length && compareSlots(index, kept[fromKept]!, added[fromAdded]!) < 0);
    order[at] = isKept ? kept[fromKept++]! : added[fromAdded++]!;
  }
  index.order = order;
}

/** In the order of the list: first dealt out by days, then each day by itself, which is quick for a million. */
function sorted(index: IncidentIndex, slots: Uint32Array): Uint32Array {
  const { sortDay } = index.numbers;
  const perDay = new Map<number, number>();
  for (const slot of slots) perDay.set(sortDay[slot]!, (perDay.get(sortDay[slot]!) ?? 0) + 1);
  const days = [...perDay.keys()].sort((a, b) => b - a);
  const next = new Map<number, number>();
  let from = 0;
  for (const day of days) {
    next.set(day, from);
    from += perDay.get(day)!;
  }
  const order = new Uint32Array(slots.length);
  for (const slot of slots) {
    const at = next.get(sortDay[slot]!)!;
    order[at] = slot;
    next.set(sortDay[slot]!, at + 1);
  }
  for (const day of days) {
    const end = next.get(day)!;
    order.subarray(end - perDay.get(day)!, end).sort((a, b) => compareSlots(index, a, b));
  }
  return order;
}

/** Newest first, unknown last; of one day, the higher id first. */
function compareSlots({ numbers, tie }: IncidentIndex, a: number, b: number): number {
  return numbers.sortDay[b]! - numbers.sortDay[a]! || tie[b]! - tie[a]!;
}

function mapOf<N extends string, V>(names: readonly N[], make: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, V>;
}
