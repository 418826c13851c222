import { and, eq, gte, inArray, lt, or, type SQL, sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { LogRow } from "../../domain/log-row";
import type { LogFilter, LogRequest } from "../../domain/log-table";
import { asksForNothing } from "../../domain/table-params";
import type { Store } from "../store";
import { tableOrder } from "../table-order";
import { revisionColumns, toRevision } from "../to-revision";

const DAY_MS = 24 * 60 * 60 * 1000;

/** One page of the log, and how many entries the filter finds. */
export async function listLog(
  store: Store,
  actor: Actor,
  request: LogRequest,
): Promise<{ rows: LogRow[]; total: number }> {
  authorise(actor, "log.read");
  if (asksForNothing(request)) return { rows: [], total: 0 };
  const { incident, revision, source } = store.t;
  const { filter, sort, page } = request;
  const where = logWhere(store, filter);
  return store.snapshot(async (db) => {
    const [counted] = await db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(revision)
      .where(where);
    const rows = await db
      .select({
        entry: revisionColumns(store),
        entityId: revision.entityId,
        incident: { ref: incident.ref, title: incident.title },
        source: { ref: source.ref, publisher: source.publisher, title: source.title },
      })
      .from(revision)
      .leftJoin(incident, and(eq(revision.entity, "incident"), eq(incident.id, revision.entityId)))
      .leftJoin(source, and(eq(revision.entity, "source"), eq(source.id, revision.entityId)))
      .where(where)
      .orderBy(...tableOrder(store, [{ value: revision.seq }], sort.descending))
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    return {
      rows: rows.map(({ entry, ...subject }) => ({ ...toRevision(entry), ...subject })),
      total: counted?.total ?? 0,
    };
  });
}

function logWhere(store: Store, { who, action, entity, reference, from, to }: LogFilter) {
  const { revision } = store.t;
  return and(
    who.length > 0 ? inArray(revision.actor, who) : undefined,
    action.length > 0 ? inArray(revision.action, action) : undefined,
    entity.length > 0 ? inArray(revision.entity, entity) : undefined,
    reference === null ? undefined : isOf(store, reference),
    from === null ? undefined : gte(revision.at, Date.parse(from)),
    to === null ? undefined : lt(revision.at, Date.parse(to) + DAY_MS),
  );
}

/** Links are known by what was written of them: once removed, they stand in no other table. */
function isOf(store: Store, reference: string): SQL | undefined {
  const { incident, revision, source } = store.t;
  const [entity, table] = reference.startsWith("SRC-")
    ? (["source", source] as const)
    : (["incident", incident] as const);
  const ids = sql`(select ${table.id} from ${table} where ${eq(table.ref, reference)})`;
  const own = and(eq(revision.entity, entity), sql`${revision.entityId} in ${ids}`);
  if (entity === "source") return own;
  return or(
    own,
    and(eq(revision.entity, "link"), store.containsAll(revision.payload, [`"${reference}"`])),
  );
}
