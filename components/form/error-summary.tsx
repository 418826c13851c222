"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useEffect, useRef } from "react";
import type { Issue } from "../../domain/issue";
import { inFormOrder } from "./in-form-order";
import { useFieldTitle } from "./use-field-title";

type Props = {
  formId: string;
  /** By the name of the field; "" = the form as a whole. */
  errors: Record<string, Issue[]>;
  failure: Issue | null;
};

/** Everything that is wrong, each a link to its field. It takes the focus each time it has something new to say. */
export function ErrorSummary({ formId, errors, failure }: Props) {
  const t = useTranslations();
  const titleOf = useFieldTitle();
  const box = useRef<HTMLDivElement>(null);
  const found = inFormOrder(errors).flatMap(([name, issues]) =>
    issues.map((issue) => ({ name, issue })),
  );
  const all = failure ? [{ name: "", issue: failure }, ...found] : found;
  const isEmpty = all.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a second failure is news although nothing else changes
  useEffect(() => {
    if (!isEmpty) box.current?.focus();
  }, [isEmpty, failure]);
  if (isEmpty) return null;
  return (
    <div className="notice notice-error mb-4" ref={box} role="alert" tabIndex={-1}>
      <p className="font-semibold">{t("form.errors", { count: all.length })}</p>
      <ul>
        {all.map(({ name, issue }) => (
          <li key={`${name} ${issue.code} ${JSON.stringify(issue.values)}`}>
            {name === "" ? (
              t(`issues.${issue.code}`, issue.values)
            ) : (
              <>
                <a
                  href={`#${formId}-${name}`}
                  onClick={(event) => goTo(event, `${formId}-${name}`)}
                >
                  {titleOf(name)}
                </a>
                {": "}
                {t(`issues.${issue.code}`, issue.values)}
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: MouseEvent, id: string): void {
  const field = document.getElementById(id);
  if (!field) return;
  event.preventDefault();
  for (let at = field.closest("details"); at; at = at.parentElement?.closest("details") ?? null)
    at.open = true;
  field.focus();
  field.scrollIntoView({ block: "center" });
}
