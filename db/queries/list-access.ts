import { and, eq, gte, inArray, lt, sql } from "drizzle-orm";
import type { Access, AccessAction, AccessedEntity } from "../../domain/access";
import type { AccessFilter, AccessRequest } from "../../domain/access-table";
import { type Actor, authorise } from "../../domain/actor";
import { asksForNothing } from "../../domain/table-params";
import type { Store } from "../store";
import { tableOrder } from "../table-order";

const DAY_MS = 24 * 60 * 60 * 1000;

/** One page of what was read though it is restricted and of what was taken away, and how many the filter finds. */
export async function listAccess(
  store: Store,
  actor: Actor,
  request: AccessRequest,
): Promise<{ rows: Access[]; total: number }> {
  authorise(actor, "access.read");
  if (asksForNothing(request)) return { rows: [], total: 0 };
  const { accessEntry } = store.t;
  const { filter, sort, page } = request;
  const where = accessWhere(store, filter);
  return store.snapshot(async (db) => {
    const [counted] = await db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(accessEntry)
      .where(where);
    const rows = await db
      .select()
      .from(accessEntry)
      .where(where)
      .orderBy(
        ...tableOrder(
          store,
          [{ value: accessEntry.at }, { value: accessEntry.id, text: true }],
          sort.descending,
        ),
      )
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    return {
      rows: rows.map(({ id: _id, action, entity, ...row }) => ({
        ...row,
        action: action as AccessAction,
        entity: entity as AccessedEntity,
      })),
      total: counted?.total ?? 0,
    };
  });
}

function accessWhere(store: Store, { who, action, reference, from, to }: AccessFilter) {
  const { accessEntry } = store.t;
  return and(
    who.length > 0 ? inArray(accessEntry.actor, who) : undefined,
    action.length > 0 ? inArray(accessEntry.action, action) : undefined,
    reference === null ? undefined : eq(accessEntry.entityId, reference),
    from === null ? undefined : gte(accessEntry.at, Date.parse(from)),
    to === null ? undefined : lt(accessEntry.at, Date.parse(to) + DAY_MS),
  );
}
