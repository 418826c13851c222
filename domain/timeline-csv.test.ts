import { expect, it } from "vitest";
import { days, exactly, unknownCount } from "./testing-documents";
import type { Timeline, TimelineBar, TimelineLane } from "./timeline-chart";
import { timelineRecords } from "./timeline-csv";

const lane: TimelineLane = {
  key: "CN-YN",
  codes: ["CN-YN"],
  name: "Yunnan",
  possible: 2,
  certain: 1,
  bins: [],
  bars: [],
};
const timeline: Timeline = {
  lane: "province",
  window: { from: "2014-07-01", to: "2014-07-31" },
  known: null,
  unit: "month",
  total: 2,
  undated: 0,
  asked: null,
  leftOut: 0,
  possible: 2,
  certain: 1,
  lanes: [],
};
const nameOf = ({ name }: TimelineLane) => name ?? "";

it("bins are one record each, what is unknown an empty cell and not zero", () => {
  const bin = {
    from: "2014-07-01",
    to: "2014-07-31",
    possible: 2,
    certain: 1,
    anticipated: 1,
    persons: { low: 5, best: null, high: null },
    certainPersons: exactly(5),
  };
  expect(timelineRecords({ ...timeline, lanes: [{ ...lane, bins: [bin] }] }, nameOf)).toEqual([
    [
      "lane",
      "lane_codes",
      "from",
      "to",
      "incidents_possible",
      "incidents_certain",
      "persons_low_possible",
      "persons_best_possible",
      "persons_high_possible",
      "persons_low_certain",
      "persons_best_certain",
      "persons_high_certain",
      "incidents_anticipated",
    ],
    ["Yunnan", "CN-YN", "2014-07-01", "2014-07-31", 2, 1, 5, null, null, 5, 5, 5, 1],
  ]);
});

it("bars are one record each, with the bounds of their own date", () => {
  const bar = {
    ref: "INC-222222",
    title: "=Families",
    event: { type: "arrest", modality: "reported" },
    date: days("2014-07-15", null),
    places: ["Shandong", "Yunnan"],
    headline: { persons: unknownCount, status: "held" },
  } as unknown as TimelineBar;
  const [, record] = timelineRecords(
    { ...timeline, unit: null, lanes: [{ ...lane, bars: [bar] }] },
    nameOf,
  );
  expect(record).toEqual([
    "Yunnan",
    "CN-YN",
    "INC-222222",
    "=Families",
    "arrest",
    "reported",
    "2014-07-15",
    null,
    "within",
    "Shandong; Yunnan",
    null,
    null,
    null,
    "held",
  ]);
});
