import { and, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import { searchWords } from "../../domain/search-text";
import type { SourceRow } from "../../domain/source-row";
import type { SourceFilter, SourceRequest, SourceSortKey } from "../../domain/source-table";
import { asksForNothing } from "../../domain/table-params";
import { ACCESSES, SOURCE_KINDS } from "../../domain/vocabulary";
import { authoriseReading } from "../authorise-reading";
import { isCounted } from "../counted-incidents";
import { fromDateColumns } from "../date-columns";
import { readNamedSources } from "../read-named-sources";
import type { Store } from "../store";
import { type OrderBy, rankOf, tableOrder } from "../table-order";

const INCIDENTS = sql`coalesce(cited.incidents, 0)`;
const CLAIMS = sql`coalesce(cited.claims, 0)`;

/**
 * One page of the sources, and how many the filter finds. Claims count where their incident does.
 * Sorted by publisher and title without regard to the case of A to Z.
 */
export async function listSources(
  store: Store,
  actor: Actor,
  request: SourceRequest,
): Promise<{ rows: SourceRow[]; total: number }> {
  authoriseReading(store, actor, "incident.read");
  if (asksForNothing(request)) return { rows: [], total: 0 };
  const { claim, incident, source, sourceDerivation } = store.t;
  const { sort, page } = request;
  const where = sourceWhere(store, request.filter);
  const cited = sql`(select ${claim.sourceId} as source_id, count(*) as claims,
    count(distinct ${claim.incidentId}) as incidents from ${claim}
    join ${incident} on ${eq(incident.id, claim.incidentId)}
    where ${isCounted(store)} group by ${claim.sourceId}) as cited`;
  const copied = sql`(select count(*) from ${sourceDerivation} where ${eq(sourceDerivation.sourceId, source.id)})`;
  const order: Record<SourceSortKey, OrderBy> = {
    reference: { value: source.ref, text: true },
    publisher: { value: source.publisher, text: "caseless" },
    title: { value: source.title, text: "caseless" },
    kind: { value: rankOf(source.kind, SOURCE_KINDS) },
    published: { value: sql`coalesce(${source.dateEarliest}, ${source.dateLatest})`, text: true },
    language: { value: sql`nullif(${source.language}, '')`, text: true },
    reliability: { value: source.reliability, text: true },
    access: { value: rankOf(source.access, ACCESSES) },
    copies: { value: copied },
    incidents: { value: INCIDENTS },
    claims: { value: CLAIMS },
  };
  return store.snapshot(async (db) => {
    const [found] = await db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(source)
      .where(where);
    const rows = await db
      .select({
        source,
        incidents: sql<number>`${INCIDENTS}`.mapWith(Number),
        claims: sql<number>`${CLAIMS}`.mapWith(Number),
      })
      .from(source)
      .leftJoin(cited, sql`cited.source_id = ${source.id}`)
      .where(where)
      .orderBy(
        ...tableOrder(
          store,
          [
            order[sort.key],
            { value: source.publisher, text: "caseless" },
            { value: source.id, text: true },
          ],
          sort.descending,
        ),
      )
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    const copies = await readNamedSources(
      store,
      db,
      "copied by",
      rows.map((row) => row.source.id),
    );
    return {
      rows: rows.map(({ source: row, incidents, claims }) => ({
        ref: row.ref,
        kind: row.kind,
        publisher: row.publisher,
        title: row.title,
        url: row.url,
        published: fromDateColumns(row),
        language: row.language,
        reliability: row.reliability,
        access: row.access,
        copies: copies.get(row.id) ?? [],
        incidents,
        claims,
      })),
      total: found?.total ?? 0,
    };
  });
}

function sourceWhere(store: Store, { q, kind, reliability, access }: SourceFilter) {
  const { source } = store.t;
  return and(
    q === null ? undefined : store.containsAll(source.searchText, searchWords(q)),
    kind.length > 0 ? inArray(source.kind, kind) : undefined,
    reliability.length > 0 ? inArray(source.reliability, reliability) : undefined,
    access.length > 0 ? inArray(source.access, access) : undefined,
  );
}
