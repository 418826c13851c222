import { and, eq, ne, sql } from "drizzle-orm";
import { compareText } from "../domain/compare-text";
import type { Citation } from "../domain/incident-row";
import type { DateBasis, DateKind } from "../domain/vocabulary";
import { fromDateColumns } from "./date-columns";
import { asList, isOneOf } from "./is-one-of";
import { jsonRows } from "./json-rows";
import type { Db, Store } from "./store";

/** Reads, batch by batch, the sources with a claim that is not rejected, by incident; by date, undated last. */
export function citationReader(
  store: Store,
  db: Db,
): (incidentIds: readonly string[]) => Promise<Map<string, Citation[]>> {
  const { claim, source } = store.t;
  const cited = db
    .selectDistinct({ incidentId: claim.incidentId, sourceId: claim.sourceId })
    .from(claim)
    .where(
      and(
        isOneOf(store, claim.incidentId, sql.placeholder("ids")),
        ne(claim.assessment, "rejected"),
      ),
    )
    .as("cited");
  const query = db
    .select({
      rows: jsonRows<CitedRow>(store, [
        cited.incidentId,
        source.ref,
        source.publisher,
        source.title,
        source.url,
        source.dateText,
        source.dateEarliest,
        source.dateLatest,
        source.dateKind,
        source.dateBasis,
        source.datePrecision,
      ]),
    })
    .from(cited)
    .innerJoin(source, eq(source.id, cited.sourceId))
    .prepare();
  return async (incidentIds) => {
    const [found] = await query.execute({ ids: asList(store, incidentIds) });
    const citations = new Map<string, Citation[]>();
    for (const row of found!.rows) {
      const own = citations.get(row[0]);
      if (own) own.push(toCitation(row));
      else citations.set(row[0], [toCitation(row)]);
    }
    for (const own of citations.values())
      own.sort((a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.ref, b.ref));
    return citations;
  };
}

type CitedRow = [
  incidentId: string,
  ref: string,
  publisher: string,
  title: string,
  url: string,
  dateText: string,
  dateEarliest: string | null,
  dateLatest: string | null,
  dateKind: DateKind | null,
  dateBasis: DateBasis | null,
  datePrecision: number | null,
];

function toCitation(row: CitedRow): Citation {
  const [, ref, publisher, title, url, ...date] = row;
  const [dateText, dateEarliest, dateLatest, dateKind, dateBasis, datePrecision] = date;
  return {
    ref,
    publisher,
    title,
    url,
    date: fromDateColumns({
      dateText,
      dateEarliest,
      dateLatest,
      dateKind,
      dateBasis,
      datePrecision,
    }),
  };
}

function dayOf({ date }: Citation): string {
  return date?.earliest ?? date?.latest ?? "9999-99-99";
}
