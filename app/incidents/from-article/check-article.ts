import { sourceName } from "../../../domain/source-name";
import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { ARTICLE_SOURCE } from "../../../db/commands/accept-article";
import { findSimilar } from "../../../db/queries/find-similar";
import { findSourcesByUrl } from "../../../db/queries/find-sources-by-url";
import { getIncident } from "../../../db/queries/get-incident";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import type {
  ArticleAnswer,
  ArticleCase,
  ArticleFacts,
} from "../../../domain/article/article-case";
import type { ArticleCheck, CaseTarget } from "../../../domain/article/case-check";
import { readChoice, writeChoice } from "../../../domain/article/case-choice";
import type { ArticleCaseReading } from "../../../domain/article/read-article-case";
import { citedFacts } from "../../../domain/cited-facts";
import { formatCount } from "../../../domain/format-count";
import { formatDate } from "../../../domain/format-date";
import { headlineOf } from "../../../domain/headline";
import type { IncidentView } from "../../../domain/incident-view";
import { mergeCases } from "../../../domain/merge-cases";
import type { SimilarIncident } from "../../../domain/similarity/similar-incident";
import type { SourceFacts } from "../../../domain/source";
import { suggestMerge } from "../../../domain/suggest-merge";
import { namesOf } from "../[ref]/names-of";
import type { CasesReading } from "./read-cases";

/** What has to be said of an article's cases as they were read: mistakes, and incidents that may be the same. */
export async function checkArticle(
  store: Store,
  actor: Actor,
  work: { article: ArticleFacts; cases: readonly ArticleCase[] },
  reading: CasesReading,
): Promise<ArticleCheck> {
  const [t, locale, sources] = await Promise.all([
    getTranslations(),
    getLocale(),
    work.article.source === "" ? findSourcesByUrl(store, actor, work.article.url) : [],
  ]);
  const newSources =
    "ref" in reading.source ? [] : [{ key: ARTICLE_SOURCE, source: reading.source }];
  const found = await findSimilar(
    store,
    actor,
    reading.cases.map(({ document }) => ({ document, newSources })),
  );
  const views = new Map<string, IncidentView | null>();
  for (const ref of new Set(found.flat().map((one) => one.ref)))
    views.set(ref, await getIncident(store, actor, ref));
  const facts = factsOf(reading);
  const target = (one: SimilarIncident, read: ArticleCaseReading, answers: ArticleAnswer[]) => {
    const view = views.get(one.ref);
    if (!view) return [];
    const answer = answers.find(({ ref }) => ref === one.ref);
    return [targetOf(one, view, read, facts, answer, { locale, say: t })];
  };
  return {
    issues: reading.issues,
    cases: work.cases.map(({ key, answers }, at) => {
      const read = reading.cases[at]!;
      const similar = (found[at] ?? []).flatMap((one) => target(one, read, answers));
      return { key, issues: read.issues, similar };
    }),
    sources: sources.map((source) => ({ ref: source.ref, label: sourceName(source) })),
  };
}

/** What weighing the article's claims needs to know of it. */
function factsOf({ source }: CasesReading): SourceFacts {
  if ("ref" in source) return source;
  const { publisher, reliability, published } = source;
  return { id: ARTICLE_SOURCE, publisher, reliability, published, derived: false };
}

function targetOf(
  one: SimilarIncident,
  view: IncidentView,
  read: ArticleCaseReading,
  article: SourceFacts,
  answer: ArticleAnswer | undefined,
  { locale, say }: { locale: string; say: Parameters<typeof namesOf>[2] },
): CaseTarget {
  const names = namesOf(view, locale, say);
  const label = (...words: (string | undefined)[]) => words.filter(Boolean).join(", ");
  const places = new Map(Object.entries(view.locations));
  const sources = citedFacts(view.sources);
  if (!sources.has(article.id)) sources.set(article.id, article);
  const own = headlineOf(read.document, sources, places);
  const proposed = suggestMerge(view, { document: read.document, headline: own });
  const chosen = { ...writeChoice(proposed, read.ids), ...answer?.as };
  const merged = mergeCases(view.document, read.document, readChoice(chosen, read.ids), madeIds());
  const after = merged.issues.length > 0 ? null : headlineOf(merged.document, sources, places);
  return {
    ...one,
    groups: view.document.groups.map(({ id }) => ({
      id,
      label: label(names.group[id] ?? id, formatCount(view.headline.groups[id]!.count, say)),
    })),
    events: view.document.events.map(({ id, type }) => ({
      id,
      type,
      label: label(names.event[id] ?? id, formatDate(view.headline.events[id]!.date, locale, say)),
    })),
    chosen,
    before: { persons: view.headline.persons },
    after: after && { persons: after.persons, disagreement: after.disagreement },
  };
}

function madeIds(): () => string {
  let made = 0;
  return () => `new-${++made}`;
}
