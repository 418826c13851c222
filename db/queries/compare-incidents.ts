import { type Actor, may } from "../../domain/actor";
import { askedDays, askedHull } from "../../domain/asked-days";
import { chartSpan } from "../../domain/chart-span";
import type { ComparedSide } from "../../domain/comparison";
import type { IncidentFilter } from "../../domain/incident-filter";
import type { DateUnit } from "../../domain/incident-index/walk-dates";
import { authoriseReading } from "../authorise-reading";
import { readDatedFigures, readDatedMonths } from "../read-dated-figures";
import { readKeyFigures } from "../read-key-figures";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * Two filters side by side, at one moment. Both charts tell months or both tell years; where the filters ask for the
 * same time they also begin and end together.
 */
export async function compareIncidents(
  store: Store,
  actor: Actor,
  filters: readonly [IncidentFilter, IncidentFilter],
  { by, today }: { by: DateUnit | null; today: string },
): Promise<[ComparedSide, ComparedSide]> {
  authoriseReading(store, actor, "incident.read");
  const forReview = may(actor, "review.list");
  return atOneMoment(store, async (moment) => {
    const [a, b] = filters;
    const own = [
      await readDatedMonths(store, moment, a),
      await readDatedMonths(store, moment, b),
    ] as const;
    const isSameTime = JSON.stringify(askedDays(a)) === JSON.stringify(askedDays(b));
    const extents = isSameTime ? [hull(own), hull(own)] : own;
    const isByYear = filters.some(
      (filter, at) => chartSpan(extents[at] ?? null, askedHull(filter), by, today)?.unit === "year",
    );
    const sideOf = async (filter: IncidentFilter, at: number): Promise<ComparedSide> => {
      const span = chartSpan(
        extents[at] ?? null,
        askedHull(filter),
        isByYear ? "year" : "month",
        today,
      );
      return {
        filter,
        figures: await readKeyFigures(store, moment, filter, { today, forReview }),
        dated: span && (await readDatedFigures(store, moment, filter, span)),
      };
    };
    return [await sideOf(a, 0), await sideOf(b, 1)];
  });
}

function hull(some: readonly (Months | null)[]): Months | null {
  const known = some.filter((months) => months !== null);
  if (known.length === 0) return null;
  return {
    from: Math.min(...known.map(({ from }) => from)),
    to: Math.max(...known.map(({ to }) => to)),
  };
}

type Months = { from: number; to: number };
