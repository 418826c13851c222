"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import type { NameChoice as Chosen } from "../../domain/import/name-choices";
import type { FormAction } from "../form-state";
import { IssuesNotice } from "../ui/notice";
import { NameChoice } from "./name-choice";

type Props = {
  id: string;
  action: FormAction;
  /** What can be done: check it (once more), bring all of it in, or the rows that are right. */
  modes: readonly ("check" | "all" | "good")[];
  /** What the last check was told of likely names, so that the import does what was checked. */
  chosen?: Chosen;
};

/** Does something with an import whose columns are known. */
export function RunForm({ id, action, modes, chosen }: Props) {
  const t = useTranslations("import.run");
  const [state, send, isPending] = useActionState(action, null);
  return (
    <form action={send} className="grid gap-3">
      <input name="id" type="hidden" value={id} />
      <IssuesNotice issues={state?.issues ?? []} />
      <NameChoice chosen={chosen} />
      <div className="flex flex-wrap gap-2">
        {modes.map((mode, at) => (
          <button
            className={at === 0 ? "btn btn-primary" : "btn"}
            disabled={isPending}
            key={mode}
            name="do"
            type="submit"
            value={mode}
          >
            {t(mode)}
          </button>
        ))}
      </div>
    </form>
  );
}
