"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { TOKEN_DAYS, TOKEN_SCOPES } from "../domain/api-token";
import type { FormState } from "./form-state";
import { AnsweredForm } from "./plain-form";
import { Notice } from "./ui/notice";

/** As of any form; `token` is the one made, "" where none was. */
export type TokenState = (NonNullable<FormState> & { token: string }) | null;

type Props = { action: (state: TokenState, form: FormData) => Promise<TokenState> };

/** Makes a token and shows it, which is never done again. */
export function TokenForm({ action }: Props) {
  const t = useTranslations("account");
  const [made, send] = useActionState(action, null);
  return (
    <>
      {made?.ok && (
        <div className="mb-4 max-w-prose">
          <Notice tone="ok">
            <p>{t("token.made")}</p>
            <p className="mt-1 break-all font-mono select-all">{made.token}</p>
          </Notice>
        </div>
      )}
      <AnsweredForm
        fields={[
          { name: "name", label: t("token.name"), hint: t("token.nameHint"), autoComplete: "off" },
          {
            name: "scope",
            label: t("token.scope"),
            options: TOKEN_SCOPES.map((scope) => ({
              value: scope,
              label: t(`token.scopes.${scope}`),
            })),
          },
          {
            name: "days",
            label: t("token.days"),
            hint: t("token.daysHint", TOKEN_DAYS),
            value: "90",
            autoComplete: "off",
          },
          {
            name: "password",
            label: t("password"),
            type: "password",
            autoComplete: "current-password",
          },
        ]}
        idPrefix="token"
        send={send}
        state={made}
        submit={t("token.submit")}
      />
    </>
  );
}
