"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useActionState } from "react";
import type { FormAction, FormState } from "./form-state";
import { isMark } from "./mark-notice";
import { PlainMarks } from "./plain-marks";
import { IssuesNotice, Notice } from "./ui/notice";

export type PlainField = {
  name: string;
  label: string;
  type?: "text" | "email" | "password";
  autoComplete?: string;
  hint?: string;
  value?: string;
  /** Choose one of these instead of typing. */
  options?: { value: string; label: string }[];
};

type Props = Form & { action: FormAction };

type Form = {
  fields: PlainField[];
  hidden?: Record<string, string>;
  submit: string;
  /** Tells the fields of several forms of one page apart. */
  idPrefix?: string;
  /** Shown once it was done. */
  done?: ReactNode;
  danger?: boolean;
};

/** A short form of single-line fields: its mistakes beside the fields, nothing lost but passwords. */
export function PlainForm({ action, ...form }: Props) {
  const [state, send] = useActionState(action, null);
  return <AnsweredForm {...form} send={send} state={state} />;
}

/** The same where the page keeps what came of sending it. */
export function AnsweredForm({
  state,
  send,
  fields,
  hidden = {},
  submit,
  idPrefix = submit,
  done,
  danger,
}: Form & { state: FormState; send: (form: FormData) => void }) {
  const t = useTranslations();
  const issues = state?.issues ?? [];
  const names = fields.map(({ name }) => name);
  return (
    <form action={send} className="grid max-w-md gap-3">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} name={name} type="hidden" value={value} />
      ))}
      <IssuesNotice issues={issues.filter(({ path }) => !names.includes(path))} />
      {state?.ok && done && <Notice tone="ok">{done}</Notice>}
      {fields.map(({ name, label, type = "text", autoComplete, hint, value, options }) => {
        const errors = issues.filter(({ path }) => path === name);
        const id = `${idPrefix}-${name}`.replaceAll(/\W+/g, "-");
        const typed = type === "password" || state?.ok ? undefined : state?.typed[name];
        const common = {
          id,
          name,
          className: "input",
          "aria-invalid": errors.length > 0 || undefined,
          "aria-describedby": `${id}-hint ${id}-error`,
        };
        return (
          <div className="field" key={name}>
            <label className="field-label" htmlFor={id}>
              {label}
            </label>
            {options ? (
              <select {...common} defaultValue={typed ?? value} key={typed}>
                {options.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            ) : (
              <input
                {...common}
                autoCapitalize="off"
                autoComplete={autoComplete}
                defaultValue={typed ?? value}
                spellCheck={false}
                type={type}
              />
            )}
            {hint && (
              <span className="field-hint" id={`${id}-hint`}>
                {hint}
              </span>
            )}
            {errors
              .filter((issue) => !isMark(issue))
              .map(({ code, values }) => (
                <span className="field-error" id={`${id}-error`} key={code}>
                  {t(`issues.${code}`, values)}
                </span>
              ))}
            {(name === "reason" || errors.some(isMark)) && (
              <PlainMarks field={{ id, name }} state={state} />
            )}
          </div>
        );
      })}
      <p>
        <button className={danger ? "btn btn-danger" : "btn btn-primary"} type="submit">
          {submit}
        </button>
      </p>
    </form>
  );
}
