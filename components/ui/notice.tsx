import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Issue } from "../../domain/issue";

type Tone = "plain" | "warn" | "error" | "ok";

const CLASSES: Record<Tone, string> = {
  plain: "notice",
  warn: "notice notice-warn",
  error: "notice notice-error",
  ok: "notice notice-ok",
};

/** A message to the reader of the page. Errors are read out at once, the rest when there is time. */
export function Notice({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <div className={CLASSES[tone]} role={tone === "error" ? "alert" : "status"}>
      {children}
    </div>
  );
}

/** Every issue in words, or nothing when there is none. */
export function IssuesNotice({ issues, title }: { issues: Issue[]; title?: string }) {
  const t = useTranslations();
  if (issues.length === 0) return null;
  return (
    <Notice tone="error">
      <p className="font-semibold">{title ?? t("ui.notice.issues", { count: issues.length })}</p>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.path} ${issue.code} ${JSON.stringify(issue.values)}`}>
            {t(`issues.${issue.code}`, issue.values)}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
