import { type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { statusRank } from "../domain/custody";
import type { IncidentSort, SortKey } from "../domain/incident-sort";
import type { Store } from "./store";

/** The order of a list: unknown values last whichever way, the same on both engines, and never a tie. */
export function incidentOrder(store: Store, { key, descending }: IncidentSort): SQL[] {
  const direction = descending ? sql`desc` : sql`asc`;
  return [
    ...KEYS[key](store).map((value) => sql`${value} ${direction} nulls last`),
    sql`${store.t.incident.id} ${direction}`,
  ];
}

/** What each incident is sorted by, in a list's order; its id comes after them. */
export function sortValues(store: Store, key: SortKey): SQLWrapper[] {
  return KEYS[key](store);
}

const KEYS: { [K in SortKey]: (store: Store) => SQLWrapper[] } = {
  reference: (store) => [byBytes(store, store.t.incident.ref)],
  date: ({ t }) => [t.incident.sortDate],
  title: (store) => [byBytes(store, store.t.incident.sortTitle)],
  provinces: (store) => [byBytes(store, store.t.incident.sortProvinces)],
  people: ({ t }) => [t.incident.sortPeople],
  // A code that says "unknown" is no value to sort by.
  roles: (store) => [byBytes(store, sql`nullif(${store.t.incident.sortRoles}, 'unknown')`)],
  nationality: (store) => [byBytes(store, store.t.incident.sortNationalities)],
  types: (store) => [byBytes(store, store.t.incident.sortTypes)],
  status: ({ t }) => [
    sql`nullif(${t.incident.statusRank}, ${sql.raw(String(statusRank("unknown")))})`,
  ],
  corroboration: ({ t }) => [t.incident.corroborationRank],
  sources: ({ t }) => [t.incident.sourceCount, t.incident.independentCount],
  review: ({ t }) => [t.incident.reviewRank],
  updated: ({ t }) => [t.incident.updatedAt],
};

/** Text in the order of its bytes, which is SQLite's own; a PostgreSQL database may have been created with another. */
function byBytes(store: Store, text: SQLWrapper): SQL {
  return store.dialect === "postgres" ? sql`${text} collate "C"` : sql`${text}`;
}
