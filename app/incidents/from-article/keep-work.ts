import "server-only";
import { saveArticleDraft } from "../../../db/commands/save-article-draft";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import type { ArticleCase } from "../../../domain/article/article-case";
import {
  type DateRead,
  datesRead,
  fillDates,
  hasOpenDates,
} from "../../../domain/article/fill-dates";
import { parseTypedDate } from "../../../domain/typed-date";
import { readIntoCases } from "./read-into-cases";

/** `dates`: what was reckoned anew and is in `cases`. */
type Kept = { version: number; text: string; cases: ArticleCase[]; dates: DateRead[] };

/**
 * Keeps what was made of an article. Where the day of publication is another than before, the article is read again for
 * its dates: "last week" is then what it would have been with that day from the beginning. Errors: as `saveArticleDraft`.
 */
export async function keepWork(
  store: Store,
  actor: Actor,
  sent: Parameters<typeof saveArticleDraft>[1],
): Promise<Kept> {
  const { article, cases } = sent;
  const { version, text, publishedBefore } = await saveArticleDraft(store, sent, actor);
  const { date: published } = parseTypedDate(article.published);
  if (article.published === publishedBefore || published === null || !hasOpenDates(cases))
    return { version, text, cases, dates: [] };
  const { language } = article;
  const read = await readIntoCases(store, actor, text, { published, language });
  const dates = datesRead(read.cases);
  const dated = fillDates(cases, dates);
  const saved = await saveArticleDraft(store, { ...sent, version, cases: dated, keep: [] }, actor);
  return { version: saved.version, text, cases: dated, dates };
}
