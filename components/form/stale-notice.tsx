"use client";

import { useTranslations } from "next-intl";
import { DocumentChanges } from "../document-changes";
import type { StaleEdit } from "./editor-state";
import { NewsNotice } from "./news-notice";

/** What another has saved meanwhile, and the button that saves this text beside it. */
export function StaleNotice({ stale }: { stale: StaleEdit }) {
  const t = useTranslations("form.stale");
  const { version, base, current, names } = stale;
  return (
    <NewsNotice news={stale}>
      <h2 className="mt-0">{t("title", { version })}</h2>
      <p className="mb-2">{t("kept")}</p>
      {base ? (
        <DocumentChanges after={current} before={base} names={names} />
      ) : (
        <p>{t("noBase")}</p>
      )}
      <p className="my-2">{base ? t("merge") : t("replace")}</p>
      <button className="btn" name="over" type="submit" value={version}>
        {t("save", { version })}
      </button>
    </NewsNotice>
  );
}
