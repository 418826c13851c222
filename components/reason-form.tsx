"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormAction } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice, Notice } from "./ui/notice";

type Props = {
  action: FormAction;
  /** What is sent beside the reason: the incident, the version the reader is looking at. */
  fields: Record<string, string | number>;
  /** Where its texts are. */
  messages: "incident.retract" | "incident.restore" | "samples" | "import.undo" | "merge.form";
  isDanger?: boolean;
  cancelHref: string;
};

/** Does something grave for a reason, once the consequences are confirmed. */
export function ReasonForm({ action, fields, messages, isDanger = false, cancelHref }: Props) {
  const t = useTranslations();
  const [state, send, isPending] = useActionState(action, null);
  const issues = state?.issues ?? [];
  const isStale = issues.some(({ code }) => code === "incident.stale_version");
  const errorsOf = (name: string) => issues.filter(({ path }) => path === name);
  const errorText = (name: string) =>
    errorsOf(name)
      .filter((issue) => !isMark(issue))
      .map(({ code, values }) => (
        <span className="field-error" id={`${name}-error`} key={code}>
          {t(`issues.${code}`, values)}
        </span>
      ));
  return (
    <form action={send} className="mt-4 grid max-w-prose gap-3">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <IssuesNotice
        issues={issues.filter(
          (issue) => !["reason", "confirmed"].includes(issue.path) && !isMark(issue),
        )}
      />
      {isStale && <Notice tone="warn">{t("incident.staleReason")}</Notice>}
      <div className="field">
        <label className="field-label" htmlFor="reason">
          {t(`${messages}.reason`)}
        </label>
        <textarea
          aria-describedby="reason-hint reason-error"
          aria-invalid={errorsOf("reason").length > 0 || undefined}
          className="input"
          defaultValue={state?.typed.reason}
          id="reason"
          name="reason"
          rows={4}
        />
        <span className="field-hint" id="reason-hint">
          {t(`${messages}.reasonHint`)}
        </span>
        {errorText("reason")}
        <PlainMarks
          field={{ id: "reason", name: "reason" }}
          redactAll={messages === "incident.restore" ? t("personalData.redactAll") : undefined}
          state={state}
        />
      </div>
      <div className="field">
        <label className="check">
          <input
            aria-describedby="confirmed-error"
            defaultChecked={state?.typed.confirmed === "yes" && !isStale}
            name="confirmed"
            type="checkbox"
            value="yes"
          />
          {t(`${messages}.confirm`)}
        </label>
        {errorText("confirmed")}
      </div>
      <p className="flex flex-wrap gap-2">
        <button
          className={isDanger ? "btn btn-danger" : "btn btn-primary"}
          disabled={isPending}
          type="submit"
        >
          {t(`${messages}.submit`)}
        </button>
        <a className="btn" href={cancelHref}>
          {t("common.cancel")}
        </a>
      </p>
    </form>
  );
}
