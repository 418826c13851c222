"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import type { FormAction } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice } from "./ui/notice";

type Props = { action: FormAction; isOn: boolean };

/** Whether one person may write and verify, and the form that switches it, for admins. */
export function OnePersonSetting({ action, isOn }: Props) {
  const t = useTranslations("review.onePerson");
  const id = useId();
  const issueText = useTranslations("issues");
  const [state, send, isPending] = useActionState(action, null);
  const ofReason = (state?.issues ?? []).filter(
    (issue) => issue.path === "reason" && !isMark(issue),
  );
  return (
    <section aria-labelledby="one-person" className="mt-7">
      <h2 id="one-person">{t("title")}</h2>
      <div className="card card-body grid max-w-prose gap-2">
        <p role="status">{t(isOn ? "on" : "off")}</p>
        <details>
          <summary className="text-accent">{t(isOn ? "openOff" : "openOn")}</summary>
          <form action={send} className="mt-2 grid gap-2.5">
            <p>{t(isOn ? "textOff" : "textOn")}</p>
            <input name="name" type="hidden" value="one_person_review" />
            <input name="value" type="hidden" value={String(!isOn)} />
            <IssuesNotice issues={(state?.issues ?? []).filter(({ path }) => path !== "reason")} />
            <div className="field">
              <label className="field-label" htmlFor={id}>
                {t("reason")}
              </label>
              <input
                aria-describedby={`${id}-error`}
                aria-invalid={ofReason.length > 0 || undefined}
                className="input"
                defaultValue={state?.ok === false ? state.typed.reason : ""}
                id={id}
                name="reason"
              />
              {ofReason.map(({ code, values }) => (
                <span className="field-error" id={`${id}-error`} key={code}>
                  {issueText(code, values)}
                </span>
              ))}
              <PlainMarks field={{ id, name: "reason" }} state={state} />
            </div>
            <p>
              <button className="btn" disabled={isPending} type="submit">
                {t(isOn ? "submitOff" : "submitOn")}
              </button>
            </p>
          </form>
        </details>
      </div>
    </section>
  );
}
