import type { TimelineCounts, TimelineMarks, TimelineWanted } from "../count-timeline";
import { type IncidentFilter, isAsked } from "../incident-filter";
import type { TimelineSurvey } from "../survey-timeline";
import type { LaneKind } from "../timeline-lanes";
import { NONE } from "./columns";
import { headlineBins } from "./headline-bins";
import { headlineLanes } from "./headline-lanes";
import type { IncidentIndex } from "./incident-index";
import { type HeldDates, holdHeadlines } from "./match-dates";
import type { Matching } from "./match-filter";
import { countSlots, inBoth, type SlotBits, slotsIn, without } from "./slot-bits";
import { slotsThroughout } from "./slots-in-days";

/** First and last day, inclusive. */
type Days = { first: number; last: number };

/**
 * What `surveyTimeline`, `lanesInWindow` and `countTimeline` tell of the facts of a timeline; facts are slots here.
 * `codes`: what the numbers of lanes stand for.
 */
type HeadlineTimeline = {
  codes: string[];
  survey: TimelineSurvey;
  inWindow(days: Days): ArrayLike<number>;
  count(wanted: TimelineWanted): TimelineCounts;
};

/**
 * The timeline of what a filter finds, told from bits and kept sums, which goes through few of the incidents; null
 * where its dates are not those of the headlines, or its lanes not those of whole incidents.
 */
export function headlineTimeline(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  lane: LaneKind,
): HeadlineTimeline | null {
  const { hits, total, isOfEvent, isByBrief } = matching;
  const isByPlace = lane === "province" && (!isByBrief || isAsked(filter, "country"));
  if (isOfEvent || isByPlace) return null;
  const lanes = headlineLanes(index, filter, lane);
  const dated = without(hits, index.dateWords.undated);
  const window = windowSlots(index);
  return {
    codes: lanes.codes,
    survey: {
      incidents: total,
      undated: total - countSlots(dated),
      ...outermostDays(index, dated),
      perLane: lanes.count(hits),
    },
    inWindow: (days) => lanes.count(inBoth(hits, window(days).possible)),
    count({ window: days, edges, rowOf, rows, keepAtMost }) {
      const [possible, certain] = [window(days).possible, window(days).certain];
      const [there, surely] = [inBoth(hits, possible), inBoth(hits, certain)];
      const drawn = lanes.drawn(rowOf, rows);
      const [perRow, surelyPerRow] = [drawn.count(there), drawn.count(surely)];
      const bins = headlineBins(index, hits, { edges, rows, drawn });
      const marksOf = (slots: SlotBits, counts: number[]): TimelineMarks => {
        const count = counts.reduce((sum, some) => sum + some, 0);
        const kept = [...(count > keepAtMost ? [] : slotsIn(slots))];
        return {
          count,
          kept: kept.flatMap((slot) => drawn.rowsOf(slot).map((row) => ({ fact: slot, row }))),
          incidents: countSlots(slots),
          perRow: counts,
        };
      };
      const all = marksOf(there, perRow);
      const nearMarks = (): TimelineMarks => {
        const near = without(there, without(slotsThroughout(index, days, there), surely));
        return marksOf(near, drawn.count(near));
      };
      // What is certain is near: where that is too much already, no more needs to be known.
      const isFull = surelyPerRow.reduce((sum, count) => sum + count, 0) > keepAtMost;
      return {
        lanes: bins.map((ofRow, row) => ({
          possible: perRow[row]!,
          certain: surelyPerRow[row]!,
          bins: ofRow,
        })),
        possible: all.incidents,
        certain: countSlots(surely),
        all,
        near: isFull ? all : nearMarks(),
      };
    },
  };
}

/** The slots that may lie, and those that certainly lie, in a window, which is asked for twice. */
function windowSlots(index: IncidentIndex) {
  let known: { days: Days; slots: HeldDates } | null = null;
  return (days: Days) => {
    if (known?.days.first !== days.first || known.days.last !== days.last) {
      const range = { from: days.first, to: days.last, mode: "possible" } as const;
      known = { days, slots: holdHeadlines(index, [range]) };
    }
    return known.slots;
  };
}

/** The first and the last day that is known of any of the slots, all of which have one. */
function outermostDays(
  { numbers: { earliest, latest }, dateWords: { headline, open } }: IncidentIndex,
  slots: SlotBits,
): Pick<TimelineSurvey, "first" | "last"> {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const look = (word: number) => {
    let rest = slots[word]!;
    // Of those with both days nothing is beyond the outermost of the word.
    if (headline.leastEarliest[word]! >= first && headline.mostLatest[word]! <= last)
      rest &= open[word]!;
    for (; rest !== 0; rest &= rest - 1) {
      const slot = (word << 5) + 31 - Math.clz32(rest & -rest);
      const [begins, ends] = [earliest[slot]!, latest[slot]!];
      first = Math.min(first, begins === NONE ? ends : begins);
      last = Math.max(last, ends === NONE ? begins : ends);
    }
  };
  // From both ends, where the outermost mostly are; then the others need hardly be looked at.
  for (let word = 0; word * 2 < slots.length; word++) {
    look(word);
    look(slots.length - 1 - word);
  }
  return first > last ? { first: null, last: null } : { first, last };
}
