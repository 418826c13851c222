import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ArticleCase } from "../../domain/article/article-case";

type Props = { one: ArticleCase; onSplit: (groups: string[]) => void };

/** Which groups of a draft make one of their own. */
export function SplitForm({ one, onSplit }: Props) {
  const t = useTranslations("article");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const wholes = one.groups.filter(({ partOf }) => partOf === "");
  const isAll = wholes.every(({ key }) => chosen.includes(key));
  return (
    <fieldset className="fieldset">
      <legend>{t("split.legend")}</legend>
      <div className="flex flex-wrap gap-x-4">
        {one.groups.map(({ key, count }, at) => (
          <label className="check" key={key}>
            <input
              checked={chosen.includes(key)}
              onChange={({ target }) =>
                setChosen(
                  target.checked ? [...chosen, key] : chosen.filter((other) => other !== key),
                )
              }
              type="checkbox"
            />
            {t("groupNumber", { number: at + 1, count: count || "?" })}
          </label>
        ))}
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <button
          className="btn btn-small"
          disabled={chosen.length === 0 || isAll}
          onClick={() => onSplit([...chosen])}
          type="button"
        >
          {t("split.do")}
        </button>
        {isAll && <span className="muted small">{t("split.all")}</span>}
      </p>
    </fieldset>
  );
}
