import type { Actor } from "../../domain/actor";
import { askedDays, askedHull } from "../../domain/asked-days";
import type { IncidentBrief } from "../../domain/incident-brief";
import { NONE } from "../../domain/incident-index/columns";
import type { IncidentIndex } from "../../domain/incident-index/incident-index";
import {
  factOf,
  type IndexedFacts,
  timelineFacts,
} from "../../domain/incident-index/timeline-facts";
import {
  type DayBounds,
  dayAt,
  dayNumber,
  isCertainlyIn,
  mayBeIn,
} from "../../domain/partial-date";
import { lanesInWindow, surveyTimeline, type TimelineSurvey } from "../../domain/survey-timeline";
import { laneRows, OTHER_LANES } from "../../domain/timeline-lanes";
import {
  drawnFilter,
  type ListedApart,
  THROUGHOUT,
  type TimelineRequest,
} from "../../domain/timeline-request";
import { type TimelineWindow, usualWindow } from "../../domain/timeline-window";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idsOfNumbers } from "../ids-of-numbers";
import { readIncidentRows } from "../read-incident-rows";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * A page of the incidents that no filter finds: of a lane that is none of the codes, in the time the filter asks for,
 * certainly or possibly; of that time, and of nothing nearer than the whole window; or of no known date. By date, and
 * how many there are in all.
 */
export async function listTimelineIncidents(
  store: Store,
  actor: Actor,
  request: Omit<TimelineRequest, "only"> & { only: ListedApart },
): Promise<{ rows: IncidentBrief[]; total: number }> {
  const { filter, lane, only, page } = request;
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const numbers = await askMatching(
      store,
      moment,
      drawnFilter(filter),
      null,
      (index, matching) => {
        const how = { lane, inOrder: true };
        const { facts, codes } = timelineFacts(index, matching, drawnFilter(filter), how);
        if (only === "undated") return undated(index, facts);
        if (only === THROUGHOUT) return throughout(index, facts, request);
        const isIn = only === OTHER_LANES ? inOtherLanes(facts, codes, request) : isNowhere;
        const isWanted = (fact: number) =>
          isIn(lanesAt(facts, fact)) && isAskedFor(datesAt(facts, fact), filter);
        return numbersWhere(index, facts, isWanted);
      },
    );
    const shown = [...numbers].slice((page.page - 1) * page.size, page.page * page.size);
    const ids = await idsOfNumbers(store, moment.db, shown);
    return { rows: await readIncidentRows(store, moment.db, ids), total: numbers.size };
  });
}

function numbersWhere(
  index: IncidentIndex,
  facts: IndexedFacts,
  isWanted: (fact: number) => boolean,
): Set<number> {
  const numbers = new Set<number>();
  for (let fact = 0; fact < facts.count; fact++)
    if (isWanted(fact)) numbers.add(factOf(index, facts, fact).number);
  return numbers;
}

function lanesAt({ laneSet, laneSets }: IndexedFacts, fact: number): readonly number[] {
  return laneSets[laneSet[fact]!]!;
}

function datesAt({ date, earliest, latest }: IndexedFacts, fact: number) {
  const [first, last] = [earliest[date[fact]!]!, latest[date[fact]!]!];
  return {
    earliest: first === NONE ? null : dayAt(first),
    latest: last === NONE ? null : dayAt(last),
  };
}

function isNowhere(lanes: readonly number[]): boolean {
  return lanes.length === 0;
}

/** Which those are depends on the window, as it is drawn. */
function inOtherLanes(
  facts: IndexedFacts,
  codes: readonly string[],
  { filter, lane, window: asked }: Omit<TimelineRequest, "only">,
): (lanes: readonly number[]) => boolean {
  const survey = surveyTimeline(facts, codes.length);
  const { perLane } = survey;
  const window = asked ?? usualWindowOf(survey, filter);
  if (window === null) return () => false;
  const days = { first: dayNumber(window.from), last: dayNumber(window.to) };
  const inWindow = lanesInWindow(facts, codes.length, days);
  const { rows, rowOf } = laneRows(lane, codes, { perLane, inWindow });
  const others = rows.findIndex(({ key }) => key === OTHER_LANES);
  return (lanes) => others !== -1 && lanes.some((number) => rowOf[number] === others);
}

function usualWindowOf(
  { first, last }: Pick<TimelineSurvey, "first" | "last">,
  filter: TimelineRequest["filter"],
): TimelineWindow | null {
  const known = first === null || last === null ? null : { from: dayAt(first), to: dayAt(last) };
  return usualWindow(askedHull(filter), known);
}

/** Those that may be of any day of the window, or reach over all, and have no date nearer there. */
function throughout(
  index: IncidentIndex,
  facts: IndexedFacts,
  { filter, window: asked }: Pick<TimelineRequest, "filter" | "window">,
): Set<number> {
  const window = asked ?? usualWindowOf(surveyTimeline(facts, 0), filter);
  if (window === null) return new Set();
  const { from, to } = window;
  const isShown = (bounds: DayBounds) => mayBeIn(bounds, from, to) && isAskedFor(bounds, filter);
  const isNear = (bounds: DayBounds) =>
    isCertainlyIn(bounds, from, to) || !mayBeIn(bounds, from, from) || !mayBeIn(bounds, to, to);
  const numbers = numbersWhere(index, facts, (fact) => isShown(datesAt(facts, fact)));
  const near = numbersWhere(index, facts, (fact) => {
    const bounds = datesAt(facts, fact);
    return isShown(bounds) && isNear(bounds);
  });
  for (const number of near) numbers.delete(number);
  return numbers;
}

function undated(index: IncidentIndex, facts: IndexedFacts): Set<number> {
  const numbers = numbersWhere(index, facts, () => true);
  const dated = numbersWhere(index, facts, (fact) => {
    const { earliest, latest } = datesAt(facts, fact);
    return earliest !== null || latest !== null;
  });
  for (const number of dated) numbers.delete(number);
  return numbers;
}

/** By the rule of the filter's dates; without any, everything is. */
function isAskedFor(
  bounds: { earliest: string | null; latest: string | null },
  filter: TimelineRequest["filter"],
): boolean {
  const days = askedDays(filter);
  const isIn = filter.dates === "certain" ? isCertainlyIn : mayBeIn;
  return days === null || days.some(({ from, to }) => isIn(bounds, from, to));
}
