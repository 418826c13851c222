import { and, eq, sql } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { type Comment, commentSchema } from "../../domain/comment";
import { DomainError, InvalidInput } from "../../domain/errors";
import { shown } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import { freeText } from "../../domain/personal-data/free-texts";
import { issuesOf } from "../../domain/zod-issues";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { unknownColleagues } from "../colleague-accounts";
import { findOpenIncident } from "../find-open-incident";
import { guardTexts } from "../guard-texts";
import { recordKept } from "../kept-words";
import { newId } from "../new-id";
import type { Store } from "../store";

const MAX_COMMENTS = 500;

/**
 * Says something about an incident or one of its claims, whatever its version, and may ask for the attention of
 * accounts that may comment too. Neither the version nor who edited last moves.
 * `keep`: words that the personal-data guard marks and that stay; what the incident keeps is not asked for again.
 * Errors: InvalidInput (`account.unknown` for a mention); `incident.not_found`, `incident.retracted`,
 * `claim.not_found`; `comment.too_many` beyond 500 on one incident.
 */
export async function commentOnIncident(
  store: Store,
  input: Comment & { ref: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ id: string }> {
  authorise(actor, "incident.comment");
  const parsed = commentSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { claimId, body } = parsed.data;
  const mentions = [...new Set(parsed.data.mentions)];
  return store.tx(async (db) => {
    const row = await findOpenIncident(store, db, { ref: input.ref, version: null });
    const { claim, comment } = store.t;
    if (claimId !== null) {
      const there = await db
        .select({ id: claim.id })
        .from(claim)
        .where(and(eq(claim.incidentId, row.id), eq(claim.id, claimId)));
      if (there.length === 0) throw new DomainError("claim.not_found", { id: claimId });
    }
    const unknown = await unknownColleagues(store, db, mentions, "incident.comment", actor);
    const id = newId(clock);
    const guarded = await guardTexts(
      store,
      db,
      [
        {
          texts: [freeText("body", body)],
          on: { entity: "comment", entityId: id, part: "content" },
          known: [{ entity: "incident", entityId: row.id, part: "content" }],
        },
      ],
      input.keep,
    );
    const issues = [
      ...unknown.map((value) => ({
        path: "mentions",
        code: "account.unknown",
        values: { value: shown(value) },
      })),
      ...guarded.issues,
    ];
    if (issues.length > 0) throw new InvalidInput(issues);
    const [counted] = await db
      .select({ all: sql<number>`count(*)`.mapWith(Number) })
      .from(comment)
      .where(eq(comment.incidentId, row.id));
    if (counted!.all >= MAX_COMMENTS)
      throw new DomainError("comment.too_many", { max: MAX_COMMENTS });
    await db.insert(comment).values({
      id,
      incidentId: row.id,
      claimId,
      authorId: actor.id,
      at: clock.now(),
      body,
      mentions,
    });
    await appendRevision(
      store,
      db,
      {
        action: "comment",
        entity: "comment",
        entityId: id,
        version: null,
        reason: "",
        before: null,
        after: { ref: row.ref, claimId, body, mentions },
      },
      actor,
      clock,
    );
    await recordKept(store, db, guarded.kept, actor, clock);
    return { id };
  });
}
