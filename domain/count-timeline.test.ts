import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CountRange, sumCounts } from "./count-range";
import { countTimeline as countColumns } from "./count-timeline";
import { NONE } from "./incident-index/columns";
import { addDays, daysBetween, isCertainlyIn, mayBeIn } from "./partial-date";
import {
  lanesInWindow as lanesOfColumns,
  surveyTimeline as surveyColumns,
} from "./survey-timeline";
import { exactly, unknownCount } from "./testing-documents";
import type { TimelineFacts } from "./timeline-facts";

type TimelineFact = {
  incident: number;
  earliest: number | null;
  latest: number | null;
  lanes: readonly number[];
  isAnticipated?: boolean;
  persons: CountRange;
};

/** Facts as the columns that are counted. */
function columns(facts: readonly TimelineFact[]): TimelineFacts {
  const of = (numbers: (number | null)[]) => Int32Array.from(numbers, (number) => number ?? NONE);
  const places = Uint32Array.from(facts.keys());
  const people = new Map(facts.map(({ incident, persons }) => [incident, persons]));
  const ofPeople = (bound: keyof CountRange) =>
    of(Array.from({ length: 20 }, (_, incident) => people.get(incident)?.[bound] ?? null));
  return {
    count: facts.length,
    incident: Uint32Array.from(facts, ({ incident }) => incident),
    date: places,
    earliest: of(facts.map(({ earliest }) => earliest)),
    latest: of(facts.map(({ latest }) => latest)),
    laneSet: places,
    laneSets: facts.map(({ lanes }) => lanes),
    isAnticipated: Uint8Array.from(facts, (one) => (one.isAnticipated ? 1 : 0)),
    low: ofPeople("low"),
    best: ofPeople("best"),
    high: ofPeople("high"),
  };
}

const countTimeline = (facts: TimelineFact[], wanted: Parameters<typeof countColumns>[1]) =>
  countColumns(columns(facts), wanted);
const lanesInWindow = (
  facts: TimelineFact[],
  lanes: number,
  window: { first: number; last: number },
) => lanesOfColumns(columns(facts), lanes, window);
const surveyTimeline = (facts: TimelineFact[], lanes: number) =>
  surveyColumns(columns(facts), lanes);

const fact = (
  incident: number,
  earliest: number | null,
  latest: number | null,
  rest: Partial<TimelineFact> = {},
): TimelineFact => ({
  incident,
  earliest,
  latest,
  lanes: [],
  persons: unknownCount,
  ...rest,
});
/** Three bins of ten days, and the window in their middle; one row for each of two lanes and what is not known. */
const WANTED = {
  window: { first: 5, last: 25 },
  edges: [1, 11, 21, 31],
  rowOf: [0, 1, 2],
  rows: 3,
  keepAtMost: 10,
};
const inBins = (facts: TimelineFact[], row = 2) =>
  countTimeline(facts, WANTED).lanes[row]!.bins.map(({ possible, certain }) => [possible, certain]);

describe("how many incidents a bin has", () => {
  it.each([
    ["one day", [fact(0, 12, 12)], [0, 0], [1, 1], [0, 0]],
    ["days within one bin", [fact(0, 11, 20)], [0, 0], [1, 1], [0, 0]],
    ["days across two", [fact(0, 10, 11)], [1, 0], [1, 0], [0, 0]],
    ["an open end", [fact(0, 12, null)], [0, 0], [1, 0], [1, 0]],
    ["an open beginning", [fact(0, null, 12)], [1, 0], [1, 0], [0, 0]],
    ["all of them and more", [fact(0, -5, 99)], [1, 0], [1, 0], [1, 0]],
    ["no date", [fact(0, null, null)], [0, 0], [0, 0], [0, 0]],
    ["before", [fact(0, -9, 0)], [0, 0], [0, 0], [0, 0]],
    ["after", [fact(0, 31, null)], [0, 0], [0, 0], [0, 0]],
    ["two events of one in a bin", [fact(0, 12, 12), fact(0, 13, 25)], [0, 0], [1, 1], [1, 0]],
  ])("with %s", (_name, facts, ...bins) => {
    expect(inBins(facts as TimelineFact[])).toEqual(bins);
  });

  it("is told for each lane, and an incident in two lanes stands in both but once in all", () => {
    const counted = countTimeline([fact(0, 12, 12, { lanes: [0, 1] }), fact(1, 12, 12)], WANTED);
    expect(counted.lanes.map(({ possible }) => possible)).toEqual([1, 1, 1]);
    expect(counted).toMatchObject({ possible: 2, certain: 2 });
  });

  it("counts once where several lanes share a row, and not at all where a lane is not drawn", () => {
    const counted = countTimeline(
      [fact(0, 12, 12, { lanes: [0, 1] }), fact(1, 12, 12, { lanes: [] })],
      { ...WANTED, rowOf: [0, 0, -1], rows: 1 },
    );
    expect(counted.lanes[0]!.possible).toBe(1);
    expect(counted.possible).toBe(1);
    expect(counted.all.kept).toEqual([{ fact: 0, row: 0 }]);
  });
});

it("people are summed as in the list: an unknown number makes the total at least", () => {
  const people = [exactly(3), { low: 2, best: null, high: null }];
  const facts = people.map((persons, incident) => fact(incident, 12, 12, { persons }));
  const { lanes } = countTimeline([...facts, fact(2, 10, 12, { persons: exactly(9) })], WANTED);
  expect(lanes[2]!.bins[1]).toEqual({
    possible: 3,
    certain: 2,
    anticipated: 0,
    persons: { low: 14, best: null, high: null },
    certainPersons: { low: 5, best: null, high: null },
  });
  expect(lanes[2]!.bins[0]!.persons).toEqual(exactly(9));
  expect(lanes[2]!.bins[2]!.persons).toEqual(unknownCount);
});

