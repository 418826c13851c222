import fc from "fast-check";
import { expect, it } from "vitest";
import { monthPeriod, yearPeriod } from "../calendar-period";
import { type CountRange, unknownCount } from "../count-range";
import type { Headline } from "../headline-type";
import { type IncidentFilter, parseIncidentFilter } from "../incident-filter";
import { dayAt } from "../partial-date";
import { exactly } from "../testing-documents";
import { countDates } from "./count-dates";
import { countMatching } from "./count-matching";
import { countPeopleByDate } from "./count-people-by-date";
import { type EventFacts, encodeFacts } from "./incident-facts";
import { emptyIncidentIndex } from "./incident-index";
import { matchFilter } from "./match-filter";
import { startChanges } from "./take-changes";

type Case = {
  earliest: string | null;
  latest: string | null;
  persons: CountRange;
  events?: EventFacts[];
};

/** An index of incidents that are nothing but their date, their people and their events. */
function indexOf(cases: Case[]) {
  const index = emptyIncidentIndex();
  const changes = startChanges(index);
  changes.put(
    cases.map(({ earliest, latest, persons, events = [] }, at) => ({
      number: at + 1,
      facts: encodeFacts({
        id: at.toString(16).padStart(12, "0"),
        ref: "INC-222222",
        reviewStatus: "draft",
        headline: {
          date: { earliest, latest, kind: "within", text: "", basis: "stated", precision: null },
          persons,
          helpers: exactly(100),
          corroboration: "unsourced",
          atRiskOf: [],
          lastNews: null,
        } as Partial<Headline> as Headline,
        statuses: [],
        roles: [],
        nationalities: [],
        sources: [],
        events,
        map: { provinces: [], moves: [] },
      }),
    })),
  );
  changes.finish();
  return index;
}

const everything = parseIncidentFilter(new URLSearchParams()).filter;
const month = (year: number, n: number) => year * 12 + n - 1;

function people(cases: Case[], unit: "month" | "year", filter = everything) {
  const index = indexOf(cases);
  return countPeopleByDate(index, matchFilter(index, filter, null), unit);
}

it("counts those that are certainly in a month at least, and all that may be in it at most", () => {
  const counted = people(
    [
      { earliest: "2014-07-15", latest: "2014-07-17", persons: { low: 20, best: 29, high: 29 } },
      { earliest: "2014-06-30", latest: "2014-07-01", persons: { low: 3, best: 3, high: 5 } },
      { earliest: "2014-08-01", latest: "2014-08-01", persons: exactly(2) },
    ],
    "month",
  );
  expect([...counted]).toEqual([
    [month(2014, 6), { low: null, best: null, high: 5, known: 5 }],
    [month(2014, 7), { low: 20, best: 29, high: 34, known: 34 }],
    [month(2014, 8), { low: 2, best: 2, high: 2, known: 2 }],
  ]);
});

it("knows no most where one of them has none, and never makes zero of what is unknown", () => {
  const counted = people(
    [
      {
        earliest: "2014-07-01",
        latest: "2014-07-01",
        persons: { low: 12, best: null, high: null },
      },
      { earliest: "2014-07-01", latest: "2014-07-31", persons: exactly(4) },
      { earliest: "2014-09-01", latest: "2014-09-30", persons: unknownCount },
    ],
    "month",
  );
  expect([...counted]).toEqual([
    [month(2014, 7), { low: 16, best: null, high: null, known: 16 }],
    [month(2014, 9), { low: null, best: null, high: null, known: 0 }],
  ]);
});

it("counts an incident once in a year, also where two of its events lie in it", () => {
  const events = ["2014-03-01", "2014-05-01", "2015-01-01"].map((day) => ({
    type: "arrest" as const,
    modality: "reported" as const,
    places: [],
    earliest: day,
    latest: day,
  }));
  const cases = [{ earliest: "2013-01-01", latest: "2013-01-01", persons: exactly(7), events }];
  const seven = { low: 7, best: 7, high: 7, known: 7 };
  const asked: IncidentFilter = { ...everything, type: ["arrest"] };
  expect([...people(cases, "year", asked)]).toEqual([
    [2014, seven],
    [2015, seven],
  ]);
  expect([...people(cases, "year")]).toEqual([[2013, seven]]);
});

const anyDay = fc.integer({ min: 15_900, max: 16_500 }).map(dayAt);
const anyDates = fc.tuple(anyDay, anyDay, fc.integer({ min: 0, max: 9 })).map(([a, b, open]) => ({
  earliest: open === 0 ? null : a < b ? a : b,
  latest: open === 1 ? null : open < 6 ? (a < b ? b : a) : a < b ? a : b,
}));
const anyPeople = fc
  .tuple(fc.nat(30), fc.nat(5), fc.nat(5), fc.constantFrom(7, 7, 7, 7, 0, 1, 2, 4, 5))
  .map(([low, more, most, known]) => ({
    low: known & 1 ? low : null,
    best: known & 2 ? low + more : null,
    high: known & 4 ? low + more + most : null,
  }));
const anyCase = fc.record({
  dates: anyDates,
  persons: anyPeople,
  events: fc.array(
    fc.record({ type: fc.constantFrom("arrest" as const, "release" as const), dates: anyDates }),
    { maxLength: 3 },
  ),
});

it.each([
  ["month", ""],
  ["year", ""],
  ["month", "type=arrest"],
  ["year", "type=arrest"],
] as const)("finds by %s what a range of just that time finds: %s", (unit, query) => {
  const { filter } = parseIncidentFilter(new URLSearchParams(query));
  fc.assert(
    fc.property(fc.array(anyCase, { minLength: 1, maxLength: 12 }), (drawn) => {
      const index = indexOf(
        drawn.map(({ dates, persons, events }) => ({
          ...dates,
          persons,
          events: events.map(({ type, dates: on }) => ({
            type,
            modality: "reported",
            places: [],
            ...on,
          })),
        })),
      );
      const matching = matchFilter(index, filter, null);
      const counted = countPeopleByDate(index, matching, unit);
      const incidents = countDates(index, matching)[unit === "month" ? "months" : "years"];
      expect([...counted.keys()]).toEqual([...incidents.keys()]);
      for (const [at, { low, best, high }] of counted) {
        const { earliest: from, latest: to } =
          unit === "month" ? monthPeriod(Math.floor(at / 12), (at % 12) + 1)! : yearPeriod(at)!;
        const within = (dates: "certain" | "possible") =>
          countMatching(index, matchFilter(index, { ...filter, from, to, dates }, null));
        const [certain, possible] = [within("certain"), within("possible")];
        expect({ low, best, high }).toEqual({
          low: certain.persons.low,
          best: certain.persons.best,
          high: possible.persons.high,
        });
        expect(incidents.get(at)).toEqual({ possible: possible.total, certain: certain.total });
      }
    }),
    { numRuns: 200 },
  );
});
