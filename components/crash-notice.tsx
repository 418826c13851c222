"use client";

import { useTranslations } from "next-intl";

/** What is said when the program itself failed: never the error's own words, which may hold data. */
export function CrashNotice({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("crash");
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <div role="alert">
      <h1>{t("title")}</h1>
      <p className="mt-2 max-w-prose">{t("text")}</p>
      {digest !== null && <p className="muted small mt-2">{t("digest", { digest })}</p>}
      <button className="btn btn-primary mt-4" onClick={onRetry} type="button">
        {t("tryAgain")}
      </button>
    </div>
  );
}
