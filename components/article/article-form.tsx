"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useActionState, useEffect, useRef, useState, useTransition } from "react";
import { ARTICLE_LIMITS } from "../../domain/article/article-case";
import { READER_LANGUAGES } from "../../domain/extraction/drafts";
import { ACCESSES, SOURCE_KINDS } from "../../domain/vocabulary";
import { UnsavedGuard } from "../form/unsaved-guard";
import { useCodeOptions } from "../form/use-code-options";
import { isMark, KeepField, markOf } from "../mark-notice";
import { IssuesNotice, Notice } from "../ui/notice";
import { FileDrop } from "./file-drop";
import { type ArticleMark, type ArticleTyped, type ReadState, SHOWN_FIELD } from "./read-state";
import { TypedField } from "./typed-field";

type Props = { action: (state: ReadState | null, data: FormData) => Promise<ReadState> };

/** An article and what is known of it. Before any script has arrived it is posted as any form is. */
export function ArticleForm({ action }: Props) {
  const t = useTranslations();
  const [posted, post] = useActionState(action, null);
  const [answered, setAnswered] = useState<ReadState | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isTouched, setTouched] = useState(false);
  const [isReading, startReading] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  const state = answered ?? posted;
  const kinds = useCodeOptions("sourceKind", SOURCE_KINDS);
  const accesses = useCodeOptions("access", ACCESSES);

  // To what has to be seen to first.
  useEffect(() => {
    if (answered === null) return;
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong ?? form.current?.querySelector<HTMLElement>("[data-answer]"))?.focus();
  }, [answered]);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isReading) return;
    const data = new FormData(event.currentTarget);
    const { length } = String(data.get("text")).normalize("NFC").trim();
    const { text: max } = ARTICLE_LIMITS;
    // More may be larger than what can be sent at all.
    if (length > max) return setProblem(t("issues.article.too_long", { value: length, max }));
    setProblem(null);
    startReading(async () => {
      try {
        setAnswered(await action(null, data));
      } catch (error) {
        unstable_rethrow(error);
        setProblem(t("issues.form.not_sent"));
      }
    });
  }

  function fill(found: Partial<ArticleTyped>) {
    for (const [name, value] of Object.entries(found)) {
      const field = form.current?.elements.namedItem(name);
      const isField = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
      // What somebody typed is not written over by what a file says beside its text.
      if (isField && value && (name === "text" || field.value === "")) field.value = value;
    }
    setTouched(true);
  }

  const issues = state?.issues ?? [];
  const typed = state?.typed;
  const at = (path: string) => issues.filter((issue) => issue.path === path);
  const ofFields = Object.keys(typed ?? {});
  const field = (name: keyof ArticleTyped) => ({
    name,
    label: t(`article.fields.${name}`),
    value: typed?.[name] ?? "",
    issues: at(name),
  });
  return (
    <form
      action={post}
      className="grid max-w-3xl gap-4"
      onInput={() => setTouched(true)}
      onSubmit={send}
      ref={form}
    >
      <UnsavedGuard active={isTouched && !isReading} />
      {problem && <Notice tone="error">{problem}</Notice>}
      <div data-answer tabIndex={-1}>
        <IssuesNotice issues={issues.filter(({ path }) => !ofFields.includes(path))} />
        {state && state.marks.length > 0 && <Marks marks={state.marks} />}
      </div>
      <FileDrop onRead={fill} />
      <TypedField {...field("text")} hint={t("article.textHint")} rows={12} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TypedField {...field("published")} hint={t("article.publishedHint")} />
        <TypedField {...field("publisher")} />
        <TypedField {...field("title")} />
        <TypedField {...field("url")} />
        <TypedField
          {...field("language")}
          options={[
            { value: "", label: t("article.languageByScript") },
            ...READER_LANGUAGES.map((code) => ({
              value: code,
              label: t(`article.languages.${code}`),
            })),
          ]}
        />
        <TypedField {...field("kind")} options={kinds} value={typed?.kind ?? "news"} />
        <TypedField {...field("access")} options={accesses} value={typed?.access ?? "public"} />
      </div>
      <p className="flex flex-wrap items-center gap-3">
        <button aria-disabled={isReading} className="btn btn-primary" type="submit">
          {state && state.marks.length > 0 ? t("article.readReplaced") : t("article.read")}
        </button>
        <span className="muted small" role="status">
          {isReading && t("article.reading")}
        </span>
      </p>
    </form>
  );
}

/** What will be replaced, and why some of it may stay. */
function Marks({ marks }: { marks: readonly ArticleMark[] }) {
  const t = useTranslations("article.marks");
  const why = useTranslations("personalData.why");
  return (
    <section aria-labelledby="article-marks" className="notice notice-warn grid gap-3">
      <p className="font-semibold" id="article-marks">
        {t("title", { count: marks.length })}
      </p>
      <p>{t("text")}</p>
      <ul className="grid gap-3">
        {marks.map(({ issue, times, reason }) => {
          const { mark, words, kind, replacement, ...of } = markOf(issue);
          const short = words.slice(0, 80);
          return (
            <li className="grid gap-1" key={mark}>
              <input name={SHOWN_FIELD} type="hidden" value={mark} />
              <p>
                <strong>{short}</strong>{" "}
                {t(isMark(issue) ? "replaced" : "found", { times, replacement })}{" "}
                <span className="muted small">{why(of.why)}</span>
              </p>
              {issue.code === "personal_data.undecided" && (
                <KeepField label={t("keep", { words: short })} {...{ mark, kind, words, reason }} />
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
