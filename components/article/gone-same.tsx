import { useTranslations } from "next-intl";
import type { ArticleAnswer } from "../../domain/article/article-case";

type Props = {
  answers: readonly ArticleAnswer[];
  /** The incidents that may be the same as the draft is now. */
  similar: readonly { ref: string }[];
  onTakeBack: (ref: string) => void;
};

/** An incident that was said to be the same and may be so no more: the draft was changed since, or the incident. */
export function GoneSame({ answers, similar, onTakeBack }: Props) {
  const t = useTranslations("article");
  const gone = answers.filter(
    ({ ref, is }) => is === "same" && !similar.some((each) => each.ref === ref),
  );
  return gone.map(({ ref }) => (
    <p className="notice notice-warn flex flex-wrap items-center gap-2" key={ref}>
      {t("sameGone", { ref })}
      <button className="btn btn-small" onClick={() => onTakeBack(ref)} type="button">
        {t("sameTakeBack", { ref })}
      </button>
    </p>
  ));
}
