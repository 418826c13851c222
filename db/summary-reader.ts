import { eq, sql } from "drizzle-orm";
import { sourcesOfLine } from "../domain/incident-index/sources-of-line";
import type { IncidentRow } from "../domain/incident-row";
import { citationReader } from "./citation-reader";
import { asList, isOneOf } from "./is-one-of";
import { jsonRow } from "./json-rows";
import { placeNameReader } from "./place-names";
import { briefHeadline, placesOf, type Row, rowColumns, toIncidentRow } from "./read-incident-rows";
import type { Db, Store } from "./store";

/**
 * Reads, for many batches of one moment, the rows of the incidents that the index knows by these numbers, in their
 * order, each with its citations.
 */
export function summaryReader(
  store: Store,
  db: Db,
): (numbers: readonly number[]) => Promise<IncidentRow[]> {
  const { incident, incidentEntry } = store.t;
  const { number, facts } = incidentEntry;
  const query = db
    .select({
      row: jsonRow<[...Row<number>, facts: string]>(store, [...rowColumns(store, number), facts]),
      headline: briefHeadline(store),
    })
    .from(incidentEntry)
    .innerJoin(incident, eq(incident.id, incidentEntry.incidentId))
    .where(isOneOf(store, number, sql.placeholder("numbers")))
    .prepare();
  const readNames = placeNameReader(store, db);
  const readCitations = citationReader(store, db);
  return async (numbers) => {
    const found = await query.execute({ numbers: asList(store, numbers) });
    const byNumber = new Map(found.map((one) => [one.row[0], one]));
    const inOrder = numbers.flatMap((one) => byNumber.get(one) ?? []);
    const names = await readNames(placesOf(inOrder));
    const cited = await readCitations(inOrder.map(({ row }) => sourcesOfLine(row[FACTS])));
    return inOrder.map(({ row, headline }, at) => {
      const shown = toIncidentRow(row, headline, names);
      shown.citations = cited[at]!;
      return shown;
    });
  };
}

const FACTS = 8;
