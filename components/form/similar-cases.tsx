"use client";

import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import type { Issue } from "../../domain/issue";
import {
  ANSWER_FIELD,
  ANSWER_REASON_FIELD,
  SIMILAR_ANSWERS,
  type SimilarAnswer,
} from "../../domain/similarity/similar-answer";
import type { SimilarIncident } from "../../domain/similarity/similar-incident";
import { SimilarIncidents } from "../similar-incidents";
import type { SimilarAsked } from "./editor-state";

type Props = {
  /** What was found when the form was sent. */
  asked: SimilarAsked | undefined;
  /** Looks again, for what is typed now. */
  find: FindSimilarCases;
};

export type FindSimilarCases = (
  state: null,
  data: FormData,
) => Promise<{ similar: SimilarIncident[] }>;

/**
 * What may be the same case as the one that is typed, each with what is to be said of it: looked for whenever typing
 * stops, and when the form is sent, which works before any script has arrived.
 */
export function SimilarCases({ asked, find }: Props) {
  const t = useTranslations("similar");
  const [found, setFound] = useState<SimilarIncident[] | null>(null);
  const box = useFindOnTyping(find, setFound);
  const similar = [...(found ?? [])];
  // What the answer to the sent form asks stays until it is sent again.
  for (const one of asked?.similar ?? [])
    if (!similar.some(({ ref }) => ref === one.ref)) similar.push(one);
  return (
    <div ref={box}>
      <p className={similar.length > 0 ? "mt-6 font-semibold" : undefined} role="status">
        {similar.length > 0 && t("found", { count: similar.length })}
      </p>
      {similar.length > 0 && (
        <section aria-label={t("title")} className="notice notice-warn mt-2 grid gap-3">
          <p>{t("ask")}</p>
          <SimilarIncidents
            answers={({ ref }) => (
              <Answer
                answer={asked?.answers.find((one) => one.ref === ref)}
                incident={ref}
                issues={asked?.issues.filter(({ path }) => path.endsWith(`:${ref}`)) ?? []}
              />
            )}
            similar={similar}
          />
        </section>
      )}
    </div>
  );
}

type AnswerProps = { incident: string; answer: SimilarAnswer | undefined; issues: Issue[] };

function Answer({ incident, answer, issues }: AnswerProps) {
  const t = useTranslations();
  const id = useId();
  return (
    <fieldset className="grid gap-1.5">
      <legend className="visually-hidden">{t("similar.whatIs", { ref: incident })}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {SIMILAR_ANSWERS.map((one) => (
          <label className="check" key={one}>
            <input
              defaultChecked={answer?.is === one}
              name={ANSWER_FIELD + incident}
              type="radio"
              value={one}
            />
            {t(`similar.answer.${one}`)}
          </label>
        ))}
      </div>
      <div className="field">
        <label className="field-label" htmlFor={id}>
          {t("similar.reasonIfNot")}
        </label>
        <input
          aria-describedby={`${id}-error`}
          aria-invalid={issues.length > 0 || undefined}
          className="input"
          defaultValue={answer?.reason}
          id={id}
          name={ANSWER_REASON_FIELD + incident}
        />
        <span id={`${id}-error`}>
          {issues.map(({ code, values }) => (
            <span className="field-error block" key={code}>
              {t(`issues.${code}`, values)}
            </span>
          ))}
        </span>
      </div>
    </fieldset>
  );
}

/** So long after the last key it is looked again. */
const PAUSE_MS = 1_200;

function useFindOnTyping(find: Props["find"], put: (found: SimilarIncident[]) => void) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout>;
    let turn = 0;
    const look = async () => {
      const mine = ++turn;
      // Where the connection fails, sending the form asks all the same.
      const found = await find(null, new FormData(form)).catch(() => null);
      if (found !== null && mine === turn) put(found.similar);
    };
    const wait = (event: Event) => {
      if (box.current?.contains(event.target as Node)) return;
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
    };
    form.addEventListener("input", wait);
    form.addEventListener("change", wait);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", wait);
      form.removeEventListener("change", wait);
    };
  }, [find, put]);
  return box;
}
