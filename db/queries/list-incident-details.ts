import type { Actor } from "../../domain/actor";
import type { FoundIncidents } from "../../domain/found-incidents";
import type { IncidentDetail } from "../../domain/incident-detail";
import { authoriseReading } from "../authorise-reading";
import { countFound } from "../count-found";
import { idsOfNumbers } from "../ids-of-numbers";
import { type ListPosition, positionOfNumber } from "../list-position";
import { type ListedAfter, numbersAfter } from "../numbers-after";
import { incidentDetailReader } from "../read-incident-details";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * The incidents a filter asks for that come after a position, at most `limit`, with everything of them, all of one
 * moment. `last`: where the last of them stands, null where none comes after it.
 */
export async function listIncidentDetails(
  store: Store,
  actor: Actor,
  { limit, ...asked }: ListedAfter & { limit: number },
): Promise<{ details: IncidentDetail[]; last: ListPosition | null; found: FoundIncidents }> {
  authoriseReading(store, actor, "incident.export");
  return atOneMoment(store, async (moment) => {
    const { db } = moment;
    const { numbers } = await numbersAfter(store, moment, asked, { limit: limit + 1 });
    const shown = numbers.slice(0, limit);
    const ids = await idsOfNumbers(store, db, shown);
    return {
      details: await incidentDetailReader(store, db)(ids),
      last:
        numbers.length > limit
          ? await positionOfNumber(store, db, asked.sort, shown.at(-1)!)
          : null,
      found: await countFound(store, moment, asked.filter),
    };
  });
}
