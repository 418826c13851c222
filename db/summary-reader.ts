import { eq, sql } from "drizzle-orm";
import { sourcesOfLine } from "../domain/incident-index/sources-of-line";
import type { IncidentRow } from "../domain/incident-row";
import { bareRows } from "./bare-rows";
import { citationReader } from "./citation-reader";
import { asList, isOneOf } from "./is-one-of";
import { keptQuery } from "./kept-query";
import { placeNameReader } from "./place-names";
import { placesOf, type Row, readRow, rowColumns } from "./read-incident-rows";
import type { Db, Store } from "./store";

const ROWS = keptQuery((store, db) => {
  const { incident, incidentEntry } = store.t;
  const { number, facts } = incidentEntry;
  return db
    .select({ ...rowColumns(store, number), facts })
    .from(incidentEntry)
    .innerJoin(incident, eq(incident.id, incidentEntry.incidentId))
    .where(isOneOf(store, number, sql.placeholder("numbers")))
    .prepare();
});

/**
 * Reads, for many batches of one moment, the rows of the incidents that the index knows by these numbers, in their
 * order, each with its citations.
 */
export function summaryReader(
  store: Store,
  db: Db,
): (numbers: readonly number[]) => Promise<IncidentRow[]> {
  const readNames = placeNameReader(store, db);
  const readCitations = citationReader(store, db);
  return async (numbers) => {
    const given = { numbers: asList(store, numbers) };
    const found = await bareRows<[...Row<number>, facts: string]>(store, ROWS(store, db), given);
    const byNumber = new Map(found.map((row) => [row[0], row]));
    const inOrder = numbers.flatMap((one) => {
      const row = byNumber.get(one);
      return row ? [row] : [];
    });
    const rows = inOrder.map(readRow);
    const placeNames = await readNames(placesOf(rows));
    const cited = await readCitations(inOrder.map((row) => sourcesOfLine(row[FACTS])));
    for (const [at, row] of rows.entries()) {
      row.placeNames = placeNames;
      row.citations = cited[at]!;
    }
    return rows;
  };
}

const FACTS = 9;
