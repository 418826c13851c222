"use client";

import { useTranslations } from "next-intl";
import type { FormState } from "./form-state";
import { isMark, KeepField, MarkNotice, markOf } from "./mark-notice";

type Props = {
  state: FormState;
  field: { id: string; name: string };
  /** Of marks in texts that are not in this form: the button that has them all redacted. */
  redactAll?: string;
};

/**
 * What may be done with the marked words of a field of a plain form, below the field, and the reasons given before
 * for words that are not asked for now. One of a form.
 */
export function PlainMarks({ state, field, redactAll }: Props) {
  const t = useTranslations("personalData");
  if (state === null || state.ok) return null;
  const { issues, typed } = state;
  const marks = issues.filter((issue) => isMark(issue) && issue.path === field.name);
  const others =
    redactAll === undefined ? [] : issues.filter((one) => isMark(one) && one.path !== field.name);
  const beyond = new Map(others.map((issue) => [markOf(issue).mark, issue]));
  const asked = new Set([...marks, ...others].map((issue) => markOf(issue).mark));
  const kept = Object.keys(typed)
    .map((name) => /^keep\.(\w+)\.words$/.exec(name)?.[1] ?? "")
    .filter((mark) => mark !== "" && !asked.has(mark) && typed[`keep.${mark}.reason`]);
  if (asked.size + kept.length === 0) return null;
  return (
    <div className="grid gap-2">
      {/* What Enter in a field of one line presses, and not the button that redacts. */}
      <button aria-hidden="true" className="visually-hidden" tabIndex={-1} type="submit" />
      {marks.map((issue) => {
        const { mark, words } = markOf(issue);
        return (
          <MarkNotice
            field={field}
            issue={issue}
            key={`${mark} ${words}`}
            reason={typed[`keep.${mark}.reason`] ?? ""}
          />
        );
      })}
      {[...beyond].map(([mark, issue]) => (
        <div key={mark}>
          <MarkNotice field={null} issue={issue} reason={typed[`keep.${mark}.reason`] ?? ""} />
        </div>
      ))}
      {beyond.size > 0 && (
        <p>
          <button className="btn" name="redactAll" type="submit" value="yes">
            {redactAll}
          </button>
        </p>
      )}
      {kept.map((mark) => (
        <KeepField
          hint={t("keptHint")}
          key={mark}
          kind={typed[`keep.${mark}.kind`] ?? ""}
          label={t("keptLabel", { words: (typed[`keep.${mark}.words`] ?? "").slice(0, 80) })}
          mark={mark}
          reason={typed[`keep.${mark}.reason`] ?? ""}
          words={typed[`keep.${mark}.words`] ?? ""}
        />
      ))}
      <p className="muted small">{t("limits")}</p>
    </div>
  );
}
