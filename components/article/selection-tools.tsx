import { useTranslations } from "next-intl";
import type { ArticleSpan } from "../../domain/article/article-case";
import type { MarkKind } from "../../domain/personal-data/mark";

type Props = {
  text: string;
  selected: ArticleSpan | null;
  onCase: (span: ArticleSpan) => void;
  onRedact: (words: string, kind: MarkKind) => void;
};

/** Of the line that says how words are selected. */
export const HINT_ID = "article-selection";

/** What can be done with the words that are selected in the text. */
export function SelectionTools({ text, selected, onCase, onRedact }: Props) {
  const t = useTranslations("article.selection");
  const words = selected ? text.slice(selected.start, selected.end) : "";
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like one
    <div aria-label={t("label")} className="article-tools" role="group" tabIndex={-1}>
      <span id={HINT_ID} role="status">
        {selected ? (
          <>
            {t("chosen")} <strong>{short}</strong>
          </>
        ) : (
          <span className="muted small">{t("hint")}</span>
        )}
      </span>
      {selected && (
        <>
          <span className="muted small">{t("use")}</span>
          <span className="flex flex-wrap gap-2">
            <button className="btn btn-small" onClick={() => onCase(selected)} type="button">
              {t("draft")}
            </button>
            <button
              className="btn btn-small"
              disabled={words.length > 200}
              onClick={() => onRedact(words, "name")}
              type="button"
            >
              {t("redact")}
            </button>
          </span>
        </>
      )}
    </div>
  );
}
