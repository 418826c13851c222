import { and, eq } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { citedFacts, citedIn } from "../../domain/cited-facts";
import { headlineOf } from "../../domain/headline";
import type { IncidentView } from "../../domain/incident-view";
import { locationIdsOf, nationalitiesOf } from "../../domain/outside-references";
import { authoriseReading } from "../authorise-reading";
import { locationFacts } from "../location-facts";
import { findIncident } from "../read-incident";
import { readLocations } from "../read-locations";
import type { Store } from "../store";

/** One published edition as its page shows it. Times are milliseconds since 1970. `newest`: the number of the one shown now. */
export type EditionView = Pick<IncidentView, "document" | "headline" | "sources" | "locations"> & {
  ref: string;
  edition: number;
  publishedAt: number;
  newest: number;
};

/** An edition of a published incident, as it was published; null where there is none, or none any more. */
export async function getEdition(
  store: Store,
  actor: Actor,
  { ref, edition }: { ref: string; edition: number },
): Promise<EditionView | null> {
  authoriseReading(store, actor, "incident.read");
  const { publishedEdition } = store.t;
  return store.snapshot(async (db) => {
    const incident = await findIncident(store, db, ref);
    if (!incident) return null;
    const [row] = await db
      .select()
      .from(publishedEdition)
      .where(
        and(eq(publishedEdition.incidentId, incident.id), eq(publishedEdition.edition, edition)),
      );
    if (!row) return null;
    const { document, sources, publishedAt } = row;
    const placeIds = [...locationIdsOf(document), ...nationalitiesOf(document)];
    return {
      ref: incident.ref,
      edition,
      publishedAt,
      newest: incident.version,
      document,
      headline: headlineOf(document, citedFacts(sources), await locationFacts(store, db, placeIds)),
      sources: citedIn(document, sources),
      locations: await readLocations(store, db, placeIds),
    };
  });
}
