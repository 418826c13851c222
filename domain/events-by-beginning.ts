import { compareText } from "./compare-text";
import type { Headline } from "./headline-type";

/**
 * Events as a reader follows them: by the day on which they began, or ended where their beginning is not known.
 * What is only expected and has no date comes after the last news; any other event without a date stays behind the
 * one the editor put before it. What gives a custody status goes by `inTimelineOrder` instead.
 */
export function eventsByBeginning<Event extends { id: string }>(
  { events }: { events: readonly Event[] },
  headline: Pick<Headline, "events" | "lastNews">,
): Event[] {
  let before = "";
  return events
    .map((event) => {
      const { date, modality } = headline.events[event.id]!;
      const expected = modality === "anticipated" ? headline.lastNews : null;
      before = date?.earliest ?? date?.latest ?? expected ?? before;
      return { event, key: before };
    })
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ event }) => event);
}
