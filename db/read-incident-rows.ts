import { type AnyColumn, sql } from "drizzle-orm";
import type { BriefHeadline, IncidentRow } from "../domain/incident-row";
import { readBriefHeadline } from "../domain/read-brief-headline";
import type { Publication, ReviewStatus } from "../domain/vocabulary";
import { bareRows } from "./bare-rows";
import { asList, isOneOf } from "./is-one-of";
import { keptQuery } from "./kept-query";
import { placeNameReader } from "./place-names";
import type { Db, Store } from "./store";

const ROWS = keptQuery((store, db) => {
  const { incident } = store.t;
  return db
    .select(rowColumns(store, incident.id))
    .from(incident)
    .where(isOneOf(store, incident.id, sql.placeholder("ids")))
    .prepare();
});

/** The rows of the incidents with these ids, in their order. */
export async function readIncidentRows(
  store: Store,
  db: Db,
  ids: readonly string[],
): Promise<IncidentRow[]> {
  const found = await bareRows<Row<string>>(store, ROWS(store, db), { ids: asList(store, ids) });
  const byId = new Map(found.map((row) => [row[0], readRow(row)]));
  const rows = ids.flatMap((id) => byId.get(id) ?? []);
  const placeNames = await placeNameReader(store, db)(placesOf(rows));
  for (const row of rows) row.placeNames = placeNames;
  return rows;
}

/** What is read for the row of an incident, after what it is known by. */
export type Row<Key> = readonly [
  key: Key,
  ref: string,
  title: string,
  summary: string,
  reviewStatus: ReviewStatus,
  publication: Publication,
  createdAt: number,
  updatedAt: number,
  headline: string,
];

/** The columns of `Row`. */
export function rowColumns<K extends AnyColumn>({ t: { incident: i } }: Store, key: K) {
  const { ref, title, summary, reviewStatus, publication, createdAt, updatedAt } = i;
  const headline = sql<string>`${i.headline}`;
  return {
    key,
    ref,
    title,
    summary,
    reviewStatus,
    publication,
    createdAt,
    updatedAt,
    headline,
  };
}

/** Without the names of its places, which rows that are read together share. */
export function readRow(row: readonly [...Row<unknown>, ...unknown[]]): IncidentRow {
  return {
    ref: row[1],
    title: row[2],
    summary: row[3],
    reviewStatus: row[4],
    publication: row[5],
    createdAt: row[6],
    updatedAt: row[7],
    headline: readBriefHeadline(row[8]),
    placeNames: {},
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
