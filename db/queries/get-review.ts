import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { type Actor, may } from "../../domain/actor";
import { REVIEW_STEPS, type ReviewStep } from "../../domain/review";
import type { CommentView, ReviewView } from "../../domain/review-view";
import { authoriseReading } from "../authorise-reading";
import { readAccountNames } from "../read-account-names";
import { findIncident } from "../read-incident";
import { readSettings } from "../read-settings";
import type { Db, Store } from "../store";

/** How far an incident is in its review, at one moment; null when there is none of that reference. */
export async function getReview(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<ReviewView | null> {
  authoriseReading(store, actor, "incident.read");
  const isColleague = may(actor, "incident.comment");
  return store.snapshot(async (db) => {
    const row = await findIncident(store, db, ref);
    if (!row) return null;
    const last = await lastStep(store, db, row.id);
    const verified = await verifiedVersions(store, db, row.id);
    const comments = isColleague ? await commentsOn(store, db, row.id) : [];
    const person = await readAccountNames(store, db, [
      row.editedBy,
      row.assigneeId,
      last?.actor ?? null,
      ...verified.map(({ verifiedBy }) => verifiedBy),
      ...comments.flatMap((one) => [one.authorId, one.resolvedBy, ...one.mentions]),
    ]);
    const { one_person_review } = await readSettings(store, db);
    return {
      ref: row.ref,
      version: row.version,
      reviewStatus: row.reviewStatus,
      edited:
        row.editedBy === null || row.editedAt === null
          ? null
          : { by: person(row.editedBy), at: row.editedAt },
      lastStep: last && {
        step: last.action as ReviewStep,
        by: person(last.actor),
        at: last.at,
        reason: last.reason,
      },
      assignee: isColleague && row.assigneeId !== null ? person(row.assigneeId) : null,
      verified: verified.map(({ number, version, verifiedAt, verifiedBy, bySamePerson }) => ({
        number,
        version,
        at: verifiedAt,
        by: person(verifiedBy),
        bySamePerson,
      })),
      onePersonReview: one_person_review,
      comments: isColleague
        ? comments.map(({ id, claimId, authorId, at, body, mentions, resolvedAt, resolvedBy }) => ({
            id,
            claimId,
            author: person(authorId),
            at,
            body,
            mentions: mentions.map(person),
            resolved: resolved(resolvedAt, resolvedBy && person(resolvedBy)),
          }))
        : null,
    };
  });
}

async function lastStep(store: Store, db: Db, id: string) {
  const { revision } = store.t;
  const [row] = await db
    .select({
      action: revision.action,
      actor: revision.actor,
      at: revision.at,
      reason: revision.reason,
    })
    .from(revision)
    .where(
      and(
        eq(revision.entity, "incident"),
        eq(revision.entityId, id),
        inArray(revision.action, [...REVIEW_STEPS]),
      ),
    )
    .orderBy(desc(revision.seq))
    .limit(1);
  return row ?? null;
}

async function verifiedVersions(store: Store, db: Db, id: string) {
  const { verifiedVersion } = store.t;
  return db
    .select({
      number: verifiedVersion.number,
      version: verifiedVersion.version,
      verifiedAt: verifiedVersion.verifiedAt,
      verifiedBy: verifiedVersion.verifiedBy,
      bySamePerson: verifiedVersion.bySamePerson,
    })
    .from(verifiedVersion)
    .where(eq(verifiedVersion.incidentId, id))
    .orderBy(desc(verifiedVersion.number));
}

async function commentsOn(store: Store, db: Db, id: string) {
  const { comment } = store.t;
  return db
    .select()
    .from(comment)
    .where(eq(comment.incidentId, id))
    .orderBy(asc(comment.at), asc(comment.id));
}

function resolved(
  at: number | null,
  by: NonNullable<CommentView["resolved"]>["by"] | "" | null,
): CommentView["resolved"] {
  return at === null || !by ? null : { at, by };
}
