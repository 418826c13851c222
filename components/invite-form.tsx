"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useState } from "react";
import { ACCOUNT_ROLES } from "../domain/account";
import type { FormState } from "./form-state";
import { AnsweredForm } from "./plain-form";
import { Notice } from "./ui/notice";

/** As of any form; `link` is the path of the invitation made, "" where none was. */
export type InviteState = (NonNullable<FormState> & { link: string }) | null;

type Props = { action: (state: InviteState, form: FormData) => Promise<InviteState> };

/** Makes an invitation and shows its link, which is never shown again. */
export function InviteForm({ action }: Props) {
  const t = useTranslations("account");
  const [made, send] = useActionState(action, null);
  const [origin, setOrigin] = useState("");
  useEffect(() => setOrigin(location.origin), []);
  return (
    <>
      {made?.ok && (
        <div className="mb-4 max-w-prose">
          <Notice tone="ok">
            <p>{t("admin.invited", { email: made.typed.email ?? "" })}</p>
            <p className="mt-1 break-all font-mono select-all">
              {origin}
              {made.link}
            </p>
          </Notice>
        </div>
      )}
      <AnsweredForm
        fields={[
          { name: "email", label: t("email"), type: "email", autoComplete: "off" },
          {
            name: "role",
            label: t("admin.roleField"),
            options: ACCOUNT_ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) })),
          },
          {
            name: "password",
            label: t("ownPassword"),
            type: "password",
            hint: t("ownPasswordHint"),
            autoComplete: "current-password",
          },
        ]}
        send={send}
        state={made}
        submit={t("admin.inviteSubmit")}
      />
    </>
  );
}
