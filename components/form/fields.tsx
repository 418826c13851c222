"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Issue } from "../../domain/issue";
import { isMark, markId } from "../mark-notice";
import type { Meta } from "./editor-state";
import { FieldMarks } from "./field-marks";

type FieldProps = { meta: Meta<string>; label: string; hint?: ReactNode; className?: string };

/** One line of text, or several where `rows` are given. */
export function TextField(props: FieldProps & { rows?: number; placeholder?: string }) {
  const { meta, rows, placeholder } = props;
  const shared = {
    ...fieldAttributes(meta, props.hint),
    className: "input",
    defaultValue: meta.initialValue ?? "",
    placeholder,
  };
  return (
    <FieldFrame {...props}>
      {rows ? <textarea rows={rows} {...shared} /> : <input autoComplete="off" {...shared} />}
    </FieldFrame>
  );
}

export type Option = { value: string; label: string };

/** One of a list; `none` is what an empty choice is called, left out where there must be one. */
export function SelectField(props: FieldProps & { options: readonly Option[]; none?: string }) {
  const { meta, options, none } = props;
  const chosen = String(meta.initialValue ?? "");
  // What was sent and is not in the list stays visible beside its error.
  const isForeign = chosen !== "" && !options.some(({ value }) => value === chosen);
  return (
    <FieldFrame {...props}>
      <select className="input" defaultValue={chosen} {...fieldAttributes(meta, props.hint)}>
        {none !== undefined && <option value="">{none}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {isForeign && <option value={chosen}>{chosen.slice(0, 40)}</option>}
      </select>
    </FieldFrame>
  );
}

export function CheckField({ meta, label }: { meta: Meta<string>; label: string }) {
  return (
    <label className="check">
      <input
        defaultChecked={meta.initialValue === "on"}
        id={meta.id}
        name={meta.name}
        type="checkbox"
      />
      {label}
    </label>
  );
}

/** Several of a list. */
export function ChecksField(props: {
  meta: Meta<string[]>;
  legend: string;
  options: readonly Option[];
}) {
  const { meta, legend, options } = props;
  const chosen = [meta.initialValue ?? []].flat() as (string | undefined)[];
  return (
    <fieldset className="fieldset" id={meta.id} tabIndex={-1}>
      <legend>{legend}</legend>
      <div className="flex flex-wrap gap-x-4">
        {options.map(({ value, label }) => (
          <label className="check" key={value}>
            <input
              defaultChecked={chosen.includes(value)}
              name={meta.name}
              type="checkbox"
              value={value}
            />
            {label}
          </label>
        ))}
      </div>
      <FieldErrors meta={meta} />
    </fieldset>
  );
}

export function HiddenField({ meta }: { meta: Meta<string> }) {
  return <input defaultValue={meta.initialValue ?? ""} name={meta.name} type="hidden" />;
}

/** The label above a field and what is to be said below it. */
export function FieldFrame({
  meta,
  label,
  hint,
  className = "",
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className={`field ${className}`}>
      <label className="field-label" htmlFor={meta.id}>
        {label}
      </label>
      {children}
      {hint && (
        <span className="field-hint" id={meta.descriptionId}>
          {hint}
        </span>
      )}
      <FieldErrors meta={meta} />
    </div>
  );
}

function FieldErrors({ meta }: { meta: Meta<string> | Meta<string[]> }) {
  const texts = useErrorTexts({ errors: meta.errors?.filter((issue) => !isMark(issue)) });
  return (
    <>
      {texts.length > 0 && (
        <span className="field-error" id={meta.errorId}>
          {texts.join(" ")}
        </span>
      )}
      <FieldMarks meta={meta} />
    </>
  );
}

export function useErrorTexts(meta: { errors?: Issue[] }): string[] {
  const t = useTranslations("issues");
  return (meta.errors ?? []).map(({ code, values }) => t(code, values));
}

/** What ties a field to its label, hint and errors. */
export function fieldAttributes(meta: Meta<string>, hint: ReactNode) {
  const errorIds = (meta.errors ?? []).map((issue) =>
    isMark(issue) ? markId(meta, issue) : meta.errorId,
  );
  const by = [...new Set([hint && meta.descriptionId, ...errorIds])].filter(Boolean).join(" ");
  return {
    "aria-describedby": by || undefined,
    "aria-invalid": meta.errors ? true : undefined,
    id: meta.id,
    name: meta.name,
  };
}
