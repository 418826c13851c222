import type { ArticleCase, ArticleFacts } from "../article/article-case";
import type { FreeText } from "./free-texts";

/**
 * Every text of an article's draft that is not empty, in which personal data is looked for, but for the article's own
 * words. A channel's name may stand where it is the source.
 */
export function articleTexts(article: ArticleFacts, cases: readonly ArticleCase[]): FreeText[] {
  const text = (path: string, given: string, accounts = false): FreeText => ({
    path,
    text: given,
    names: true,
    accounts,
  });
  const at = (name: string) => `facts.${name}`;
  return [
    text(at("title"), article.title),
    text(at("publisher"), article.publisher, true),
    text(at("url"), article.url, true),
    text(at("published"), article.published),
    text(at("language"), article.language),
    ...cases.flatMap((one, at) => {
      const path = `cases.${at}`;
      return [
        text(`${path}.title`, one.title),
        ...one.speakers.map(({ name }, index) => text(`${path}.speakers.${index}.name`, name)),
        ...one.groups.flatMap(({ count, label }, index) => [
          text(`${path}.groups.${index}.count`, count),
          text(`${path}.groups.${index}.label`, label),
        ]),
        ...one.events.map(({ date }, index) => text(`${path}.events.${index}.date`, date)),
        ...one.events.flatMap(({ places }, index) =>
          places.flatMap(({ name, under }, nth) => [
            text(`${path}.events.${index}.places.${nth}.name`, name),
            text(`${path}.events.${index}.places.${nth}.under`, under),
          ]),
        ),
        ...one.answers.map(({ reason, ref }) => text(`${path}.answers.${ref}.reason`, reason)),
      ];
    }),
  ].filter((each) => each.text !== "");
}
