import { BLOCK_SIZE, HEAD, isWholeBlock } from "./block-format";
import { likelyRoom, NONE, withRoom } from "./columns";
import { ALWAYS } from "./extents";
import { NUMBERS, SETS, type SetName } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { type Packed, packedOf, readNumbers, readWord } from "./packed";
import { noSeenCodes, readCodes, type SeenCodes } from "./read-codes";
import { noSeenKinds, readKinds, type SeenKinds } from "./read-kinds";
import { noSeenSets, putSets, type SeenSets } from "./read-sets";
import { newScratch, readInto } from "./scratch";
import { addSlot } from "./slot-bits";

/** What was found of the codes, sets and kinds of blocks so far. */
type Seen = { sets: Record<SetName, SeenSets>; areas: SeenCodes; kinds: SeenKinds };

/**
 * Reads blocks into slots that no incident had before. `isBlock`: whether bytes are a whole block of this edition;
 * `incidentsOf`: how many it holds. `put` needs room for those in every column that has one entry a slot.
 */
export function blockReader(index: IncidentIndex): {
  isBlock(bytes: Uint8Array): boolean;
  incidentsOf(bytes: Uint8Array): number;
  put(bytes: Uint8Array, expected: number): void;
} {
  const seen: Seen = {
    sets: Object.fromEntries(SETS.map((name) => [name, noSeenSets()])) as Seen["sets"],
    areas: noSeenCodes(),
    kinds: noSeenKinds(),
  };
  let last: { bytes: Uint8Array; packed: Packed } | null = null;
  const open = (bytes: Uint8Array) => {
    if (last?.bytes !== bytes) last = { bytes, packed: packedOf(bytes) };
    return last.packed;
  };
  return {
    isBlock: (bytes) => isWholeBlock(open(bytes)),
    incidentsOf: (bytes) => open(bytes).words[HEAD.incidents]!,
    put: (bytes, expected) => putBlock(index, seen, open(bytes), expected),
  };
}

function putBlock(index: IncidentIndex, seen: Seen, packed: Packed, expected: number): void {
  const { words } = packed;
  const count = words[HEAD.incidents]!;
  const slot = index.slots;
  packed.at = HEAD.words * 4;
  index.slots += count;
  takeNumbers(index, packed, slot, count);
  readTies(index, packed, slot, count);
  for (const name of NUMBERS) readNumbers(packed, index.numbers[name], slot, count);
  for (const name of SETS)
    putSets(index.sets[name], seen.sets[name], packed, { slot, count, expected });
  const kinds = readKinds(index, seen.kinds, packed);
  const eventCount = words[HEAD.events]!;
  makeEventRoom(index, eventCount, expected);
  putEvents(index, packed, { slot, count, eventCount, kinds });
  const shareCount = words[HEAD.shares]!;
  makeShareRoom(index, shareCount, expected);
  putShares(index, packed, { slot, count, shareCount, known: seen.areas });
}

function takeNumbers(index: IncidentIndex, packed: Packed, slot: number, count: number): void {
  const passed = readInto(COUNTS, packed, count);
  const first = readWord(packed);
  index.slotOf = withRoom(index.slotOf, first + BLOCK_SIZE);
  const { numberOf, slotOf, taken } = index;
  for (let at = 0; at < count; at++) {
    const number = first + at + passed[at]!;
    numberOf[slot + at] = number;
    slotOf[number] = slot + at + 1;
    addSlot(taken, slot + at);
  }
}

function readTies({ tie }: IncidentIndex, packed: Packed, slot: number, count: number): void {
  const upper = readInto(COUNTS, packed, count);
  const lower = readInto(VALUES, packed, count);
  for (let at = 0; at < count; at++) tie[slot + at] = upper[at]! * 2 ** 32 + (lower[at]! >>> 0);
}

type Own = { slot: number; count: number };

function putEvents(
  index: IncidentIndex,
  packed: Packed,
  { slot, count, eventCount, kinds }: Own & { eventCount: number; kinds: Int32Array },
): void {
  const { events, eventsFrom, extents } = index;
  const { earliest, latest, kind } = events;
  const counts = readInto(COUNTS, packed, count);
  let at = events.count;
  readNumbers(packed, earliest, at, eventCount);
  readNumbers(packed, latest, at, eventCount);
  const own = readInto(VALUES, packed, eventCount);
  for (let event = 0; event < eventCount; event++) kind[at + event] = kinds[own[event]!]!;
  events.count += eventCount;
  for (let one = 0; one < count; one++) {
    const end = at + counts[one]!;
    eventsFrom[slot + one] = at;
    index.eventCount[slot + one] = counts[one]!;
    let leastEarliest = ALWAYS.last;
    let leastLatest = ALWAYS.last;
    let mostEarliest = ALWAYS.first;
    let mostLatest = ALWAYS.first;
    for (; at < end; at++) {
      if (earliest[at] === NONE && latest[at] === NONE) continue;
      const first = earliest[at] === NONE ? ALWAYS.first : earliest[at]!;
      const last = latest[at] === NONE ? ALWAYS.last : latest[at]!;
      if (first < leastEarliest) leastEarliest = first;
      if (first > mostEarliest) mostEarliest = first;
      if (last < leastLatest) leastLatest = last;
      if (last > mostLatest) mostLatest = last;
    }
    extents.leastEarliest[slot + one] = leastEarliest;
    extents.mostEarliest[slot + one] = mostEarliest;
    extents.leastLatest[slot + one] = leastLatest;
    extents.mostLatest[slot + one] = mostLatest;
  }
}

function putShares(
  index: IncidentIndex,
  packed: Packed,
  { slot, count, shareCount, known }: Own & { shareCount: number; known: SeenCodes },
): void {
  const { shares } = index;
  const areas = readCodes(index.areas, known, packed);
  const counts = readInto(COUNTS, packed, count);
  let from = shares.count;
  const own = readInto(VALUES, packed, shareCount);
  for (let share = 0; share < shareCount; share++) shares.area[from + share] = areas[own[share]!]!;
  readNumbers(packed, shares.low, from, shareCount);
  readNumbers(packed, shares.best, from, shareCount);
  readNumbers(packed, shares.high, from, shareCount);
  shares.count += shareCount;
  for (let one = 0; one < count; one++) {
    index.sharesFrom[slot + one] = from;
    index.shareCount[slot + one] = counts[one]!;
    from += counts[one]!;
  }
}

function makeEventRoom({ events, slots }: IncidentIndex, more: number, expected: number): void {
  const length = events.count + more;
  if (length <= events.kind.length) return;
  const room = likelyRoom(length, slots, expected);
  events.earliest = withRoom(events.earliest, room);
  events.latest = withRoom(events.latest, room);
  events.kind = withRoom(events.kind, room);
}

function makeShareRoom({ shares, slots }: IncidentIndex, more: number, expected: number): void {
  const length = shares.count + more;
  if (length <= shares.area.length) return;
  const room = likelyRoom(length, slots, expected);
  shares.area = withRoom(shares.area, room);
  shares.low = withRoom(shares.low, room);
  shares.best = withRoom(shares.best, room);
  shares.high = withRoom(shares.high, room);
}

const COUNTS = newScratch();
const VALUES = newScratch();
