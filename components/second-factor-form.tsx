"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import { renderSVG } from "uqr";
import type { Issue } from "../domain/issue";
import { IssuesNotice, Notice } from "./ui/notice";

/** How far the set-up has come. `address`: the otpauth address with the key; `codes`: the recovery codes. */
export type FactorState = {
  step: "begin" | "confirm" | "on";
  address?: string;
  codes?: string[];
  issues: Issue[];
};
type FactorAction = (state: FactorState, form: FormData) => Promise<FactorState>;

type Props = { action: FactorAction };

/** Sets up a second factor: the password, then the key in an app and the recovery codes on paper, then a first code. */
export function SecondFactorForm({ action }: Props) {
  const t = useTranslations("account");
  const [state, send, isPending] = useActionState(action, { step: "begin", issues: [] });
  if (state.step === "on") return <Notice tone="ok">{t("own.factorOnNow")}</Notice>;
  if (state.step === "begin")
    return (
      <form action={send} className="grid max-w-md gap-3">
        <FactorField
          issues={state.issues}
          label={t("password")}
          name="password"
          autoComplete="current-password"
          type="password"
        />
        <p>
          <button className="btn btn-primary" disabled={isPending} type="submit">
            {t("own.factorStart")}
          </button>
        </p>
      </form>
    );
  const address = state.address ?? "";
  return (
    <form action={send} className="grid max-w-md gap-3">
      <p>{t("own.factorScan")}</p>
      <div
        aria-label={t("own.qr")}
        className="w-48 rounded bg-white p-2"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here from our own text, no markup of others in it
        dangerouslySetInnerHTML={{ __html: renderSVG(address) }}
        role="img"
      />
      <p>
        {t("own.factorSecret")}:{" "}
        <code className="break-all">{new URL(address).searchParams.get("secret")}</code>
      </p>
      <h3>{t("own.factorCodes")}</h3>
      <p className="muted">{t("own.factorCodesHint")}</p>
      <ul className="grid grid-cols-2 gap-1 font-mono">
        {state.codes?.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <FactorField
        autoComplete="one-time-code"
        hint={t("own.factorCodeHint")}
        issues={state.issues}
        label={t("code")}
        name="code"
        type="text"
      />
      <p>
        <button className="btn btn-primary" disabled={isPending} type="submit">
          {t("own.factorConfirm")}
        </button>
      </p>
    </form>
  );
}

function FactorField(props: {
  name: string;
  label: string;
  type: string;
  autoComplete: string;
  hint?: ReactNode;
  issues: Issue[];
}) {
  const t = useTranslations();
  const { name, label, type, autoComplete, hint, issues } = props;
  const errors = issues.filter(({ path }) => path === name);
  return (
    <>
      <IssuesNotice issues={issues.filter(({ path }) => path !== name)} />
      <div className="field">
        <label className="field-label" htmlFor={`factor-${name}`}>
          {label}
        </label>
        <input
          aria-describedby={`factor-${name}-hint factor-${name}-error`}
          aria-invalid={errors.length > 0 || undefined}
          autoComplete={autoComplete}
          className="input"
          id={`factor-${name}`}
          key={name}
          name={name}
          type={type}
        />
        {hint && (
          <span className="field-hint" id={`factor-${name}-hint`}>
            {hint}
          </span>
        )}
        {errors.map(({ code, values }) => (
          <span className="field-error" id={`factor-${name}-error`} key={code}>
            {t(`issues.${code}`, values)}
          </span>
        ))}
      </div>
    </>
  );
}
