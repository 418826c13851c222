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

export type IncidentPart = "groups" | "events" | "claims";

/** Parts of an incident, from one place in its list to before another. */
export type PartsOfIncident = { detail: IncidentDetail; from: number; to: number };

/** Where a page of parts ended: at an incident, of which `given` parts were given; null: all of them. */
export type PartPosition = { incident: ListPosition; given: number | null };

type Asked = Omit<ListedAfter, "after"> & {
  part: IncidentPart;
  after: PartPosition | null;
  limit: number;
};

const BATCH = 25;
/** So many incidents are looked through for one page; where most have no such part it has fewer than `limit`. */
const MAX_INCIDENTS = 500;

/**
 * The parts of one kind of the incidents a filter asks for, in the order of the list and within an incident in its
 * own, that come after a position: at most `limit`, all of one moment. `last`: where they end, null where nothing
 * comes after.
 */
export async function listIncidentParts(
  store: Store,
  actor: Actor,
  { filter, sort, part, after, limit }: Asked,
): Promise<{ pieces: PartsOfIncident[]; last: PartPosition | null; found: FoundIncidents }> {
  authoriseReading(store, actor, "incident.export");
  return atOneMoment(store, async (moment) => {
    const { db } = moment;
    const asked = { filter, sort, after: after?.incident ?? null };
    const { numbers, isAgain } = await numbersAfter(store, moment, asked, {
      limit: MAX_INCIDENTS + 1,
      again: after !== null && after.given !== null,
    });
    const read = incidentDetailReader(store, db);
    const pieces: PartsOfIncident[] = [];
    const looked = Math.min(numbers.length, MAX_INCIDENTS);
    let [at, count, given] = [0, 0, null as number | null];
    for (; at < looked && count < limit; ) {
      const ids = await idsOfNumbers(store, db, numbers.slice(at, Math.min(at + BATCH, looked)));
      for (const detail of await read(ids)) {
        const from = at === 0 && isAgain ? (after?.given ?? 0) : 0;
        const all = detail.document[part].length;
        const to = Math.min(all, from + limit - count);
        if (to > from) pieces.push({ detail, from, to });
        count += Math.max(0, to - from);
        given = to < all ? to : null;
        at++;
        if (count >= limit) break;
      }
    }
    const isMore = given !== null || at < numbers.length;
    const last = isMore && {
      incident: await positionOfNumber(store, db, sort, numbers[at - 1]!),
      given,
    };
    return { pieces, last: last || null, found: await countFound(store, moment, filter) };
  });
}
