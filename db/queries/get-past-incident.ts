import { type Actor, authorise } from "../../domain/actor";
import { headlineOf } from "../../domain/headline";
import type { IncidentDocument } from "../../domain/incident";
import { locationIdsOf, nationalitiesOf } from "../../domain/outside-references";
import type { PastIncident, PastMoment } from "../../domain/past-incident";
import { citedSources } from "../cited-sources";
import { locationFacts } from "../location-facts";
import { findIncident } from "../read-incident";
import { readLocations } from "../read-locations";
import { goneNames, readPastVersion } from "../read-past-version";
import { sourceFacts } from "../source-facts";
import type { Db, Store } from "../store";

/** An incident as it stood at a moment; null where there was none, or no such version. */
export async function getPastIncident(
  store: Store,
  actor: Actor,
  { ref, moment }: { ref: string; moment: PastMoment },
): Promise<PastIncident | null> {
  authorise(actor, "history.read");
  return store.snapshot(async (db) => {
    const row = await findIncident(store, db, ref);
    const past = row && (await readPastVersion(store, db, row.id, moment));
    if (!past) return null;
    const { document } = past;
    if (document === null) return { ...past, gone: { sources: 0, places: 0 }, shown: null };
    const gone = await goneNames(store, db, document);
    const isWhole = gone.sources + gone.places === 0;
    return { ...past, gone, shown: isWhole ? await viewOf(store, db, document) : null };
  });
}

async function viewOf(store: Store, db: Db, document: IncidentDocument) {
  const sourceIds = [...new Set(document.claims.map((claim) => claim.sourceId))];
  const placeIds = [...locationIdsOf(document), ...nationalitiesOf(document)];
  const facts = await sourceFacts(store, db, sourceIds);
  return {
    document,
    headline: headlineOf(document, facts, await locationFacts(store, db, placeIds)),
    sources: await citedSources(store, db, sourceIds),
    locations: await readLocations(store, db, placeIds),
  };
}