it("counts an incident as anticipated in each bin that an anticipated event of it reaches, once", () => {
  const isAnticipated = true;
  const { lanes } = countTimeline(
    [
      fact(0, 10, 12, { isAnticipated, lanes: [0, 1] }),
      fact(0, 12, 13, { isAnticipated, lanes: [0] }),
      fact(1, 12, 12, { lanes: [0] }),
      fact(1, 25, null, { isAnticipated, lanes: [0] }),
      fact(2, null, null, { isAnticipated, lanes: [0] }),
    ],
    { ...WANTED, rowOf: [0, 0, 1], rows: 2 },
  );
  expect(lanes[0]!.bins.map(({ possible, anticipated }) => [possible, anticipated])).toEqual([
    [1, 1],
    [2, 1],
    [1, 1],
  ]);
});

it("tells which lanes have anything in the window", () => {
  const facts = [
    fact(0, 1, 4, { lanes: [0] }),
    fact(1, 5, null, { lanes: [1] }),
    fact(2, null, null),
    fact(3, null, 4),
  ];
  const among = (first: number, last: number) => [...lanesInWindow(facts, 2, { first, last })];
  expect(among(5, 25)).toEqual([0, 1, 0]);
  expect(among(4, 4)).toEqual([1, 0, 1]);
  expect(among(30, 31)).toEqual([0, 1, 0]);
});

it("keeps what the window shows as single bars, and says how many there are", () => {
  const facts = [fact(0, 1, 2), fact(1, 4, 5), fact(2, 25, null), fact(3, 26, 30), fact(4, 9, 9)];
  const { all, near } = countTimeline(facts, { ...WANTED, keepAtMost: 1 });
  expect(all).toMatchObject({ count: 3, incidents: 3, perRow: [0, 0, 3] });
  expect(all.kept).toEqual([
    { fact: 1, row: 2 },
    { fact: 2, row: 2 },
  ]);
  expect(near).toEqual(all);
});

it("tells near bars from those that reach over all days of the window and beyond", () => {
  const facts = [
    fact(0, 5, 25),
    fact(1, null, 25),
    fact(2, 4, null),
    fact(2, 6, null),
    fact(3, -9, 99),
    fact(4, null, 24),
  ];
  const { all, near } = countTimeline(facts, WANTED);
  expect(all).toMatchObject({ count: 6, incidents: 5 });
  expect(near).toMatchObject({ count: 3, incidents: 3, perRow: [0, 0, 3] });
  expect(near.kept.map((bar) => bar.fact)).toEqual([0, 3, 5]);
});

it("surveys what there is: incidents by lane, those without any date, the outermost days", () => {
  const survey = surveyTimeline(
    [
      fact(0, 12, null, { lanes: [0, 1] }),
      fact(0, 3, 4, { lanes: [0] }),
      fact(1, null, null),
      fact(2, null, 40, { lanes: [1] }),
    ],
    2,
  );
  expect(survey).toEqual({
    incidents: 3,
    undated: 1,
    first: 3,
    last: 40,
    perLane: Uint32Array.from([1, 2, 1]),
  });
  expect(surveyTimeline([], 0)).toMatchObject({ incidents: 0, undated: 0, first: null });
});

type Bounds = [number | null, number | null];
const bound = fc.option(fc.integer({ min: -5, max: 40 }));
const dates = fc
  .tuple(bound, bound)
  .map(([a, b]): Bounds => (a !== null && b !== null && a > b ? [b, a] : [a, b]));
const incidents = fc.array(
  fc.record({
    dates: fc.array(dates, { minLength: 1, maxLength: 3 }),
    lanes: fc.uniqueArray(fc.integer({ min: 0, max: 1 })),
    low: fc.integer({ min: 0, max: 9 }),
  }),
  { maxLength: 12 },
);
const dayOf = (n: number) => addDays("2014-06-30", n);
const boundsOf = ([earliest, latest]: Bounds) => ({
  earliest: earliest === null ? null : dayOf(earliest),
  latest: latest === null ? null : dayOf(latest),
});

it("every bin agrees with the rule of the filter's dates for its first and its last day", () => {
  expect(daysBetween("2014-06-30", dayOf(1))).toBe(1);
  fc.assert(
    fc.property(incidents, (all) => {
      const facts = all.flatMap(({ dates: own, lanes, low }, incident) =>
        own.map(([earliest, latest], at) =>
          fact(incident, earliest, latest, {
            lanes,
            persons: exactly(low),
            isAnticipated: at % 2 === 1,
          }),
        ),
      );
      const counted = countTimeline(facts, WANTED);
      for (const [row, lane] of counted.lanes.entries())
        for (const [bin, found] of lane.bins.entries()) {
          const [from, to] = [dayOf(WANTED.edges[bin]!), dayOf(WANTED.edges[bin + 1]! - 1)];
          const here = all.filter(({ lanes }) =>
            row === 2 ? lanes.length === 0 : lanes.includes(row),
          );
          const possible = here.filter((one) =>
            one.dates.some((date) => mayBeIn(boundsOf(date), from, to)),
          );
          const certain = here.filter((one) =>
            one.dates.some((date) => isCertainlyIn(boundsOf(date), from, to)),
          );
          const anticipated = here.filter((one) =>
            one.dates.some((date, at) => at % 2 === 1 && mayBeIn(boundsOf(date), from, to)),
          );
          expect(found).toEqual({
            possible: possible.length,
            certain: certain.length,
            anticipated: anticipated.length,
            persons: sumCounts(possible.map(({ low }) => exactly(low))),
            certainPersons: sumCounts(certain.map(({ low }) => exactly(low))),
          });
        }
    }),
  );
});
