import { eventsByBeginning } from "./events-by-beginning";
import { independentPublishers, weigh } from "./evidence";
import type { DerivedEvent, Headline } from "./headline-type";
import type { IncidentDocument, IncidentEvent } from "./incident";
import { addDays, type DayBounds, daysBetween, isUnknown } from "./partial-date";
import type { SourceFacts } from "./source";
import type { Modality } from "./vocabulary";

/**
 * Days to draw, both inclusive and within the axis. `fadesIn`, `fadesOut`: that side is not known, the day is only
 * where the drawing begins or ends. `cutsIn`, `cutsOut`: it goes on beyond the axis.
 */
export type Extent = {
  from: string;
  to: string;
  fadesIn: boolean;
  fadesOut: boolean;
  cutsIn: boolean;
  cutsOut: boolean;
};

/**
 * One event. `at`: within the axis, before or after it, or of no known date.
 * `possible`: all days that an accepted or another standing claim allows. `known`: days it certainly lasted, or its
 * one day. Both null unless `inside`. `sources`: independent publishers, `copies`: copied sources that speak of it.
 * `spokenOfBy`: the ids of all that speak of it, copies last, else in the order of their first claims.
 */
export type TimelineRow = {
  eventId: string;
  modality: Modality;
  at: "inside" | "before" | "after" | "undated";
  possible: Extent | null;
  known: Extent | null;
  saidBy: Record<Modality, number>;
  sources: number;
  copies: number;
  spokenOfBy: { sourceId: string; isCopy: boolean }[];
};

/** `axis`: its first and last day, inclusive; null when no event has a date. */
export type IncidentTimeline = { axis: { from: string; to: string } | null; rows: TimelineRow[] };

/** A silence this long always fits on the axis; a longer one only if it is not long beside all the rest. */
const FITTING_GAP_DAYS = 60;
const FITTING_GAP_WIDTHS = 3;

/**
 * The timeline of one incident, one row an event, in the order of `eventsByBeginning`.
 * 1. An event's possible days reach over every date that stands for it, not only the accepted ones.
 * 2. An expected event of no date lies anywhere from the last news on.
 * 3. The axis is linear. It grows from the headline's date to the nearest known day as long as the gap between is
 *    at most 60 days or three times its width so far; what lies farther off is before, after or cut off.
 * 4. An open beginning is drawn from the first day of the event before it, an open end to the end of the axis.
 */
export function incidentTimeline(
  doc: IncidentDocument,
  headline: Headline,
  sources: ReadonlyMap<string, SourceFacts>,
): IncidentTimeline {
  const dated = eventsByBeginning(doc, headline).map((event) => {
    const derived = headline.events[event.id]!;
    return { event, derived, bounds: boundsOf(event, derived, doc, headline, sources) };
  });
  const axis = axisOf(dated, headline);
  const rows = dated.map(({ event, derived, bounds }, at): TimelineRow => {
    const row = {
      eventId: event.id,
      modality: derived.modality,
      saidBy: derived.saidBy,
      ...voicesOf(event, doc, sources),
    };
    if (axis === null || bounds === null)
      return { ...row, at: "undated", possible: null, known: null };
    if (bounds.latest !== null && bounds.latest < axis.from)
      return { ...row, at: "before", possible: null, known: null };
    if (bounds.earliest !== null && bounds.earliest > axis.to)
      return { ...row, at: "after", possible: null, known: null };
    const before = dated.slice(0, at).map((other) => other.bounds);
    return {
      ...row,
      at: "inside",
      possible: extentOf(bounds, axis, before),
      known: isKnown(derived) ? extentOf(derived.date!, axis, []) : null,
    };
  });
  return { axis, rows };
}

function isKnown({ date, modality }: DerivedEvent): boolean {
  if (date === null || date.earliest === null || date.latest === null) return false;
  if (date.basis === "estimated") return false;
  return modality !== "anticipated" && (date.kind === "span" || date.earliest === date.latest);
}

function boundsOf(
  event: IncidentEvent,
  { date, modality }: DerivedEvent,
  doc: IncidentDocument,
  headline: Headline,
  sources: ReadonlyMap<string, SourceFacts>,
): DayBounds | null {
  if (date === null || isUnknown(date))
    return modality === "anticipated" && headline.lastNews !== null
      ? { earliest: headline.lastNews, latest: null }
      : null;
  const claimed = weigh(
    doc.claims.filter(
      (claim) => claim.eventId === event.id && claim.field === "date" && claim.scope !== "part",
    ),
    sources,
  );
  const all = [date, ...claimed.flatMap(({ claim }) => claim.date ?? [])];
  const days = (side: keyof DayBounds) => all.flatMap((one) => one[side] ?? []).toSorted();
  return {
    earliest: date.earliest === null ? null : days("earliest")[0]!,
    latest: date.latest === null ? null : days("latest").at(-1)!,
  };
}

function axisOf(
  dated: { bounds: DayBounds | null }[],
  { date }: Headline,
): { from: string; to: string } | null {
  const days = dated
    .flatMap(({ bounds }) => [bounds?.earliest ?? [], bounds?.latest ?? []].flat())
    .toSorted();
  const first = date?.earliest ?? date?.latest ?? days[0];
  if (first === undefined) return null;
  let [from, to] = [first, date?.latest ?? first];
  for (let grows = true; grows; ) {
    const fits = (gap: number) =>
      gap <= Math.max(FITTING_GAP_DAYS, FITTING_GAP_WIDTHS * daysBetween(from, to));
    const before = days.findLast((day) => day < from);
    const after = days.find((day) => day > to);
    grows = true;
    if (after !== undefined && fits(daysBetween(to, after))) to = after;
    else if (before !== undefined && fits(daysBetween(before, from))) from = before;
    else grows = false;
  }
  const width = daysBetween(from, to) + 1;
  const isOpen = dated.some(({ bounds }) => bounds !== null && bounds.latest === null);
  return {
    from: addDays(from, -Math.max(1, Math.round(width / 20))),
    to: addDays(
      to,
      isOpen ? Math.max(3, Math.round(width / 5)) : Math.max(1, Math.round(width / 20)),
    ),
  };
}

function extentOf(
  { earliest, latest }: DayBounds,
  axis: { from: string; to: string },
  before: (DayBounds | null)[],
): Extent {
  const begun = before.flatMap((bounds) => bounds?.earliest ?? []);
  const lastBegun = begun
    .filter((day) => latest === null || day <= latest)
    .toSorted()
    .at(-1);
  const [from, to] = [earliest ?? lastBegun ?? axis.from, latest ?? axis.to];
  const [cutsIn, cutsOut] = [from < axis.from, to > axis.to];
  return {
    from: cutsIn ? axis.from : from,
    to: cutsOut ? axis.to : to,
    fadesIn: earliest === null,
    fadesOut: latest === null,
    cutsIn,
    cutsOut,
  };
}

function voicesOf(
  event: IncidentEvent,
  doc: IncidentDocument,
  sources: ReadonlyMap<string, SourceFacts>,
) {
  const own = doc.claims.filter(
    (claim) => claim.eventId === event.id && claim.assessment !== "rejected",
  );
  const all = [...new Set(own.map(({ sourceId }) => sourceId))].map((sourceId) => ({
    sourceId,
    isCopy: sources.get(sourceId)?.derived === true,
  }));
  const copies = all.filter(({ isCopy }) => isCopy);
  return {
    sources: independentPublishers(weigh(own, sources)).size,
    copies: copies.length,
    spokenOfBy: [...all.filter(({ isCopy }) => !isCopy), ...copies],
  };
}
