import { useTranslations } from "next-intl";
import type { ArticleFacts } from "../../domain/article/article-case";
import { ACCESSES, SOURCE_KINDS } from "../../domain/vocabulary";
import { useCodeOptions } from "../form/use-code-options";
import { Choice } from "./choice";
import { Line } from "./line";

type Props = {
  article: ArticleFacts;
  /** Sources of the ledger with the same address. */
  sources: readonly { ref: string; label: string }[];
  onChange: (fields: Partial<ArticleFacts>) => void;
};

const LINES = ["published", "publisher", "title", "url", "language"] as const;

/** What is known of the article, which becomes the source of all that is accepted. */
export function ArticleFactsForm({ article, sources, onChange }: Props) {
  const t = useTranslations("article");
  const kinds = useCodeOptions("sourceKind", SOURCE_KINDS);
  const accesses = useCodeOptions("access", ACCESSES);
  const isKnown = article.source !== "";
  return (
    <details className="card card-body" open={!article.publisher || undefined}>
      <summary>
        <span className="font-semibold">{t("source")}</span>{" "}
        <span className="muted">
          {[article.publisher, article.title, article.published].filter(Boolean).join(", ")}
        </span>
      </summary>
      <div className="mt-2 grid gap-2">
        {isKnown ? (
          <p className="flex flex-wrap items-center gap-2">
            {t("isSource", { ref: article.source })}
            <button
              className="btn btn-small"
              onClick={() => onChange({ source: "" })}
              type="button"
            >
              {t("isNotSource")}
            </button>
          </p>
        ) : (
          <>
            <div className="grid gap-2 sm:grid-cols-2">
              {LINES.map((name) => (
                <Line
                  key={name}
                  label={t(`fields.${name}`)}
                  onChange={(value) => onChange({ [name]: value })}
                  value={article[name]}
                />
              ))}
              <Choice
                label={t("fields.kind")}
                onChange={(kind) => onChange({ kind })}
                options={kinds}
                value={article.kind}
              />
              <Choice
                label={t("fields.access")}
                onChange={(access) => onChange({ access })}
                options={accesses}
                value={article.access}
              />
            </div>
            <label className="check">
              <input
                checked={article.keepsText}
                onChange={({ target }) => onChange({ keepsText: target.checked })}
                type="checkbox"
              />
              {t("keepText")}
            </label>
            <p className="muted small">{t("keepTextHint")}</p>
          </>
        )}
        {!isKnown &&
          sources.map(({ ref, label }) => (
            <p className="flex flex-wrap items-center gap-2" key={ref}>
              {t("sameAddress", { ref, label })}
              <button
                className="btn btn-small"
                onClick={() => onChange({ source: ref })}
                type="button"
              >
                {t("useSource", { ref })}
              </button>
            </p>
          ))}
      </div>
    </details>
  );
}
