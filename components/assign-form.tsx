"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { Person } from "../domain/review-view";
import type { FormAction } from "./form-state";
import { IssuesNotice } from "./ui/notice";

type Props = {
  action: FormAction;
  incident: string;
  version: number;
  assignee: Person | null;
  /** Who can be asked; the reader first. */
  people: readonly Person[];
};

/** Asks somebody to see to an incident. */
export function AssignForm({ action, incident, version, assignee, people }: Props) {
  const t = useTranslations("incident.review.assign");
  const [state, send, isPending] = useActionState(action, null);
  const current = assignee?.id ?? "";
  const isGone = assignee !== null && !people.some(({ id }) => id === assignee.id);
  return (
    <form action={send} className="grid gap-2.5">
      <input name="ref" type="hidden" value={incident} />
      <input name="version" type="hidden" value={version} />
      <IssuesNotice issues={state?.issues ?? []} />
      <label className="field">
        <span className="field-label">{t("label")}</span>
        <select className="input" defaultValue={current} key={current} name="assigneeId">
          <option value="">{t("nobody")}</option>
          {people.map(({ id, name }, at) => (
            <option key={id} value={id}>
              {at === 0 ? t("me", { name }) : name}
            </option>
          ))}
          {isGone && <option value={assignee.id}>{assignee.name}</option>}
        </select>
      </label>
      <p>
        <button className="btn" disabled={isPending} type="submit">
          {t("submit")}
        </button>
      </p>
    </form>
  );
}
