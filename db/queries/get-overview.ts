import { type Actor, may } from "../../domain/actor";
import { askedHull } from "../../domain/asked-days";
import { chartSpan } from "../../domain/chart-span";
import type { IncidentFilter } from "../../domain/incident-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { DateUnit } from "../../domain/incident-index/walk-dates";
import { DEFAULT_SORT } from "../../domain/incident-sort";
import type { Overview } from "../../domain/overview";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idsOfNumbers } from "../ids-of-numbers";
import { latestChanged } from "../latest-changed";
import { listOrder } from "../list-order";
import { readDatedFigures, readDatedMonths } from "../read-dated-figures";
import { readIncidentRows } from "../read-incident-rows";
import { readKeyFigures } from "../read-key-figures";
import type { Store } from "../store";
import { atOneMoment, type Moment } from "../store-index";

/** How many incidents each list begins with. */
const LISTED = 5;

/** The overview of a filter. `by`: months or years in its charts, null for what suits. `today`: a calendar day. */
export async function getOverview(
  store: Store,
  actor: Actor,
  { filter, by, today }: { filter: IncidentFilter; by: DateUnit | null; today: string },
): Promise<Overview> {
  authoriseReading(store, actor, "incident.read");
  const forReview = may(actor, "review.list");
  return atOneMoment(store, async (moment) => {
    const figures = await readKeyFigures(store, moment, filter, { today, forReview });
    const months = await readDatedMonths(store, moment, filter);
    const span = chartSpan(months, askedHull(filter), by, today);
    const dated = span && (await readDatedFigures(store, moment, filter, span));
    const first = async (of: IncidentFilter | undefined) =>
      of === undefined ? [] : rowsOf(store, moment, await newest(store, moment, of));
    return {
      figures,
      dated,
      lists: {
        atRisk: await first(figures.atRisk?.filter),
        silentInCustody: await first(figures.silentInCustody?.filter),
        newest: await first(filter),
        changed: await rowsOf(store, moment, await latestChanged(store, moment, filter, LISTED)),
      },
    };
  });
}

async function newest(store: Store, moment: Moment, filter: IncidentFilter): Promise<number[]> {
  const order = await listOrder(store, moment, DEFAULT_SORT);
  return askMatching(store, moment, filter, `first ${LISTED}`, (index, matching) =>
    numbersInOrder(index, matching, order, { limit: LISTED }),
  );
}

async function rowsOf(store: Store, moment: Moment, numbers: number[]) {
  return readIncidentRows(store, moment.db, await idsOfNumbers(store, moment.db, numbers));
}
