import type { Actor } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import { ANSWER_REASON_FIELD, type SimilarAnswer } from "../../domain/similarity/similar-answer";
import { type Clock, systemClock } from "../clock";
import type { Store } from "../store";
import { commentOnIncident } from "./comment-on-incident";
import { decideNotSame } from "./decide-not-same";
import { linkIncidents } from "./link-incidents";
import { logIncident } from "./log-incident";

/**
 * Logs a new incident with what was said of those that look like it, all or nothing: `related` is linked with it,
 * `not_same` is remembered with its reason. `same` is said in a comment: whoever may merge does, and sees both first.
 * `sameText`: what that comment says.
 * Errors: those of logging, commenting, linking and deciding; what is wrong with a reason under `similar-reason:REF`.
 */
export async function logBesideSimilar(
  store: Store,
  input: Parameters<typeof logIncident>[1] & {
    answers: readonly SimilarAnswer[];
    sameText: (ref: string) => string;
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ ref: string }> {
  const { answers, sameText, ...incident } = input;
  return store.tx(async (db) => {
    const inside: Store = { ...store, read: db, tx: (work) => work(db) };
    const { ref } = await logIncident(inside, incident, actor, clock);
    for (const { ref: other, is, reason } of answers) {
      const ends = { from: ref, to: other };
      if (is === "related")
        await linkIncidents(inside, { ...ends, type: "related", note: "" }, actor, clock);
      else if (is === "not_same")
        await atReason(other, () => decideNotSame(inside, { ...ends, reason }, actor, clock));
      else {
        const body = sameText(other);
        await commentOnIncident(inside, { ref, claimId: null, body, mentions: [] }, actor, clock);
      }
    }
    return { ref };
  });
}

async function atReason(ref: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(
      error.issues.map((issue) => ({ ...issue, path: ANSWER_REASON_FIELD + ref })),
    );
  }
}
