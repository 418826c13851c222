import { count, countDistinct, eq, inArray } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { NamedSource } from "../../domain/source-row";
import type { Store } from "../store";
import { tableOrder } from "../table-order";

/** A source with how many claims it has in how many of the incidents asked for. */
export type SourceOfIncidents = NamedSource & { claims: number; incidents: number };

/** The sources that some of these incidents cite, at most 100 incidents, by publisher and title. */
export async function listSourcesOf(
  store: Store,
  actor: Actor,
  refs: readonly string[],
): Promise<SourceOfIncidents[]> {
  authorise(actor, "claim.assess");
  const { claim, incident, source } = store.t;
  const order = tableOrder(
    store,
    [
      { value: source.publisher, text: "caseless" },
      { value: source.title, text: true },
      { value: source.id, text: true },
    ],
    false,
  );
  return store.read
    .select({
      ref: source.ref,
      publisher: source.publisher,
      title: source.title,
      claims: count(),
      incidents: countDistinct(claim.incidentId),
    })
    .from(claim)
    .innerJoin(incident, eq(incident.id, claim.incidentId))
    .innerJoin(source, eq(source.id, claim.sourceId))
    .where(inArray(incident.ref, [...refs]))
    .groupBy(source.id, source.ref, source.publisher, source.title)
    .orderBy(...order);
}
