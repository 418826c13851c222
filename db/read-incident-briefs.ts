import { and, type SQL, sql } from "drizzle-orm";
import type { IncidentBrief } from "../domain/incident-brief";
import type { IncidentPage } from "../domain/incident-page";
import { isCounted } from "./counted-incidents";
import type { Db, Store } from "./store";
import { tableOrder } from "./table-order";

/** One page of the counted incidents for which the condition holds, newest first, undated last, and how many there are. */
export async function readIncidentBriefs(
  store: Store,
  db: Db,
  condition: SQL,
  { page, size }: IncidentPage,
): Promise<{ rows: (IncidentBrief & { id: string })[]; total: number }> {
  const { incident } = store.t;
  const where = and(isCounted(store), condition);
  const [counted] = await db
    .select({ total: sql<number>`count(*)`.mapWith(Number) })
    .from(incident)
    .where(where);
  const rows = await db
    .select({
      id: incident.id,
      ref: incident.ref,
      title: incident.title,
      reviewStatus: incident.reviewStatus,
      headline: incident.headline,
    })
    .from(incident)
    .where(where)
    .orderBy(
      ...tableOrder(
        store,
        [
          { value: incident.sortDate, text: true },
          { value: incident.id, text: true },
        ],
        true,
      ),
    )
    .limit(size)
    .offset((page - 1) * size);
  return {
    rows: rows.map(({ headline, ...row }) => ({
      ...row,
      headline: {
        date: headline.date,
        persons: headline.persons,
        families: headline.families,
        statuses: headline.statuses,
        status: headline.status,
        atRiskOf: headline.atRiskOf,
        lastNews: headline.lastNews,
        disagreement: headline.disagreement,
      },
    })),
    total: counted?.total ?? 0,
  };
}
