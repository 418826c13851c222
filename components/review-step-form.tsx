"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import type { FormAction } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice } from "./ui/notice";

type Props = {
  action: FormAction;
  /** What is sent unseen: the incident, and the version that the page showed. */
  hidden: Record<string, string | number>;
  /** What is said before the reason. */
  text?: string;
  /** Null where none is asked for. */
  reason: { label: string; hint?: string } | null;
  /** What may be ticked before it is sent, and what it is sent as. */
  choice?: { name: string; label: string };
  submit: string;
  tone?: "primary" | "danger";
};

/** One step of a review, with its reason and whatever keeps it from being taken. */
export function ReviewStepForm({ action, hidden, text, reason, choice, submit, tone }: Props) {
  const t = useTranslations("issues");
  const id = useId();
  const [state, send, isPending] = useActionState(action, null);
  const issues = state?.issues ?? [];
  const ofReason = issues.filter((issue) => issue.path === "reason" && !isMark(issue));
  const others = issues.filter(({ path }) => path !== "reason");
  return (
    <form action={send} className="grid gap-2.5">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <IssuesNotice issues={others} />
      {text && <p>{text}</p>}
      {reason && (
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {reason.label}
          </label>
          <textarea
            aria-describedby={`${id}-more`}
            aria-invalid={issues.length > others.length || undefined}
            className="input"
            defaultValue={state?.ok === false ? state.typed.reason : ""}
            id={id}
            name="reason"
            rows={3}
          />
          <span className="field-hint" id={`${id}-more`}>
            {ofReason.map(({ code, values }) => (
              <span className="field-error block" key={code}>
                {t(code, values)}
              </span>
            ))}
            {reason.hint}
          </span>
          <PlainMarks field={{ id, name: "reason" }} state={state} />
        </div>
      )}
      {choice && (
        <label className="check">
          <input
            defaultChecked={state?.typed[choice.name] === "yes"}
            name={choice.name}
            type="checkbox"
            value="yes"
          />
          {choice.label}
        </label>
      )}
      <p>
        <button className={`btn ${tone ? `btn-${tone}` : ""}`} disabled={isPending} type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
