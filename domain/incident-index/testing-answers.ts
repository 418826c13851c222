import fc from "fast-check";
import { expect } from "vitest";
import { countTimeline, type TimelineMarks } from "../count-timeline";
import type { Headline } from "../headline-type";
import { type IncidentFilter, parseIncidentFilter } from "../incident-filter";
import { dayAt } from "../partial-date";
import { lanesInWindow, surveyTimeline } from "../survey-timeline";
import { exactly, unknownCount } from "../testing-documents";
import { LANE_KINDS, type LaneKind, laneRows } from "../timeline-lanes";
import { countDates } from "./count-dates";
import { CODE_FACETS, countFacets } from "./count-facets";
import { countMatching } from "./count-matching";
import { countPeopleByDate } from "./count-people-by-date";
import { countTowns } from "./count-towns";
import { facetValues } from "./facet-values";
import { headlineTimeline } from "./headline-timeline";
import { encodeFacts, type IncidentFacts } from "./incident-facts";
import type { IncidentIndex } from "./incident-index";
import { flowsOf, mapMatching } from "./map-matching";
import { type Matching, matchFilter } from "./match-filter";
import { numbersInOrder } from "./page-of";
import { timelineFacts } from "./timeline-facts";

/** All that the index tells of some filters, by codes and numbers. */
export function answersOf(index: IncidentIndex) {
  const all = matchFilter(index, FILTERS[0]!, null);
  const known = countFacets(index, all);
  expect(new Map([...countTowns(index, all)].sort())).toEqual(mapMatching(index, all).localities);
  return FILTERS.map((filter) => {
    const matching = matchFilter(index, filter, null);
    const facets = countFacets(index, matching);
    const dates = countDates(index, matching);
    const named = facetValues(index, matching, { counts: facets, dates, known }).codes.source
      .values;
    const most = mostNamed(facets);
    expect(named.slice(0, most.length).map(({ code, count: n }) => [code, n])).toEqual(most);
    return {
      numbers: numbersInOrder(index, matching, index.order),
      last: numbersInOrder(index, matching, index.order, {
        offset: Math.max(0, matching.total - 3),
        limit: 2,
      }),
      counts: countMatching(index, matching),
      facets: CODE_FACETS.map((name) => {
        const { codes, perValue } = facets[name];
        return codes
          .flatMap((code, at) => (perValue[at] ? [`${code} ${perValue[at]}`] : []))
          .sort();
      }),
      dates,
      people: countPeopleByDate(index, matching, "year"),
      map: mapMatching(index, matching),
      flows: flowsOf(index, matching),
      timelines: LANE_KINDS.map((lane) => timelineOf(index, matching, filter, lane)),
    };
  });
}

const day = fc.option(fc.integer({ min: 16_000, max: 16_400 }).map(dayAt));
const days = fc
  .tuple(day, day)
  .map(([a, b]) => (a !== null && b !== null && a > b ? [b, a] : [a, b]))
  .map(([earliest, latest]) => ({ earliest: earliest!, latest: latest! }));
const PLACES = [
  { countryId: "CN", provinceId: "CN-JL", localityId: "CN-JL/tumen", facilityId: null },
  { countryId: "CN", provinceId: "CN-YN", localityId: null, facilityId: null },
  { countryId: "LA", provinceId: null, localityId: null, facilityId: null },
];
const event = fc.record({
  days,
  type: fc.constantFrom("arrest", "deportation", "release" as const),
  modality: fc.constantFrom("reported", "denied" as const),
  places: fc.subarray(PLACES, { maxLength: 2 }),
});
const SOURCES = Array.from("23456789ABCDEF", (end) => `SRC-22222${end}`);
const count = fc.option(fc.nat({ max: 30 }).map(exactly)).map((known) => known ?? unknownCount);

