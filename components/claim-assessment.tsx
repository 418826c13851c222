"use client";

import { useTranslations } from "next-intl";
import { useActionState, useId, useState } from "react";
import { type Assessment, CREDIBILITIES, type Credibility } from "../domain/vocabulary";
import { AssessmentSelect } from "./assessment-select";
import type { FormAction } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice } from "./ui/notice";

type Props = {
  action: FormAction;
  incident: string;
  claimId: string;
  assessment: Assessment;
  credibility: Credibility | null;
  /** The address of the page with this form open, for when no script has arrived. */
  href: string;
  isOpen: boolean;
};

/** How one claim is judged, changed where it stands; the form comes when it is asked for, since there are many. */
export function ClaimAssessment(props: Props) {
  const t = useTranslations("incident.grid");
  const [isOpen, setOpen] = useState(props.isOpen);
  if (isOpen) return <AssessmentForm {...props} />;
  const open = (event: { preventDefault(): void }) => {
    event.preventDefault();
    setOpen(true);
  };
  return (
    <p className="no-print">
      <a className="btn btn-small" href={props.href} onClick={open}>
        {t("assess")}
      </a>
    </p>
  );
}

function AssessmentForm({ action, incident, claimId, assessment, credibility }: Props) {
  const t = useTranslations();
  const [state, send, isPending] = useActionState(action, null);
  const id = useId();
  const typed = state?.ok === false ? state.typed : {};
  return (
    <form action={send} className="no-print grid gap-1.5">
      <input name="ref" type="hidden" value={incident} />
      <input name="claimId" type="hidden" value={claimId} />
      {/* A sent form is reset to what its fields began with, so what is stored now must be that. */}
      <div className="grid gap-1.5" key={`${assessment} ${credibility} ${JSON.stringify(typed)}`}>
        <AssessmentSelect
          chosen={typed.assessment ?? assessment}
          label={t("incident.grid.assessmentLabel")}
          name="assessment"
        />
        <label className="field">
          <span className="field-label">{t("incident.grid.credibilityLabel")}</span>
          <select
            className="input"
            defaultValue={typed.credibility ?? credibility ?? ""}
            name="credibility"
          >
            <option value="">{t("incident.grid.credibilityNone")}</option>
            {CREDIBILITIES.map((code) => (
              <option key={code} value={code}>
                {t(`vocabulary.credibility.${code}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field-label">{t("incident.grid.reasonLabel")}</span>
          <input className="input" defaultValue={typed.reason} id={`${id}-reason`} name="reason" />
        </label>
        <PlainMarks field={{ id: `${id}-reason`, name: "reason" }} state={state} />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <button className="btn btn-small" disabled={isPending} type="submit">
          {t("incident.grid.save")}
        </button>
        <span className="muted small" role="status">
          {state?.ok && !isPending && t("incident.grid.saved")}
        </span>
      </div>
      <IssuesNotice issues={(state?.issues ?? []).filter((issue) => !isMark(issue))} />
    </form>
  );
}
