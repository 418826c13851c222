import type { IncidentIndex } from "./incident-index";
import { holdHeadlines, slotsWithin } from "./match-dates";
import type { Matching } from "./match-filter";
import { inEither, type SlotBits } from "./slot-bits";

/** First and last day, inclusive. */
type Days = { first: number; last: number };

/**
 * Of what a filter finds those that may be of some days: by their headline dates; where dates are those
 * of events, by any of their events, which are more than by those that are asked for, but quickly told.
 */
export function slotsInDays(
  index: IncidentIndex,
  { hits, isOfEvent }: Pick<Matching, "hits" | "isOfEvent">,
  { first, last }: Days,
): SlotBits {
  const range = { from: first, to: last, mode: "possible" } as const;
  if (!isOfEvent) return holdHeadlines(index, [range], hits).possible;
  const { inside, across } = slotsWithin(index, [range], hits);
  return inEither(inside, across);
}

/** Those of the slots whose headline date may be of both the first and the last day, and so of every day between. */
export function slotsThroughout(
  index: IncidentIndex,
  { first, last }: Days,
  slots: SlotBits,
): SlotBits {
  const on = (day: number, among: SlotBits) =>
    holdHeadlines(index, [{ from: day, to: day, mode: "possible" }], among).possible;
  return on(last, on(first, slots));
}
