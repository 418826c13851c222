"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect } from "react";
import type { FormAction } from "./form-state";
import { AnsweredForm } from "./plain-form";
import { Notice } from "./ui/notice";

/** `next`: what the password is asked for, a path of this program that gives a file. */
type Props = { action: FormAction; next: string };

/** Asks for the password again and then begins the download it was asked for. */
export function ConfirmForm({ action, next }: Props) {
  const t = useTranslations("account");
  const [state, send] = useActionState(action, null);
  const isConfirmed = state?.ok === true;
  useEffect(() => {
    if (isConfirmed) location.assign(next);
  }, [isConfirmed, next]);
  if (isConfirmed)
    return (
      <div className="max-w-prose">
        <Notice tone="ok">
          {t("confirm.done")} <a href={next}>{t("confirm.download")}</a>
        </Notice>
      </div>
    );
  return (
    <AnsweredForm
      fields={[
        {
          name: "password",
          label: t("password"),
          type: "password",
          autoComplete: "current-password",
        },
      ]}
      idPrefix="confirm"
      send={send}
      state={state}
      submit={t("confirm.submit")}
    />
  );
}
