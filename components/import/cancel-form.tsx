"use client";

import { useTranslations } from "next-intl";
import { useActionState, useRef, useState } from "react";
import type { FormAction } from "../form-state";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { IssuesNotice } from "../ui/notice";

/** Gives an import up, after asking. */
export function CancelForm({ id, action }: { id: string; action: FormAction }) {
  const t = useTranslations("import.cancel");
  const [state, send] = useActionState(action, null);
  const [isAsking, setAsking] = useState(false);
  const isSure = useRef(false);
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      action={send}
      onSubmit={(event) => {
        if (isSure.current) return;
        event.preventDefault();
        setAsking(true);
      }}
      ref={form}
    >
      <input name="id" type="hidden" value={id} />
      <IssuesNotice issues={state?.issues ?? []} />
      <button className="btn" type="submit">
        {t("submit")}
      </button>
      <ConfirmDialog
        confirmLabel={t("submit")}
        danger
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          isSure.current = true;
          setAsking(false);
          form.current?.requestSubmit();
        }}
        open={isAsking}
        text={t("text")}
        title={t("title")}
      />
    </form>
  );
}
