import { askedParts, withDates } from "../domain/asked-days";
import type { Period } from "../domain/calendar-period";
import type { ChartSpan } from "../domain/chart-span";
import { type DatedFigure, type DatedFigures, datedFigures } from "../domain/dated-figures";
import type { IncidentFilter } from "../domain/incident-filter";
import { countDates } from "../domain/incident-index/count-dates";
import { countMatching } from "../domain/incident-index/count-matching";
import { countPeopleByDate, knownPeople } from "../domain/incident-index/count-people-by-date";
import type { IncidentIndex } from "../domain/incident-index/incident-index";
import type { Matching } from "../domain/incident-index/match-filter";
import { askMatching } from "./ask-matching";
import type { Store } from "./store";
import type { Moment } from "./store-index";

/** The first and the last month, numbered, in which an incident of the filter may lie, whatever its dates; or null. */
export async function readDatedMonths(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
): Promise<{ from: number; to: number } | null> {
  const { months } = await askMatching(store, moment, filter, "dates", countDates);
  const numbers = [...months.keys()];
  return numbers.length === 0 ? null : { from: numbers[0]!, to: numbers.at(-1)! };
}

/**
 * Incidents and people of the filter by month or year, over the span; without those that it does not ask for. Of one
 * that its dates cut only what they ask for is told of, each stretch by itself.
 */
export async function readDatedFigures(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
  span: ChartSpan,
): Promise<DatedFigures> {
  const { unit } = span;
  const dates = await askMatching(store, moment, filter, "dates", countDates);
  const people = await askMatching(store, moment, filter, `people ${unit}`, (index, matching) =>
    countPeopleByDate(index, matching, unit),
  );
  const whole = datedFigures(span, unit === "year" ? dates.years : dates.months, people);
  const figures: DatedFigure[] = [];
  for (const figure of whole.figures)
    for (const part of askedParts(filter, figure)) {
      const isWhole = part.earliest === figure.earliest && part.latest === figure.latest;
      figures.push(isWhole ? figure : await readPart(store, moment, filter, part));
    }
  return { span, figures };
}

/** Of less than a month or year, what the lists of just that time count. */
async function readPart(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
  part: Period,
): Promise<DatedFigure> {
  const { earliest: from, latest: to } = part;
  const ask = <A>(
    dates: IncidentFilter["dates"],
    question: string,
    answer: (index: IncidentIndex, matching: Matching) => A,
  ) => askMatching(store, moment, withDates(filter, { from, to, dates }), question, answer);
  const certain = await ask("certain", "counts", countMatching);
  const possible = await ask("possible", "counts", countMatching);
  const known = await ask("possible", "known people", (index, { hits }) =>
    knownPeople(index, hits),
  );
  const { low, best } = certain.persons;
  const people = { low, best, high: possible.persons.high, known };
  return {
    ...part,
    certain: certain.total,
    possible: possible.total,
    people: possible.total > 0 ? people : null,
  };
}
