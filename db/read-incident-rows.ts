import { type AnyColumn, type SQL, sql } from "drizzle-orm";
import type { BriefHeadline, IncidentRow } from "../domain/incident-row";
import { readBriefHeadline } from "../domain/read-brief-headline";
import type { Publication, ReviewStatus } from "../domain/vocabulary";
import { isOneOf } from "./is-one-of";
import { jsonRow } from "./json-rows";
import { placeNameReader } from "./place-names";
import type { Db, Store } from "./store";

/** The rows of the incidents with these ids, in their order. */
export async function readIncidentRows(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<IncidentRow[]> {
  const { incident } = store.t;
  const found = await db
    .select({
      row: jsonRow<Row<string>>(store, rowColumns(store, incident.id)),
      headline: briefHeadline(store),
    })
    .from(incident)
    .where(isOneOf(store, incident.id, ids));
  const byId = new Map(found.map((one) => [one.row[0], one]));
  const names = await placeNameReader(store, db)(placesOf(found));
  return ids.flatMap((id) => {
    const one = byId.get(id);
    return one ? [toIncidentRow(one.row, one.headline, names)] : [];
  });
}

/**
 * What the row of an incident holds beside its headline, after what it is known by: read as one column, since drizzle
 * takes its time for each.
 */
export type Row<Key> = [
  key: Key,
  ref: string,
  title: string,
  summary: string,
  reviewStatus: ReviewStatus,
  publication: Publication,
  createdAt: number,
  updatedAt: number,
];

/** The columns of `Row`. */
export function rowColumns<K extends AnyColumn>({ t: { incident: i } }: Store, key: K) {
  const { ref, title, summary, reviewStatus, publication, createdAt, updatedAt } = i;
  return [key, ref, title, summary, reviewStatus, publication, createdAt, updatedAt] as const;
}

export function briefHeadline({ t }: Store): SQL<BriefHeadline> {
  return sql<BriefHeadline>`${t.incident.headline}`.mapWith(readBriefHeadline);
}

/** `placeNames`: of all places that rows read together name, which they share. */
export function toIncidentRow(
  row: readonly [...Row<unknown>, ...unknown[]],
  headline: BriefHeadline,
  placeNames: Record<string, string>,
): IncidentRow {
  const [, ref, title, summary, reviewStatus, publication, createdAt, updatedAt] = row;
  return {
    ref,
    title,
    summary,
    reviewStatus,
    publication,
    createdAt,
    updatedAt,
    headline,
    placeNames,
  };
}

/** The places whose names the rows need. */
export function placesOf(rows: readonly { headline: BriefHeadline }[]): Set<string> {
  const places = new Set<string>();
  for (const { headline } of rows) {
    const { countries, provinces, laterProvinces, localities, nationalities } = headline;
    for (const some of [countries, provinces, laterProvinces, localities, nationalities])
      for (const place of some) places.add(place);
  }
  return places;
}
