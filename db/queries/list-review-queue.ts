import { aliasedTable, and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { MAX_DAYS_WITHOUT_NEWS } from "../../domain/at-risk";
import { addDays } from "../../domain/partial-date";
import type {
  ReviewFilter,
  ReviewRequest,
  ReviewRow,
  ReviewSortKey,
} from "../../domain/review-table";
import { searchWords } from "../../domain/search-text";
import { asksForNothing } from "../../domain/table-params";
import { REVIEW_STATUSES } from "../../domain/vocabulary";
import { isCounted } from "../counted-incidents";
import { readAccountNames } from "../read-account-names";
import type { Store } from "../store";
import { type OrderBy, rankOf, tableOrder } from "../table-order";

/**
 * One page of the incidents that wait for a review, and how many the filter finds.
 * By risk, from the greatest: at risk of deportation, at risk of something else, last known at risk of anything,
 * none; among equals what waits longest comes first. `today`: a calendar day, UTC.
 */
export async function listReviewQueue(
  store: Store,
  actor: Actor,
  request: ReviewRequest,
  today: string,
): Promise<{ rows: ReviewRow[]; total: number }> {
  authorise(actor, "review.list");
  if (asksForNothing(request)) return { rows: [], total: 0 };
  const { account, comment, incident } = store.t;
  const { sort, page } = request;
  const editor = aliasedTable(account, "editor");
  const assignee = aliasedTable(account, "assignee");
  const where = queueWhere(store, request.filter, actor);
  const openComments = sql<number>`(select count(*) from ${comment} where ${and(
    eq(comment.incidentId, incident.id),
    isNull(comment.resolvedAt),
  )})`.mapWith(Number);
  const since = waitingSince(store);
  const order: Record<ReviewSortKey, OrderBy> = {
    incident: { value: incident.ref, text: true },
    title: { value: incident.sortTitle, text: true },
    risk: { value: riskRank(store, today) },
    waiting: { value: since },
    review: { value: rankOf(incident.reviewStatus, REVIEW_STATUSES) },
    editor: { value: sql`coalesce(${editor.name}, ${incident.editedBy})`, text: "caseless" },
    assignee: { value: sql`coalesce(${assignee.name}, ${incident.assigneeId})`, text: "caseless" },
    comments: { value: openComments },
  };
  return store.snapshot(async (db) => {
    const [counted] = await db
      .select({ total: sql<number>`count(*)`.mapWith(Number) })
      .from(incident)
      .where(where);
    const rows = await db
      .select({
        ref: incident.ref,
        title: incident.title,
        reviewStatus: incident.reviewStatus,
        headline: incident.headline,
        editedBy: incident.editedBy,
        waitingSince: since,
        assigneeId: incident.assigneeId,
        verifiedNumber: incident.verifiedNumber,
        openComments,
      })
      .from(incident)
      .leftJoin(editor, eq(editor.id, incident.editedBy))
      .leftJoin(assignee, eq(assignee.id, incident.assigneeId))
      .where(where)
      .orderBy(
        ...tableOrder(
          store,
          [order[sort.key], { value: since }, { value: incident.id, text: true }],
          sort.descending,
        ),
      )
      .limit(page.size)
      .offset((page.page - 1) * page.size);
    const person = await readAccountNames(
      store,
      db,
      rows.flatMap(({ editedBy, assigneeId }) => [editedBy, assigneeId]),
    );
    const maybe = (id: string | null) => (id === null ? null : person(id));
    return {
      rows: rows.map(({ headline, editedBy, assigneeId, verifiedNumber, ...row }) => ({
        ...row,
        headline: {
          status: headline.status,
          statuses: headline.statuses,
          atRiskOf: headline.atRiskOf,
          lastNews: headline.lastNews,
        },
        editor: maybe(editedBy),
        assignee: maybe(assigneeId),
        verified: verifiedNumber ?? 0,
      })),
      total: counted?.total ?? 0,
    };
  });
}

function queueWhere(store: Store, { q, also, assigned }: ReviewFilter, actor: Actor) {
  const { incident } = store.t;
  return and(
    isCounted(store),
    inArray(incident.reviewStatus, ["in_review", ...also]),
    q === null ? undefined : store.containsAll(incident.searchText, searchWords(q)),
    assigned === "mine" ? eq(incident.assigneeId, actor.id) : undefined,
    assigned === "nobody" ? isNull(incident.assigneeId) : undefined,
  );
}

/**
 * When the step or edit was logged that gave it the review status it has: an edit while it waits does not send it to
 * the end. Where the log tells of none, as of a draft that is new, when it was edited last.
 */
function waitingSince(store: Store): SQL<number | null> {
  const { incident, revision } = store.t;
  const status =
    store.dialect === "sqlite"
      ? sql`json_extract(${revision.payload}, '$.after.reviewStatus')`
      : sql`(${revision.payload}::json -> 'after' ->> 'reviewStatus')`;
  const logged = sql`(select max(${revision.at}) from ${revision} where ${and(
    eq(revision.entity, "incident"),
    eq(revision.entityId, incident.id),
    eq(status, incident.reviewStatus),
  )})`;
  return sql<number | null>`coalesce(${logged}, ${incident.editedAt})`.mapWith(incident.editedAt);
}

/** 3 at risk of deportation, 2 of something else, 1 no news of it for long, null none; as `riskNow` has it. */
function riskRank(store: Store, today: string): SQL<number | null> {
  const { headline } = store.t.incident;
  const since = addDays(today, -MAX_DAYS_WITHOUT_NEWS);
  const { events, first, news } =
    store.dialect === "sqlite"
      ? {
          events: sql`json_array_length(${headline}, '$.atRiskOf')`,
          first: sql`exists (select 1 from json_each(${headline}, '$.atRiskOf') as e where e.value = 'deportation')`,
          news: sql`json_extract(${headline}, '$.lastNews')`,
        }
      : {
          events: sql`jsonb_array_length(${headline}::jsonb -> 'atRiskOf')`,
          first: sql`(${headline}::jsonb -> 'atRiskOf') @> '["deportation"]'::jsonb`,
          news: sql`(${headline}::jsonb ->> 'lastNews')`,
        };
  return sql`case
    when ${events} = 0 then null
    when ${news} is null or ${news} < ${since} then 1
    when ${first} then 3
    else 2 end`;
}
