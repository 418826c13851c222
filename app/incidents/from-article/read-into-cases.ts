import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import { listNamedPlaces } from "../../../db/queries/list-named-places";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import type { ArticleCase } from "../../../domain/article/article-case";
import { casesOfDrafts } from "../../../domain/article/cases-of-drafts";
import { publicationOf } from "../../../domain/article/publication-of";
import { READER_LANGUAGES, type ReaderLanguage } from "../../../domain/extraction/drafts";
import { readInSteps } from "../../../domain/extraction/read-article";
import { formatDate } from "../../../domain/format-date";
import { placeIndex } from "../../../domain/import/place-index";
import type { PartialDate } from "../../../domain/partial-date";
import { runInSlices } from "../../_server/run-in-slices";

/** What the reader makes of a text, as cases to be checked, and the language it read it in. */
export async function readIntoCases(
  store: Store,
  actor: Actor,
  text: string,
  { published, language }: { published: PartialDate | null; language: string },
): Promise<{ cases: ArticleCase[]; language: ReaderLanguage }> {
  const [places, t, locale] = await Promise.all([
    listNamedPlaces(store, actor),
    getTranslations(),
    getLocale(),
  ]);
  // A long article takes seconds.
  const steps = readInSteps({
    text,
    published: publicationOf(published),
    language: READER_LANGUAGES.find((known) => known === language) ?? null,
    places,
  });
  const drafts = await runInSlices(steps);
  const title = ({ events: [first] }: ArticleCase) => {
    if (!first) return "";
    const names = first.places.map(({ name }) => name.split(",")[0]!);
    const parts = [
      t(`vocabulary.eventType.${first.type}`),
      new Intl.ListFormat(locale).format(names),
    ];
    if (first.read) parts.push(formatDate(first.read, locale, t));
    const words = parts.filter(Boolean).join(", ");
    return words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);
  };
  return {
    cases: casesOfDrafts(drafts.incidents, placeIndex(places), title),
    language: drafts.language,
  };
}
