import type { CountRange } from "./count-range";
import type { Timeline, TimelineBar, TimelineBin, TimelineLane } from "./timeline-chart";

const LANE = ["lane", "lane_codes"];
const PERSONS = ["persons_low", "persons_best", "persons_high"];
const OF_BINS = [
  ...LANE,
  "from",
  "to",
  "incidents_possible",
  "incidents_certain",
  ...PERSONS.map((name) => `${name}_possible`),
  ...PERSONS.map((name) => `${name}_certain`),
  "incidents_anticipated",
];
const OF_BARS = [
  ...LANE,
  "reference",
  "title",
  "event_type",
  "modality",
  "date_earliest",
  "date_latest",
  "date_kind",
  "places",
  ...PERSONS,
  "status",
];

type Cell = string | number | null;

/**
 * What a timeline draws as the records of a CSV file, its columns first: one a bin, empty ones too, or one a bar.
 * `nameOf`: what a lane is called. An open or unknown bound is an empty cell.
 */
export function timelineRecords(
  { unit, lanes }: Timeline,
  nameOf: (lane: TimelineLane) => string,
): Cell[][] {
  const records = lanes.flatMap((lane): Cell[][] => {
    const start = [nameOf(lane), lane.codes.join(" ")];
    return unit === null
      ? lane.bars.map((bar) => [...start, ...barCells(bar)])
      : lane.bins.map((bin) => [...start, ...binCells(bin)]);
  });
  return [unit === null ? OF_BARS : OF_BINS, ...records];
}

function binCells(bin: TimelineBin): Cell[] {
  const { from, to, possible, certain, anticipated, persons, certainPersons } = bin;
  return [from, to, possible, certain, ...bounds(persons), ...bounds(certainPersons), anticipated];
}

function barCells({ ref, title, event, date, places, headline }: TimelineBar): Cell[] {
  return [
    ref,
    title,
    event?.type ?? null,
    event?.modality ?? null,
    date?.earliest ?? null,
    date?.latest ?? null,
    date?.kind ?? null,
    places.join("; "),
    ...bounds(headline.persons),
    headline.status,
  ];
}

function bounds({ low, best, high }: CountRange): Cell[] {
  return [low, best, high];
}
