"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormAction } from "./form-state";
import { IssuesNotice, Notice } from "./ui/notice";

type Props = {
  action: FormAction;
  incident: string;
  /** The version the reader is looking at. */
  version: number;
  cancelHref: string;
};

/** Takes an incident back for a reason, once the consequences are confirmed. */
export function RetractForm({ action, incident, version, cancelHref }: Props) {
  const t = useTranslations();
  const [state, send, isPending] = useActionState(action, null);
  const issues = state?.issues ?? [];
  const isStale = issues.some(({ code }) => code === "incident.stale_version");
  const errorsOf = (name: string) => issues.filter(({ path }) => path === name);
  const errorText = (name: string) =>
    errorsOf(name).map(({ code, values }) => (
      <span className="field-error" id={`${name}-error`} key={code}>
        {t(`issues.${code}`, values)}
      </span>
    ));
  return (
    <form action={send} className="mt-4 grid max-w-prose gap-3">
      <input name="ref" type="hidden" value={incident} />
      <input name="version" type="hidden" value={version} />
      <IssuesNotice issues={issues.filter(({ path }) => !["reason", "confirmed"].includes(path))} />
      {isStale && <Notice tone="warn">{t("incident.retract.stale")}</Notice>}
      <div className="field">
        <label className="field-label" htmlFor="reason">
          {t("incident.retract.reason")}
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
          {t("incident.retract.reasonHint")}
        </span>
        {errorText("reason")}
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
          {t("incident.retract.confirm")}
        </label>
        {errorText("confirmed")}
      </div>
      <p className="flex flex-wrap gap-2">
        <button className="btn btn-danger" disabled={isPending} type="submit">
          {t("incident.retract.submit")}
        </button>
        <a className="btn" href={cancelHref}>
          {t("common.cancel")}
        </a>
      </p>
    </form>
  );
}
