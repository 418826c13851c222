import { binsOfDays, type TimelineCount } from "../count-timeline";
import { addPeople, rangeOf, STRIDE } from "../timeline-tally";
import { NONE } from "./columns";
import type { DrawnLanes } from "./headline-lanes";
import type { IncidentIndex } from "./incident-index";
import { monthOfDay } from "./month-of-day";
import type { SlotBits } from "./slot-bits";
import { type Adding, sumOver } from "./sum-over";

/**
 * What is summed at each bin of a row: those that certainly lie in it with their people; how much more there is from it
 * on than before it, of those that only may, and of what is anticipated. One bin more a row, where it is taken off.
 */
const [CERTAIN, STEPS, ANTICIPATED, WIDTH] = [0, STRIDE, 2 * STRIDE, 2 * STRIDE + 1];

/** What a bin holds of a month: no day, all of them, or some. */
const [NOWHERE, SPLIT] = [-1, -2];

/** What `countTimeline` counts in the bins of each row, of headline dates. */
export function headlineBins(
  index: IncidentIndex,
  slots: SlotBits,
  { edges: days, rows, drawn }: { edges: readonly number[]; rows: number; drawn: DrawnLanes },
): TimelineCount[][] {
  const edges = Int32Array.from(days);
  const bins = edges.length - 1;
  const sums = sumOver(index, slots, {
    name: `timeline ${days.join(" ")} ${drawn.name}`,
    length: rows * (bins + 1) * WIDTH,
    add: addingBins(index, edges, drawn),
  });
  return Array.from({ length: rows }, (_, row) => readBins(sums, row * (bins + 1) * WIDTH, bins));
}

function addingBins(index: IncidentIndex, edges: Int32Array, drawn: DrawnLanes): Adding {
  const bins = edges.length - 1;
  const [begin, end] = [edges[0]!, edges[bins]!];
  let found: ReturnType<typeof findBins> | null = null;
  return (sums, slots, sign, words) => {
    found ??= findBins(index, edges);
    const { binOf, binOfMonth } = found;
    const { numbers, dateWords, sets } = index;
    const { earliest, latest } = numbers;
    const { undated, open, inMonth, month, headline } = dateWords;
    const { risk } = sets;
    const lanes = drawn.setRows();
    const put = (slot: number, from: number, to: number, isCertain: boolean) => {
      const isAtRisk = risk.starts[risk.of[slot]! + 1]! > risk.starts[risk.of[slot]!]!;
      const past = lanes ? lanes.starts[lanes.of[slot]! + 1]! : 1;
      for (let at = lanes ? lanes.starts[lanes.of[slot]!]! : 0; at < past; at++) {
        const start = (lanes ? lanes.rows[at]! : 0) * (bins + 1);
        const [first, behind] = [(start + from) * WIDTH, (start + to + 1) * WIDTH];
        if (isCertain) addPeople(numbers, slot, sums, first + CERTAIN, sign);
        else {
          addPeople(numbers, slot, sums, first + STEPS, sign);
          addPeople(numbers, slot, sums, behind + STEPS, -sign as 1 | -1);
        }
        if (!isAtRisk) continue;
        sums[first + ANTICIPATED]! += sign;
        sums[behind + ANTICIPATED]! -= sign;
      }
    };
    for (let word = words.from; word < words.to; word++) {
      let rest = slots[word]! & ~undated[word]!;
      if (rest === 0) continue;
      if (headline.leastEarliest[word]! >= end || headline.mostLatest[word]! < begin)
        rest &= open[word]!;
      const whole = rest & inMonth[word]!;
      const bin = whole === 0 ? SPLIT : (binOfMonth.get(month[word]!) ?? NOWHERE);
      if (bin !== SPLIT) rest &= ~whole;
      if (bin >= 0)
        for (let some = whole; some !== 0; some &= some - 1)
          put((word << 5) + 31 - Math.clz32(some & -some), bin, bin, true);
      for (; rest !== 0; rest &= rest - 1) {
        const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
        const [begins, ends] = [earliest[slot]!, latest[slot]!];
        if ((ends !== NONE && ends < begin) || (begins !== NONE && begins >= end)) continue;
        const from = begins === NONE || begins <= begin ? 0 : binOf[begins - begin]!;
        const to = ends === NONE || ends >= end ? bins - 1 : binOf[ends - begin]!;
        const isClosed = begins !== NONE && ends !== NONE;
        put(slot, from, to, isClosed && from === to && begins >= begin && ends < end);
      }
    }
  };
}

/** The bins of the days from the first edge on, and those of the months of all days that are known, by their numbers. */
function findBins(
  { days }: IncidentIndex,
  edges: Int32Array,
): { binOf: Uint16Array; binOfMonth: Map<number, number> } {
  const binOf = binsOfDays(edges);
  const [begin, end] = [edges[0]!, edges.at(-1)!];
  const found = new Map<number, number>();
  const past = Math.min(days.last + 1, end);
  for (let day = Math.max(days.first, begin); day < past; ) {
    const { number, first, last } = monthOfDay(day);
    const isInside = first >= begin && last < end;
    const isWhole = isInside && binOf[first - begin] === binOf[last - begin];
    found.set(number, isWhole ? binOf[first - begin]! : SPLIT);
    day = last + 1;
  }
  return { binOf, binOfMonth: found };
}

function readBins(sums: Float64Array, start: number, bins: number): TimelineCount[] {
  const reaching = new Float64Array(WIDTH);
  return Array.from({ length: bins }, (_, bin) => {
    const base = start + bin * WIDTH;
    for (let column = STEPS; column < WIDTH; column++) reaching[column]! += sums[base + column]!;
    const certain = (column: number) => sums[base + CERTAIN + column]!;
    const possible = (column: number) => certain(column) + reaching[STEPS + column]!;
    const [persons, certainPersons] = [rangeOf(possible), rangeOf(certain)];
    return {
      possible: persons.incidents,
      certain: certainPersons.incidents,
      anticipated: reaching[ANTICIPATED]!,
      persons: persons.people,
      certainPersons: certainPersons.people,
    };
  });
}
