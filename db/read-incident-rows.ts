import { sql } from "drizzle-orm";
import type { BriefHeadline, IncidentRow } from "../domain/incident-row";
import { readBriefHeadline } from "../domain/read-brief-headline";
import { citationReader } from "./citation-reader";
import { asList, isOneOf } from "./is-one-of";
import { placeNameReader } from "./place-names";
import type { Db, Store } from "./store";

/** The rows of the incidents with these ids, in their order; `citations`: with the sources of each. */
export function readIncidentRows(
  store: Store,
  db: Db,
  ids: readonly string[],
  options: { citations?: boolean } = {},
): Promise<IncidentRow[]> {
  return incidentRowReader(store, db, options)(ids);
}

/** The same batch by batch, for many batches of one moment. */
export function incidentRowReader(
  store: Store,
  db: Db,
  { citations = false }: { citations?: boolean } = {},
): (ids: readonly string[]) => Promise<IncidentRow[]> {
  const { incident } = store.t;
  const query = db
    .select({
      id: incident.id,
      ref: incident.ref,
      title: incident.title,
      summary: incident.summary,
      reviewStatus: incident.reviewStatus,
      publication: incident.publication,
      createdAt: incident.createdAt,
      updatedAt: incident.updatedAt,
      headline: sql<BriefHeadline>`${incident.headline}`.mapWith(readBriefHeadline),
    })
    .from(incident)
    .where(isOneOf(store, incident.id, sql.placeholder("ids")))
    .prepare();
  const readNames = placeNameReader(store, db);
  const readCitations = citations ? citationReader(store, db) : null;
  return async (ids) => {
    const found = await query.execute({ ids: asList(store, ids) });
    const byId = new Map(found.map((row) => [row.id, row]));
    const placeNames = await readNames(
      new Set(found.flatMap(({ headline }) => placesOf(headline))),
    );
    const cited = await readCitations?.(ids);
    return ids.flatMap((id) => {
      const row = byId.get(id);
      if (!row) return [];
      // One by one: to copy all but the id takes a hundred times as long.
      const shown: IncidentRow = {
        ref: row.ref,
        title: row.title,
        summary: row.summary,
        reviewStatus: row.reviewStatus,
        publication: row.publication,
        createdAt: row.createdAt,
        updatedAt: row.updatedAt,
        headline: row.headline,
        placeNames,
      };
      if (cited) shown.citations = cited.get(id) ?? [];
      return [shown];
    });
  };
}

function placesOf(headline: BriefHeadline): string[] {
  const { countries, provinces, laterProvinces, localities, nationalities } = headline;
  return [...countries, ...provinces, ...laterProvinces, ...localities, ...nationalities];
}
