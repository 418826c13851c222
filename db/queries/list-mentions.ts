import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { MentionRow } from "../../domain/review-table";
import { isCounted } from "../counted-incidents";
import { readAccountNames } from "../read-account-names";
import type { Store } from "../store";

const MAX_MENTIONS = 50;

/** The open comments that ask for the attention of whoever asks, newest first, at most 50. */
export async function listMentions(store: Store, actor: Actor): Promise<MentionRow[]> {
  authorise(actor, "incident.comment");
  const { comment, incident } = store.t;
  return store.snapshot(async (db) => {
    const rows = await db
      .select({
        id: comment.id,
        ref: incident.ref,
        title: incident.title,
        claimId: comment.claimId,
        authorId: comment.authorId,
        at: comment.at,
        body: comment.body,
      })
      .from(comment)
      .innerJoin(incident, eq(incident.id, comment.incidentId))
      .where(
        and(
          isNull(comment.resolvedAt),
          isCounted(store),
          store.containsAll(comment.mentions, [JSON.stringify(actor.id)]),
        ),
      )
      .orderBy(desc(comment.at), asc(comment.id))
      .limit(MAX_MENTIONS);
    const person = await readAccountNames(
      store,
      db,
      rows.map(({ authorId }) => authorId),
    );
    return rows.map(({ authorId, ...row }) => ({ ...row, author: person(authorId) }));
  });
}
