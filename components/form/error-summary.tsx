"use client";

import { useTranslations } from "next-intl";
import type { MouseEvent, Ref } from "react";
import type { Issue } from "../../domain/issue";
import { useFieldTitle } from "./use-field-title";

type Props = {
  formId: string;
  /** By the name of the field; "" = the form as a whole. */
  errors: Record<string, Issue[]>;
  failure: Issue | null;
  ref: Ref<HTMLDivElement>;
};

/** Everything that is wrong, each a link to its field. */
export function ErrorSummary({ formId, errors, failure, ref }: Props) {
  const t = useTranslations();
  const titleOf = useFieldTitle();
  const found = Object.entries(errors).flatMap(([name, issues]) =>
    issues.map((issue) => ({ name, issue })),
  );
  const all = failure ? [{ name: "", issue: failure }, ...found] : found;
  if (all.length === 0) return null;
  return (
    <div className="notice notice-error" ref={ref} role="alert" tabIndex={-1}>
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
