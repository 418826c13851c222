import type { Actor } from "../../domain/actor";
import { lanesInWindow, surveyTimeline } from "../../domain/count-timeline";
import type { IncidentBrief } from "../../domain/incident-brief";
import { dayAt, dayNumber, isCertainlyIn, mayBeIn } from "../../domain/partial-date";
import { laneRows, OTHER_LANES } from "../../domain/timeline-lanes";
import type { ListedApart, TimelineRequest } from "../../domain/timeline-request";
import { usualWindow } from "../../domain/timeline-window";
import { authoriseReading } from "../authorise-reading";
import { readIncidentRows } from "../read-incident-rows";
import { readTimelineFacts, type StoredFact } from "../read-timeline-facts";
import type { Store } from "../store";

/**
 * A page of the incidents that no filter finds: of a lane that is none of the codes, in the time the filter asks for,
 * certainly or possibly, or of no known date. By date, and how many there are in all.
 */
export async function listTimelineIncidents(
  store: Store,
  actor: Actor,
  request: Omit<TimelineRequest, "only"> & { only: ListedApart },
): Promise<{ rows: IncidentBrief[]; total: number }> {
  const { filter, lane, only, page } = request;
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    const { facts, codes } = await readTimelineFacts(store, db, filter, lane);
    const isIn = only === OTHER_LANES ? inOtherLanes(facts, codes, request) : isNowhere;
    const ids =
      only === "undated"
        ? undated(facts)
        : idsOf(facts.filter((fact) => isIn(fact) && isAskedFor(fact, filter)));
    const shown = [...ids].slice((page.page - 1) * page.size, page.page * page.size);
    return { rows: await readIncidentRows(store, db, shown), total: ids.size };
  });
}

function isNowhere({ lanes }: StoredFact): boolean {
  return lanes.length === 0;
}

/** Which those are depends on the window, as it is drawn. */
function inOtherLanes(
  facts: readonly StoredFact[],
  codes: readonly string[],
  { filter, lane, window: asked }: Omit<TimelineRequest, "only">,
): (fact: StoredFact) => boolean {
  const { first, last, perLane } = surveyTimeline(facts, codes.length);
  const known = first === null || last === null ? null : { from: dayAt(first), to: dayAt(last) };
  const window = asked ?? usualWindow(filter, known);
  if (window === null) return () => false;
  const days = { first: dayNumber(window.from), last: dayNumber(window.to) };
  const inWindow = lanesInWindow(facts, codes.length, days);
  const { rows, rowOf } = laneRows(lane, codes, { perLane, inWindow });
  const others = rows.findIndex(({ key }) => key === OTHER_LANES);
  return ({ lanes }) => others !== -1 && lanes.some((number) => rowOf[number] === others);
}

function idsOf(facts: readonly StoredFact[]): Set<string> {
  return new Set(facts.map(({ id }) => id));
}

function undated(facts: readonly StoredFact[]): Set<string> {
  const ids = idsOf(facts);
  for (const { id, earliest, latest } of facts)
    if (earliest !== null || latest !== null) ids.delete(id);
  return ids;
}

/** By the rule of the filter's dates; without any, everything is. */
function isAskedFor(
  { earliest, latest }: StoredFact,
  { from, to, dates }: TimelineRequest["filter"],
): boolean {
  if (from === null && to === null) return true;
  const bounds = { earliest: dayOf(earliest), latest: dayOf(latest) };
  return dates === "certain" ? isCertainlyIn(bounds, from, to) : mayBeIn(bounds, from, to);
}

function dayOf(number: number | null): string | null {
  return number === null ? null : dayAt(number);
}
