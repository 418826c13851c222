"use client";

import { useFormMetadata } from "@conform-to/react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { incidentFormSchema, type KeepForm } from "../../domain/incident-form";
import type { Issue } from "../../domain/issue";
import { isMark, KeepField, MarkNotice, markOf } from "../mark-notice";
import type { Meta } from "./editor-state";
import { inFormOrder } from "./in-form-order";
import { useFieldTitle } from "./use-field-title";

/** What may be done with the marked words of one field. A reason to keep them is asked for at the first that has them. */
export function FieldMarks({ meta }: { meta: Meta<string> | Meta<string[]> }) {
  const { errors, keep } = useMarks();
  const titleOf = useFieldTitle();
  const marks = (meta.errors ?? []).filter(isMark);
  return marks.map((issue) => {
    const { mark, words } = markOf(issue);
    const [first] = errors.find(([, issues]) =>
      issues.some((one) => markOf(one).mark === mark),
    ) ?? [meta.name];
    return (
      <MarkNotice
        elsewhere={titleOf(first)}
        field={{ id: meta.id, name: meta.name }}
        issue={issue}
        key={`${mark} ${words}`}
        reason={first === meta.name ? (keep[mark]?.reason ?? "") : undefined}
      />
    );
  });
}

/** The reasons given before, for words that are not asked for now: they must be sent again, and can be changed. */
export function KeptMarks() {
  const t = useTranslations("personalData");
  const { errors, keep } = useMarks();
  // Once given, a reason can be emptied without its field going away under the hand.
  const [given] = useState(() => new Set<string>());
  const asked = new Set(errors.flatMap(([, issues]) => issues.map((one) => markOf(one).mark)));
  for (const [mark, { reason }] of Object.entries(keep)) if (reason.trim() !== "") given.add(mark);
  const kept = Object.entries(keep).filter(([mark]) => !asked.has(mark) && given.has(mark));
  return (
    <>
      {kept.length > 0 && (
        <fieldset className="fieldset mt-6">
          <legend>{t("kept")}</legend>
          <div className="grid gap-3">
            {kept.map(([mark, { kind, words, reason }]) => (
              <KeepField
                hint={t("keptHint")}
                key={mark}
                label={t("keptLabel", { words: words.slice(0, 80) })}
                {...{ mark, kind, words, reason }}
              />
            ))}
          </div>
        </fieldset>
      )}
      <p className="muted small mt-6 max-w-[90ch]">{t("limits")}</p>
    </>
  );
}

/** Every mark of the form by the name of its field, and the reasons to keep words as they stand now. */
function useMarks(): { errors: [string, Issue[]][]; keep: KeepForm } {
  const metadata = useFormMetadata();
  const allErrors = metadata.allErrors as unknown as Record<string, Issue[]>;
  const errors = inFormOrder(allErrors).map(([name, issues]): [string, Issue[]] => [
    name,
    issues.filter(isMark),
  ]);
  return { errors, keep: incidentFormSchema.parse(metadata.value as unknown).keep };
}
