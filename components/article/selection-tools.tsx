import { useTranslations } from "next-intl";
import type { ArticleSpan } from "../../domain/article/article-case";
import type { MarkKind } from "../../domain/personal-data/mark";

type Props = {
  text: string;
  selected: ArticleSpan | null;
  onCase: (span: ArticleSpan) => void;
  onRedact: (words: string, kind: MarkKind) => void;
};

/** What can be done with the words that are selected in the text. */
export function SelectionTools({ text, selected, onCase, onRedact }: Props) {
  const t = useTranslations("article.selection");
  const words = selected ? text.slice(selected.start, selected.end) : "";
  const short = words.length > 60 ? `${words.slice(0, 59)}…` : words;
  return (
    <div className="article-tools" role="status">
      {selected ? (
        <>
          <span>
            {t("chosen")} <strong>{short}</strong>
          </span>
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
      ) : (
        <span className="muted small">{t("hint")}</span>
      )}
    </div>
  );
}
