"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { FormState } from "./form-state";
import { issuesBeside, LinkFields } from "./link-forms";
import { IssuesNotice, Notice } from "./ui/notice";

/** As of any form; which incidents were linked by it, and which had that link already. */
export type LinkedState = (NonNullable<FormState> & { linked: string[]; already: string[] }) | null;

type Props = {
  action: (state: LinkedState, form: FormData) => Promise<LinkedState>;
  refs: readonly string[];
};

/** Links each of several incidents with one other. */
export function LinkSelectedForm({ action, refs }: Props) {
  const t = useTranslations("incidents.selection");
  const [state, send, isPending] = useActionState(action, null);
  return (
    <form action={send} className="grid max-w-prose gap-2.5">
      <input name="refs" type="hidden" value={refs.join(" ")} />
      <IssuesNotice issues={issuesBeside(state?.issues, ["to", "note"])} />
      {state?.ok && (
        <Notice tone="ok">
          <p>{t("linked", { count: state.linked.length })}</p>
          {state.already.length > 0 && (
            <p>{t("already", { count: state.already.length, refs: state.already.join(", ") })}</p>
          )}
        </Notice>
      )}
      <LinkFields state={state} subject={t("each")} />
      <p>
        <button className="btn" disabled={isPending} type="submit">
          {t("linkSubmit", { count: refs.length })}
        </button>
      </p>
    </form>
  );
}
