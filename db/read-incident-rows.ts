import { and, inArray, ne, sql } from "drizzle-orm";
import type { BriefHeadline, Citation, IncidentRow } from "../domain/incident-row";
import { dateOf, fromDateColumns } from "./date-columns";
import { inChunks } from "./in-chunks";
import { placeNames } from "./place-names";
import type { Db, Store } from "./store";

/** The rows of the incidents with these ids, in their order; `citations`: with the sources of each. */
export async function readIncidentRows(
  store: Store,
  db: Db,
  ids: string[],
  { citations = false }: { citations?: boolean } = {},
): Promise<IncidentRow[]> {
  const { incident } = store.t;
  const found = await inChunks(ids, (chunk) =>
    db
      .select({
        id: incident.id,
        ref: incident.ref,
        title: incident.title,
        summary: incident.summary,
        reviewStatus: incident.reviewStatus,
        publication: incident.publication,
        createdAt: incident.createdAt,
        updatedAt: incident.updatedAt,
        headline: briefHeadline(store),
      })
      .from(incident)
      .where(inArray(incident.id, chunk)),
  );
  const byId = new Map(found.map((row) => [row.id, row]));
  const names = await placeNames(
    store,
    db,
    found.flatMap(({ headline }) => placesOf(headline)),
  );
  const cited = citations ? await citationsOf(store, db, ids) : null;
  return ids.flatMap((id) => {
    const row = byId.get(id);
    if (!row) return [];
    const { id: _id, ...shown } = row;
    const own = placesOf(row.headline).map((place) => [place, names.get(place) ?? place]);
    return {
      ...shown,
      placeNames: Object.fromEntries(own) as Record<string, string>,
      ...(cited && { citations: cited.get(id) ?? [] }),
    };
  });
}

/** The largest parts of a headline, which no list shows, are left in the database: to read them takes most of the time. */
function briefHeadline({ dialect, t }: Store) {
  const { headline } = t.incident;
  const brief =
    dialect === "postgres"
      ? sql`(${headline}::jsonb - 'groups' - 'events')::text`
      : sql`json_remove(${headline}, '$.groups', '$.events')`;
  return sql<BriefHeadline>`${brief}`.mapWith((text: string) => JSON.parse(text));
}

function placesOf(headline: IncidentRow["headline"]): string[] {
  const { countries, provinces, laterProvinces, localities, nationalities } = headline;
  return [
    ...new Set([...countries, ...provinces, ...laterProvinces, ...localities, ...nationalities]),
  ];
}

/** The sources with a claim that is not rejected, by incident; by date, undated last. */
async function citationsOf(
  store: Store,
  db: Db,
  incidentIds: string[],
): Promise<Map<string, Citation[]>> {
  const { claim, source } = store.t;
  const pairs = await inChunks(incidentIds, (chunk) =>
    db
      .selectDistinct({ incidentId: claim.incidentId, sourceId: claim.sourceId })
      .from(claim)
      .where(and(inArray(claim.incidentId, chunk), ne(claim.assessment, "rejected"))),
  );
  const sources = await inChunks(
    pairs.map(({ sourceId }) => sourceId),
    (chunk) =>
      db
        .select({
          id: source.id,
          ref: source.ref,
          publisher: source.publisher,
          title: source.title,
          url: source.url,
          ...dateOf(source),
        })
        .from(source)
        .where(inArray(source.id, chunk)),
  );
  const byId = new Map(
    sources.map(({ id, ref, publisher, title, url, ...date }) => [
      id,
      { ref, publisher, title, url, date: fromDateColumns(date) },
    ]),
  );
  const cited = new Map<string, Citation[]>();
  for (const { incidentId, sourceId } of pairs) {
    const citation = byId.get(sourceId);
    if (citation) cited.set(incidentId, [...(cited.get(incidentId) ?? []), citation]);
  }
  for (const citations of cited.values()) citations.sort(byDate);
  return cited;
}

function byDate(a: Citation, b: Citation): number {
  const day = ({ date }: Citation) => date?.earliest ?? date?.latest ?? "9999-99-99";
  const [first, second] = [`${day(a)} ${a.ref}`, `${day(b)} ${b.ref}`];
  return first < second ? -1 : first > second ? 1 : 0;
}
