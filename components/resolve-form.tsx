"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormAction } from "./form-state";
import { IssuesNotice } from "./ui/notice";

/** Marks one comment as done with. `about`: what tells its button from the others. */
export function ResolveForm(props: { action: FormAction; commentId: string; about: string }) {
  const t = useTranslations("incident.comments");
  const [state, send, isPending] = useActionState(props.action, null);
  return (
    <form action={send} className="no-print">
      <input name="id" type="hidden" value={props.commentId} />
      <IssuesNotice issues={state?.issues ?? []} />
      <button className="btn btn-small btn-plain -ml-2" disabled={isPending} type="submit">
        {t("resolve")}
        <span className="visually-hidden"> {props.about}</span>
      </button>
    </form>
  );
}
