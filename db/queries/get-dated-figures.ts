import type { Actor } from "../../domain/actor";
import { askedHull } from "../../domain/asked-days";
import { chartSpan } from "../../domain/chart-span";
import type { DatedFigures } from "../../domain/dated-figures";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { DateUnit } from "../../domain/incident-index/walk-dates";
import { authoriseReading } from "../authorise-reading";
import { readDatedFigures, readDatedMonths } from "../read-dated-figures";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * What the charts of a filter show; null where no date of an incident is known. `by`: null for what suits.
 * `today`: a calendar day.
 */
export async function getDatedFigures(
  store: Store,
  actor: Actor,
  { filter, by, today }: { filter: IncidentFilter; by: DateUnit | null; today: string },
): Promise<DatedFigures | null> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const span = chartSpan(
      await readDatedMonths(store, moment, filter),
      askedHull(filter),
      by,
      today,
    );
    return span && readDatedFigures(store, moment, filter, span);
  });
}
