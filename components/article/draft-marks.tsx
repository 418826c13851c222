import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Issue } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import type { MarkKind } from "../../domain/personal-data/mark";
import { markOf } from "../mark-notice";
import { Line } from "./line";

type Props = {
  marks: readonly Issue[];
  onKeep: (kept: Keep) => void;
  onRedact: (words: string, kind: MarkKind) => void;
};

/** Words in what was typed that may tell who somebody is: nothing is kept before each is replaced or has a reason. */
export function DraftMarks({ marks, onKeep, onRedact }: Props) {
  const t = useTranslations("article.marks");
  const distinct = [...new Map(marks.map((issue) => [markOf(issue).mark, issue])).values()];
  if (distinct.length === 0) return null;
  return (
    <section aria-label={t("inDrafts")} className="notice notice-error grid gap-3" role="alert">
      <p className="font-semibold">{t("inDrafts")}</p>
      {distinct.map((issue) => (
        <Mark issue={issue} key={markOf(issue).mark} onKeep={onKeep} onRedact={onRedact} />
      ))}
    </section>
  );
}

function Mark({ issue, onKeep, onRedact }: { issue: Issue } & Omit<Props, "marks">) {
  const t = useTranslations("article.marks");
  const said = useTranslations("issues");
  const [reason, setReason] = useState("");
  const { words, kind, replacement } = markOf(issue);
  const short = words.slice(0, 80);
  return (
    <div className="grid gap-1.5">
      <p>{said(issue.code, issue.values)}</p>
      <p>
        <button
          className="btn btn-small"
          onClick={() => onRedact(words, kind as MarkKind)}
          type="button"
        >
          {t("replace", { words: short, replacement })}
        </button>
      </p>
      {issue.code === "personal_data.undecided" && (
        <div className="flex flex-wrap items-end gap-2">
          <Line label={t("keep", { words: short })} onChange={setReason} value={reason} />
          <button
            className="btn btn-small"
            disabled={reason.trim() === ""}
            onClick={() => onKeep({ kind: kind as Keep["kind"], words, reason })}
            type="button"
          >
            {t("keepDo")}
          </button>
        </div>
      )}
    </div>
  );
}
