import type { Actor } from "../../domain/actor";
import type { IncidentFilter } from "../../domain/incident-filter";
import { numbersInOrder } from "../../domain/incident-index/page-of";
import type { IncidentRow } from "../../domain/incident-row";
import { askMatching } from "../ask-matching";
import { authoriseReading } from "../authorise-reading";
import { idsOfNumbers } from "../ids-of-numbers";
import { listOrder } from "../list-order";
import { readIncidentRows } from "../read-incident-rows";
import type { Store } from "../store";
import { atOneMoment } from "../store-index";

/**
 * The incidents a filter asks for that changed last in this store, newest change first, at most `limit`. In the public
 * store an incident changes when an edition of it is published, and by nothing else.
 */
export async function listChanged(
  store: Store,
  actor: Actor,
  { filter, limit }: { filter: IncidentFilter; limit: number },
): Promise<IncidentRow[]> {
  authoriseReading(store, actor, "incident.read");
  return atOneMoment(store, async (moment) => {
    const order = await listOrder(store, moment, { key: "updated", descending: true });
    const question = `changed ${limit}`;
    const numbers = await askMatching(store, moment, filter, question, (index, matching) =>
      numbersInOrder(index, matching, order, { limit }),
    );
    return readIncidentRows(store, moment.db, await idsOfNumbers(store, moment.db, numbers));
  });
}
