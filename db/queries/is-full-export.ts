import type { Actor } from "../../domain/actor";
import { emptyIncidentFilter, type IncidentFilter } from "../../domain/incident-filter";
import { countMatching } from "../../domain/incident-index/count-matching";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

const MAX_PART = 100;

/**
 * Whether an export of what a filter finds takes so much of the ledger that it counts as all of it: more than 100
 * incidents, or more than half of those that are found without a filter. So a filter that finds nearly everything,
 * or a few that share it out, gains little over asking for all: a hundred at a time, each kept in the access log.
 */
export async function isFullExport(
  store: Store,
  actor: Actor,
  filter: IncidentFilter,
): Promise<boolean> {
  authoriseReading(store, actor, "incident.export");
  return atOneMoment(store, async (moment) => {
    const countOf = async (asked: IncidentFilter) =>
      (await askMatching(store, moment, asked, "counts", countMatching)).total;
    const taken = await countOf(filter);
    return taken > MAX_PART || taken * 2 > (await countOf(emptyIncidentFilter()));
  });
}
