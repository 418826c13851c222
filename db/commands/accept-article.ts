import { eq } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import type { ArticleCase, ArticleFacts } from "../../domain/article/article-case";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { IncidentDocument } from "../../domain/incident";
import { issueUnder } from "../../domain/issue-under";
import type { Keep } from "../../domain/keep";
import type { Location } from "../../domain/location";
import { type MergeChoice, mergeCases } from "../../domain/merge-cases";
import type { SimilarAnswer } from "../../domain/similarity/similar-answer";
import type { Source } from "../../domain/source";
import { changeIncident } from "../change-incident";
import { type Clock, systemClock } from "../clock";
import { insertLocation } from "../insert-location";
import { insertSource } from "../insert-source";
import { newId } from "../new-id";
import { ownArticle } from "../own-article";
import type { Db, Store } from "../store";
import { logBesideSimilar } from "./log-beside-similar";

/** The id that the claims of an accepted case have of a source that is new. */
export const ARTICLE_SOURCE = "article";

/** `same`: its facts become claims on that incident, its groups and events being what `choice` says. */
export type AcceptedCase = {
  document: IncidentDocument;
  same: { ref: string; choice: MergeChoice } | null;
  /** What was said of other incidents that look like it: `related` or `not_same`. */
  answers: readonly SimilarAnswer[];
};

/**
 * Takes cases of an article into the ledger, all or nothing: its source, new places, and each case as an incident of
 * its own or as claims on one that is there. `rest`: the cases that stay aside; without any the draft is thrown away.
 * Returns the references in the order of the cases, and the source's.
 * Errors: InvalidInput with every issue of the first part that has some, under `source`, `places.N` or `cases.N`;
 * `article.not_found`, `article.stale`, `article.nothing_taken`, `incident.not_found`, `incident.retracted`.
 */
export async function acceptArticle(
  store: Store,
  input: {
    id: string;
    version: number;
    article: ArticleFacts;
    /** A new one, or the id and reference of one that is there. */
    source: Source | { id: string; ref: string };
    places: readonly Location[];
    cases: readonly AcceptedCase[];
    rest: ArticleCase[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ refs: string[]; source: string }> {
  authorise(actor, "article.draft");
  if (input.cases.length === 0) throw new DomainError("article.nothing_taken");
  const { articleDraft } = store.t;
  const done = await store.tx(async (db) => {
    const inside: Store = { ...store, read: db, tx: (work) => work(db) };
    const draft = await ownArticle(store, db, input, actor);
    const { keep } = draft;
    for (const [at, location] of input.places.entries())
      await under(`places.${at}`, async () => {
        authorise(actor, "location.add");
        await insertLocation(store, db, { location, action: "add" }, actor, clock);
      });
    const source = await under("source", async () => {
      if ("id" in input.source) return knownSource(store, db, input.source);
      authorise(actor, "source.add");
      return insertSource(store, db, { source: input.source, keep }, actor, clock);
    });
    const refs: string[] = [];
    for (const [at, accepted] of input.cases.entries())
      await under(`cases.${at}`, async () => {
        const document = citing(accepted.document, source.id);
        const one = { ...accepted, document, keep };
        refs.push(await takeCase(inside, one, actor, clock));
      });
    if (input.rest.length === 0) await db.delete(articleDraft).where(eq(articleDraft.id, draft.id));
    else
      await db
        .update(articleDraft)
        .set({
          article: { ...input.article, source: source.ref },
          cases: input.rest,
          version: draft.version + 1,
          updatedAt: clock.now(),
        })
        .where(eq(articleDraft.id, draft.id));
    return { refs, source: source.ref };
  });
  // The text of an article is not kept by accident.
  await store.forget();
  return done;
}

/** It may have been removed since it was looked up, with the import it came by. */
async function knownSource(
  { t: { source } }: Store,
  db: Db,
  { id, ref }: { id: string; ref: string },
): Promise<{ id: string; ref: string }> {
  const found = await db.select({ id: source.id }).from(source).where(eq(source.id, id));
  if (found.length > 0) return { id, ref };
  throw new InvalidInput([{ path: "", code: "source.unknown", values: { value: ref } }]);
}

async function takeCase(
  inside: Store,
  { document, same, ...rest }: AcceptedCase & { keep: readonly Keep[] },
  actor: Actor,
  clock: Clock,
): Promise<string> {
  if (same === null) {
    const sameText = () => "";
    const logged = { document, ...rest, sameText };
    return (await logBesideSimilar(inside, logged, actor, clock)).ref;
  }
  authorise(actor, "incident.revise");
  const { ref, choice } = same;
  await changeIncident(
    inside,
    {
      ref,
      version: null,
      reason: "",
      keep: rest.keep,
      guards: "new",
      action: "attach_claims",
    },
    (before) => {
      const merged = mergeCases(before, document, choice, () => newId(clock));
      if (merged.issues.length > 0) throw new InvalidInput(merged.issues);
      return merged.document;
    },
    actor,
    clock,
  );
  return ref;
}

function citing(document: IncidentDocument, sourceId: string): IncidentDocument {
  const cited = (id: string) => (id === ARTICLE_SOURCE ? sourceId : id);
  return {
    ...document,
    claims: document.claims.map((claim) => ({ ...claim, sourceId: cited(claim.sourceId) })),
  };
}

/** Issues of the work come with where in the article they arose. */
async function under<T>(prefix: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput(error.issues.map((issue) => issueUnder(prefix, issue)));
  }
}
