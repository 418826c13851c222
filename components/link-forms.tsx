"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState, useId } from "react";
import type { Issue } from "../domain/issue";
import { LINK_TYPES } from "../domain/vocabulary";
import type { FormAction, FormState } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice, Notice } from "./ui/notice";

type Props = { action: FormAction; incident: string };

/** Links this incident with another. */
export function LinkForm({ action, incident }: Props) {
  const t = useTranslations("incident.links");
  const [state, send, isPending] = useActionState(action, null);
  return (
    <form action={send} className="grid max-w-prose gap-2.5">
      <input name="ref" type="hidden" value={incident} />
      <IssuesNotice issues={issuesBeside(state?.issues, ["to", "note"])} />
      {state?.ok && <Notice tone="ok">{t("linked")}</Notice>}
      <LinkFields state={state} subject={t("thisIncident")} />
      <p>
        <button className="btn" disabled={isPending} type="submit">
          {t("submit")}
        </button>
      </p>
    </form>
  );
}

/** How `subject` is linked, with which other incident, and a note. */
export function LinkFields({ state, subject }: { state: FormState; subject: string }) {
  const t = useTranslations("incident.links");
  const typed = state?.ok === false ? state.typed : {};
  return (
    <>
      <label className="field">
        <span className="field-label">{t("type")}</span>
        <select
          className="input"
          defaultValue={typed.type ?? "related"}
          key={typed.type}
          name="type"
        >
          {LINK_TYPES.map((type) => (
            <option key={type} value={type}>
              {subject} {t(`linkTypes.${type}`)}
            </option>
          ))}
        </select>
      </label>
      <TextField
        hint={t("toHint")}
        issues={state?.issues}
        label={t("to")}
        name="to"
        typed={typed.to}
      />
      <TextField
        issues={state?.issues}
        label={t("note")}
        name="note"
        state={state}
        typed={typed.note}
      />
    </>
  );
}

/** Records that this incident and another that looks like it are two. */
export function NotSameForm({ action, incident }: Props) {
  const t = useTranslations("incident.links");
  const [state, send, isPending] = useActionState(action, null);
  const typed = state?.ok === false ? state.typed : {};
  return (
    <form action={send} className="grid max-w-prose gap-2.5">
      <p className="muted">{t("decideText")}</p>
      <input name="ref" type="hidden" value={incident} />
      <IssuesNotice issues={issuesBeside(state?.issues, ["to", "reason"])} />
      {state?.ok && <Notice tone="ok">{t("decided")}</Notice>}
      <TextField
        hint={t("toHint")}
        issues={state?.issues}
        label={t("to")}
        name="to"
        typed={typed.to}
      />
      <TextField
        issues={state?.issues}
        label={t("reason")}
        name="reason"
        state={state}
        typed={typed.reason}
      />
      <p>
        <button className="btn" disabled={isPending} type="submit">
          {t("decideSubmit")}
        </button>
      </p>
    </form>
  );
}

/** Takes a link away, after a second click that says what it does. */
export function UnlinkForm({
  action,
  linkId,
  other,
}: {
  action: FormAction;
  linkId: string;
  other: string;
}) {
  const t = useTranslations("incident.links");
  const [state, send, isPending] = useActionState(action, null);
  return (
    <details className="no-print">
      <summary className="small text-accent">
        {t("remove")}
        <span className="visually-hidden"> {other}</span>
      </summary>
      <form action={send} className="mt-1 grid gap-2">
        <p>{t("removeText", { ref: other })}</p>
        <input name="linkId" type="hidden" value={linkId} />
        <IssuesNotice issues={state?.issues ?? []} />
        <p>
          <button className="btn btn-danger btn-small" disabled={isPending} type="submit">
            {t("removeConfirm")}
          </button>
        </p>
      </form>
    </details>
  );
}

type FieldProps = {
  label: string;
  name: string;
  hint?: ReactNode;
  typed: string | undefined;
  issues: Issue[] | undefined;
  /** Where it is free text. */
  state?: FormState;
};

function TextField({ label, name, hint, typed, issues = [], state }: FieldProps) {
  const t = useTranslations("issues");
  const id = useId();
  const errors = issues.filter(({ path }) => path === name);
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={`${id}-more`}
        aria-invalid={errors.length > 0 || undefined}
        className="input"
        defaultValue={typed}
        id={id}
        name={name}
      />
      <span className="field-hint" id={`${id}-more`}>
        {errors
          .filter((issue) => !isMark(issue))
          .map(({ code, values }) => (
            <span className="field-error block" key={code}>
              {t(code, values)}
            </span>
          ))}
        {hint}
      </span>
      {state && <PlainMarks field={{ id, name }} state={state} />}
    </div>
  );
}

/** What belongs to no field that shows its own. */
export function issuesBeside(issues: Issue[] = [], fields: string[]): Issue[] {
  return issues.filter(({ path }) => !fields.includes(path));
}
