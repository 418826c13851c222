"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useActionState, useId } from "react";
import type { FormAction } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice } from "./ui/notice";

type Props = {
  incident: string;
  other: string;
  /** Where the two are merged; null for whoever may not. */
  mergeHref: string | null;
  link: FormAction;
  decideNotSame: FormAction;
};

/** What an incident that looks like this one is: the same, related, or another. */
export function SimilarAnswers({ incident, other, mergeHref, link, decideNotSame }: Props) {
  const t = useTranslations("similar");
  const [state, send, isPending] = useActionState(link, null);
  return (
    <div className="no-print flex flex-wrap items-start gap-2">
      {mergeHref && (
        <Link className="btn btn-small" href={mergeHref} prefetch={false}>
          {t("merge")}
        </Link>
      )}
      <form action={send}>
        <input name="ref" type="hidden" value={incident} />
        <input name="to" type="hidden" value={other} />
        <input name="type" type="hidden" value="related" />
        <input name="note" type="hidden" value="" />
        <IssuesNotice issues={state?.issues ?? []} />
        <button className="btn btn-small" disabled={isPending} type="submit">
          {t("related")} <span className="visually-hidden">{other}</span>
        </button>
      </form>
      <NotSame decideNotSame={decideNotSame} incident={incident} other={other} />
    </div>
  );
}

function NotSame({ incident, other, decideNotSame }: Omit<Props, "mergeHref" | "link">) {
  const t = useTranslations();
  const id = useId();
  const [state, send, isPending] = useActionState(decideNotSame, null);
  const issues = state?.issues ?? [];
  const ofReason = issues.filter((issue) => issue.path === "reason" && !isMark(issue));
  return (
    <details open={issues.length > 0 || undefined}>
      <summary className="btn btn-small">
        {t("similar.notSame")} <span className="visually-hidden">{other}</span>
      </summary>
      <form action={send} className="mt-2 grid gap-2">
        <input name="ref" type="hidden" value={incident} />
        <input name="to" type="hidden" value={other} />
        <IssuesNotice issues={issues.filter(({ path }) => path !== "reason")} />
        <div className="field">
          <label className="field-label" htmlFor={id}>
            {t("similar.notSameReason")}
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
              {t(`issues.${code}`, values)}
            </span>
          ))}
          <PlainMarks field={{ id, name: "reason" }} state={state} />
        </div>
        <p>
          <button className="btn btn-small" disabled={isPending} type="submit">
            {t("similar.decide")}
          </button>
        </p>
      </form>
    </details>
  );
}
