import { askedDays } from "../domain/asked-days";
import type { Period } from "../domain/calendar-period";
import type { ChartSpan } from "../domain/chart-span";
import { type DatedFigures, datedFigures } from "../domain/dated-figures";
import type { IncidentFilter } from "../domain/incident-filter";
import { countDates } from "../domain/incident-index/count-dates";
import { countPeopleByDate } from "../domain/incident-index/count-people-by-date";
import { mayBeIn } from "../domain/partial-date";
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

/** Incidents and people of the filter by month or year, over the span; without those that it does not ask for. */
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
  const { figures } = datedFigures(span, unit === "year" ? dates.years : dates.months, people);
  const asked = askedDays(filter);
  const isAsked = ({ earliest, latest }: Period) =>
    asked === null || asked.some(({ from, to }) => mayBeIn({ earliest, latest }, from, to));
  return { span, figures: figures.filter(isAsked) };
}
