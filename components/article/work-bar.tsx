import { useTranslations } from "next-intl";
import type { ArticleWork } from "./use-article-work";

type Props = {
  /** How many drafts are ticked. */
  count: number;
  saving: ArticleWork["saving"];
  onAccept: () => void;
  onSave: () => void;
  onPutAside: () => void;
  onUndo: (() => void) | null;
};

/** What is done with all drafts, and whether what was typed is kept. */
export function WorkBar({ count, saving, onAccept, onSave, onPutAside, onUndo }: Props) {
  const t = useTranslations("article");
  const isWaiting = count === 0 || saving === "sending";
  return (
    <div className="no-print sticky bottom-0 z-10 mt-6 flex flex-wrap items-center gap-2 border-t border-line bg-ground py-2.5">
      <button
        className="btn btn-primary"
        // Not disabled, which would take the focus from whoever waits.
        aria-disabled={isWaiting}
        onClick={isWaiting ? undefined : onAccept}
        type="button"
      >
        {t("accept", { count })}
      </button>
      <button
        className="btn"
        aria-disabled={onUndo === null}
        onClick={onUndo ?? undefined}
        type="button"
      >
        {t("undo")}
      </button>
      {saving === "failed" && (
        <button className="btn" onClick={onSave} type="button">
          {t("saveAgain")}
        </button>
      )}
      <button className="btn" onClick={onPutAside} type="button">
        {t("putAside")}
      </button>
      <span className="muted small" role="status">
        {t(`saving.${saving}`)}
      </span>
    </div>
  );
}
