"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Issue } from "../domain/issue";
import { redactWords } from "../domain/redact-words";

type Props = {
  /** One of `personal_data.blocked` and `personal_data.undecided`. */
  issue: Issue;
  /** Where its text is; null where it stands in no field of this form. */
  field: { id: string; name: string } | null;
  /** What was typed as the reason to keep the words; undefined where it is asked for at another field. */
  reason: string | undefined;
  /** That other field. */
  elsewhere?: string;
};

/** What may be done with words that the personal-data guard marks, right below their field. */
export function MarkNotice({ issue, field, reason, elsewhere }: Props) {
  const t = useTranslations("personalData");
  const issueText = useTranslations("issues");
  // A new answer of the server is another issue, so that the same words are asked for again.
  const [redacted, setRedacted] = useState<Issue | null>(null);
  const { kind, why, words, replacement, mark } = markOf(issue);
  const quoted = words.length > 80 ? `${words.slice(0, 79)}…` : words;
  const values = { words: quoted, replacement };

  function redactHere(event: { preventDefault(): void }) {
    const element = field && document.getElementById(field.id);
    if (!isTextField(element)) return;
    event.preventDefault();
    writeInto(element, redactWords(element.value, words, replacement));
    element.focus();
    setRedacted(issue);
  }

  return (
    <div className="mark">
      <p role="status">{redacted === issue && t("redacted", values)}</p>
      {redacted !== issue && (
        <>
          <p className="small">
            <span className="field-error" id={field ? markId(field, issue) : undefined}>
              {issueText(issue.code, issue.values)}
            </span>{" "}
            <span className="muted">{t(`why.${why}`)}</span>
          </p>
          {field && (
            <p>
              <button
                aria-label={`${t("redact", { replacement })}: ${quoted}`}
                className="btn btn-small"
                name="redact"
                onClick={redactHere}
                type="submit"
                value={`${kind} ${field.name} ${words}`}
              >
                {t("redact", { replacement })}
              </button>
            </p>
          )}
          {issue.code === "personal_data.undecided" &&
            (reason === undefined ? (
              <p className="muted small">
                {t("keepElsewhere", { ...values, field: elsewhere ?? "" })}
              </p>
            ) : (
              <KeepField
                hint={t("keepHint")}
                label={t("keep", values)}
                mark={mark}
                reason={reason}
                {...{ kind, words }}
              />
            ))}
        </>
      )}
    </div>
  );
}

type KeepProps = {
  mark: string;
  kind: string;
  words: string;
  reason: string;
  label: string;
  hint?: string;
};

/** Why marked words may stay, with what the form must send beside it. */
export function KeepField({ mark, kind, words, reason, label, hint }: KeepProps) {
  // Of several lines, since Enter in a single one would press the first button of a form.
  const id = useId();
  return (
    <div className="field max-w-prose">
      <input name={`keep.${mark}.kind`} type="hidden" value={kind} />
      <input name={`keep.${mark}.words`} type="hidden" value={words} />
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        aria-describedby={hint && `${id}-hint`}
        className="input"
        defaultValue={reason}
        id={id}
        name={`keep.${mark}.reason`}
        rows={1}
      />
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}

/** The id of what is said of the mark, for the field that it describes. */
export function markId(field: { id: string }, issue: Issue): string {
  return `${field.id}-${markOf(issue).mark}`;
}

/** True for an issue that is shown by a `MarkNotice`. */
export function isMark({ code }: Issue): boolean {
  return code === "personal_data.blocked" || code === "personal_data.undecided";
}

/** What an issue of the guard says of its mark. */
export function markOf({ values = {} }: Issue) {
  const text = (name: string) => String(values[name] ?? "");
  return {
    kind: text("kind"),
    why: text("why"),
    words: text("words"),
    replacement: text("replacement"),
    mark: text("mark"),
  };
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

function isTextField(element: Element | null): element is TextElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

/** As if it had been typed: whoever listens to the field hears of it. */
function writeInto(element: TextElement, text: string): void {
  element.value = text;
  element.dispatchEvent(new Event("input", { bubbles: true }));
}
