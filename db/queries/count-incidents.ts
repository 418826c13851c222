import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { countMatching } from "../../domain/incident-index/count-matching";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/** How many incidents each of the filters matches, all at one moment, in their order. */
export async function countIncidents(
  store: Store,
  actor: Actor,
  filters: IncidentFilter[],
): Promise<number[]> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const counts: number[] = [];
    for (const filter of filters) {
      const { total } = await askMatching(store, moment, filter, "counts", countMatching);
      counts.push(total);
    }
    return counts;
  });
}
