import type { Actor } from "../../domain/actor";
import { surveyTimeline } from "../../domain/count-timeline";
import type { IncidentBrief } from "../../domain/incident-brief";
import { dayAt, isCertainlyIn, mayBeIn } from "../../domain/partial-date";
import { laneRows } from "../../domain/timeline-lanes";
import type { ListedApart, TimelineRequest } from "../../domain/timeline-request";
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
  {
    filter,
    lane,
    only,
    page,
  }: Pick<TimelineRequest, "filter" | "lane" | "page"> & { only: ListedApart },
): Promise<{ rows: IncidentBrief[]; total: number }> {
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    const { facts, codes } = await readTimelineFacts(store, db, filter, lane);
    const { rows, rowOf } = laneRows(lane, codes, surveyTimeline(facts, codes.length).perLane);
    const wanted = rows.findIndex(({ key }) => key === only);
    const isIn = ({ lanes }: StoredFact) =>
      lanes.length === 0
        ? rowOf.at(-1) === wanted
        : lanes.some((number) => rowOf[number] === wanted);
    const ids =
      only === "undated"
        ? undated(facts)
        : idsOf(facts.filter((fact) => isIn(fact) && isAskedFor(fact, filter)));
    const shown = [...ids].slice((page.page - 1) * page.size, page.page * page.size);
    return { rows: await readIncidentRows(store, db, shown), total: ids.size };
  });
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