/** Lines of facts of incidents that are nothing but what the index tells of them. */
export const anyFacts = fc
  .record({
    days,
    persons: count,
    helpers: count,
    roles: fc.subarray(["seeking_refuge", "helper"] as const),
    review: fc.constantFrom("draft", "verified", "retracted" as const),
    status: fc.subarray(["held", "arrested", "deported"] as const, { minLength: 1 }),
    nationalities: fc.subarray(["KP", "CN", "MM"]),
    sources: fc.subarray(SOURCES, { maxLength: 3 }),
    events: fc.array(event, { maxLength: 3 }),
    tie: fc.nat(),
  })
  .map(
    ({
      days: date,
      persons,
      helpers,
      roles,
      review,
      status,
      nationalities,
      sources,
      events,
      tie,
    }) => {
      const areas = events.flatMap(({ places }) =>
        places.map(({ provinceId, countryId }) => provinceId ?? countryId),
      );
      const one: IncidentFacts = {
        id: tie.toString(16).padStart(12, "0"),
        ref: "INC-222222",
        reviewStatus: review,
        headline: {
          date: { ...date, kind: "within", text: "", basis: "stated", precision: null },
          persons,
          // Of incidents without helpers no number of them is known.
          helpers: roles.includes("helper") ? helpers : unknownCount,
          corroboration: sources.length > 1 ? "corroborated" : "single_source",
          atRiskOf: tie % 3 === 0 ? ["deportation"] : [],
          lastNews: null,
        } as Partial<Headline> as Headline,
        statuses: [...status],
        roles,
        nationalities,
        sources,
        events: events.map(({ days: on, ...rest }) => ({ ...on, ...rest })),
        map: { provinces: [...new Set(areas)].map((id) => ({ id, ...persons })), moves: [] },
      };
      return encodeFacts(one);
    },
  );

const FILTERS = [
  "",
  "from=2013-11&to=2014-03",
  "type=arrest&from=2014-02",
  "type=arrest&dates=certain&to=2014-05",
  "province=CN-JL&country=CN",
  "place=CN-JL/tumen",
  "place=CN-JL&place=LA&type=arrest&from=2013-12",
  "province=LA-unknown&dates=certain&to=2014-05",
  "status=held&nationality=KP&nationality=MM",
  "source=SRC-222222&type=release&type=arrest",
  "people_min=3&review=draft",
  "when=2013&when=2014-03",
  "type=arrest&when=2013-12&when=2014-03",
  "modality=reported&province=CN-JL&when=2013-11&when=2014-02&dates=certain",
  "role=helper&type=arrest&from=2014",
].map((query) => parseIncidentFilter(new URLSearchParams(query)).filter);

/** Of the sources of some incidents those that most of them have, by counting all. */
function mostNamed(facets: ReturnType<typeof countFacets>): [string, number][] {
  const { codes, perValue } = facets.source;
  return codes
    .map((code, at): [string, number] => [code, perValue[at]!])
    .filter(([, n]) => n > 0)
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, 10);
}

/** Three bins and a window within them, as two ways tell of them; null where but one can. */
function timelineOf(
  index: IncidentIndex,
  matching: Matching,
  filter: IncidentFilter,
  lane: LaneKind,
) {
  const headlines = headlineTimeline(index, matching, filter, lane);
  if (headlines === null) return null;
  const { codes, survey } = headlines;
  const window = { first: 16_030, last: 16_290 };
  const { facts } = timelineFacts(index, matching, filter, { lane });
  expect(survey).toEqual(surveyTimeline(facts, codes.length));
  const { perLane } = survey;
  const { rows, rowOf } = laneRows(lane, codes, { perLane, inWindow: headlines.inWindow(window) });
  expect(
    laneRows(lane, codes, { perLane, inWindow: lanesInWindow(facts, codes.length, window) }),
  ).toEqual({ rows, rowOf });
  return [
    [16_022, 16_053, 16_100, 16_300],
    [15_950, 16_500],
  ].map((edges) => {
    const wanted = { window, edges, rowOf, rows: rows.length, keepAtMost: 1_000 };
    const { all, near, ...counts } = headlines.count(wanted);
    const plain = countTimeline(facts, wanted);
    const barsOf = ({ kept, ...marks }: TimelineMarks, factAt = (fact: number) => fact) => ({
      ...marks,
      kept: new Set(kept.map(({ fact, row }) => asText({ fact: factAt(fact), row }))),
    });
    const slotOf = (fact: number) => facts.incident[fact]!;
    expect({ ...counts, all: barsOf(all), near: barsOf(near) }).toEqual({
      ...plain,
      all: barsOf(plain.all, slotOf),
      near: barsOf(plain.near, slotOf),
    });
    return { ...counts, all: { ...all, kept: undefined }, near: { ...near, kept: undefined } };
  });
}

const asText = (bar: unknown) => JSON.stringify(bar);
