"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import type { Person } from "../domain/review-view";
import type { FormAction } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { CheckList } from "./ui/check-list";
import { IssuesNotice } from "./ui/notice";

type Props = {
  action: FormAction;
  incident: string;
  /** Null: on the incident itself. */
  claimId: string | null;
  /** Who can be mentioned. */
  people: readonly Person[];
};

/** Says something about an incident or a claim, and may ask for somebody's attention. */
export function CommentForm({ action, incident, claimId, people }: Props) {
  const t = useTranslations("incident.comments");
  const issueText = useTranslations("issues");
  const id = useId();
  const [state, send, isPending] = useActionState(action, null);
  const issues = state?.issues ?? [];
  const ofBody = issues.filter((issue) => issue.path === "body" && !isMark(issue));
  const mentioned = state?.ok === false ? (state.typed.mentions ?? "").split("\n") : [];
  return (
    <form action={send} className="no-print grid max-w-prose gap-2">
      <input name="ref" type="hidden" value={incident} />
      <input name="claimId" type="hidden" value={claimId ?? ""} />
      <IssuesNotice issues={issues.filter(({ path }) => path !== "body")} />
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t("body")}
        </label>
        <textarea
          aria-describedby={`${id}-more`}
          aria-invalid={issues.some(({ path }) => path === "body") || undefined}
          className="input"
          defaultValue={state?.ok === false ? state.typed.body : ""}
          id={id}
          name="body"
          rows={2}
        />
        <span className="field-hint" id={`${id}-more`}>
          {ofBody.map(({ code, values }) => (
            <span className="field-error block" key={code}>
              {issueText(code, values)}
            </span>
          ))}
          {t("hint")}
        </span>
        <PlainMarks field={{ id, name: "body" }} state={state} />
      </div>
      {people.length > 0 && (
        <details key={mentioned.join()} open={mentioned.some(Boolean) || undefined}>
          <summary className="small text-accent">{t("mention")}</summary>
          <div className="mt-1 max-h-60 overflow-y-auto">
            <CheckList
              legend={t("mentionLegend")}
              name="mentions"
              options={people.map((one) => ({ value: one.id, label: one.name }))}
              selected={mentioned}
            />
          </div>
        </details>
      )}
      <p className="flex flex-wrap items-center gap-2">
        <button className="btn btn-small" disabled={isPending} type="submit">
          {t("submit")}
        </button>
        <span className="muted small" role="status">
          {state?.ok && !isPending && t("saved")}
        </span>
      </p>
    </form>
  );
}
