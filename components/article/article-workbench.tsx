"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import type { ArticleCase, ArticleSpan } from "../../domain/article/article-case";
import type { ArticleCheck } from "../../domain/article/case-check";
import { addCase, nextKey, setWords } from "../../domain/article/change-cases";
import { factsOf } from "../../domain/article/facts-of";
import { findWords } from "../../domain/find-words";
import { type MarkKind, REDACTED } from "../../domain/personal-data/mark";
import { parseTypedDate } from "../../domain/typed-date";
import { UnsavedGuard } from "../form/unsaved-guard";
import { isMark } from "../mark-notice";
import { IssuesNotice, Notice } from "../ui/notice";
import { AcceptedList } from "./accepted-list";
import { ArticleFactsForm } from "./article-facts-form";
import { ArticleText } from "./article-text";
import { CaseCard } from "./case-card";
import { DraftMarks } from "./draft-marks";
import { type FactLook, FactLookProvider } from "./fact-row";
import { goToDraft } from "./go-to-draft";
import { issuesByFact } from "./issues-by-fact";
import { SelectionTools } from "./selection-tools";
import { type ArticleActions, useArticleWork } from "./use-article-work";
import { useCaseEdits } from "./use-case-edits";
import { useKeptFocus } from "./use-kept-focus";
import { WorkBar } from "./work-bar";
import type { ArticleEdit } from "./work-state";

type Props = {
  begun: ArticleEdit & { id: string; version: number; text: string; check: ArticleCheck };
  actions: ArticleActions;
  countries: readonly { value: string; label: string }[];
};

/** An article beside the drafts of incidents that were read from it, to be checked, changed and accepted. */
export function ArticleWorkbench({ begun, actions, countries }: Props) {
  const t = useTranslations("article");
  const router = useRouter();
  const work = useArticleWork(begun, actions);
  const { edit, text, check, issues, change } = work;
  const { article, cases } = edit;
  const [active, setActive] = useState<string | null>(null);
  const [chosen, setChosen] = useState<{ span: ArticleSpan; text: string } | null>(null);
  // Of a text in which words were replaced since, the offsets are others.
  const selected = chosen?.text === text ? chosen.span : null;
  const select = useCallback((span: ArticleSpan) => setChosen({ span, text }), [text]);
  const facts = useMemo(() => factsOf(cases), [cases]);
  const box = useRef<HTMLDivElement>(null);
  useKeptFocus(box);
  const [said, setSaid] = useState({ text: "", nth: 0 });
  const say = useCallback((text: string) => setSaid(({ nth }) => ({ text, nth: nth + 1 })), []);
  const published = useMemo(() => parseTypedDate(article.published).date, [article.published]);

  const changeCases = useCallback(
    (make: (now: readonly ArticleCase[]) => ArticleCase[]) =>
      change((now) => ({ ...now, cases: make(now.cases) })),
    [change],
  );
  const edits = useCaseEdits(changeCases, say);
  const add = (spans: ArticleSpan[]) =>
    changeCases((now) => {
      goToDraft(nextKey("c", now));
      return addCase(now, spans);
    });
  const redact = async (words: string, kind: MarkKind) => {
    const times = findWords(text, words).length;
    if (await work.redact(words, kind))
      say(t("said.redacted", { times, replacement: REDACTED[kind] }));
  };
  const acceptAloud = async () => {
    const isAccepted = await work.accept();
    if (isAccepted) say(t("said.accepted"));
    else if (isAccepted === false)
      requestAnimationFrame(() =>
        document.querySelector<HTMLElement>("[data-fact]:has(> .field-error)")?.focus(),
      );
  };
  const { undo } = work;
  const undoAloud = () => {
    undo?.();
    say(t("said.undone"));
  };
  const titles = useMemo(
    () =>
      cases.map(({ key, title }, at) => ({
        key,
        label: t("join.into", { number: at + 1, title }),
      })),
    [cases, t],
  );

  const putAside = async () => {
    const answer = await work.save();
    if (answer?.version) router.push("/incidents/from-article");
  };

  const open = useCallback((fact: string) => {
    const row = document.querySelector<HTMLElement>(`[data-fact="${CSS.escape(fact)}"]`);
    const folded = row?.querySelector("details");
    if (folded) folded.open = true;
    row?.scrollIntoView({ block: "center" });
    row?.querySelector<HTMLElement>("input, select")?.focus({ preventScroll: true });
  }, []);

  const byFact = useMemo(() => issuesByFact(cases, check, issues), [cases, check, issues]);
  const look: FactLook = {
    active,
    look: setActive,
    take: selected && ((fact) => changeCases((now) => setWords(now, fact, selected, text))),
    issues: byFact,
  };
  const marks = issues.filter(isMark);
  const others = issues.filter((issue) => !isMark(issue) && !/^cases\.\d+/.test(issue.path));
  return (
    <FactLookProvider value={look}>
      <UnsavedGuard active={!KEPT.includes(work.saving)} />
      <p className="visually-hidden" role="status">
        <span key={said.nth}>{said.text}</span>
      </p>
      <div ref={box} tabIndex={-1}>
        <AcceptedList refs={work.accepted} />
        <DraftMarks marks={marks} onKeep={work.keepWords} onRedact={redact} />
        <IssuesNotice issues={[...others, ...check.issues]} />
        {published === null && <Notice tone="warn">{t("noPublication")}</Notice>}
        <a className="skip-link" href="#drafts">
          {t("toDrafts")}
        </a>
        <div className="article-work">
          <a className="visually-hidden" href="#drafts">
            {t("toDrafts")}
          </a>
          <div className="article-side">
            <ArticleFactsForm
              article={article}
              onChange={(fields) =>
                change((now) => ({
                  cases: redated(now, fields),
                  article: { ...now.article, ...fields },
                }))
              }
              sources={check.sources}
            />
            <SelectionTools
              onCase={(span) => add([span])}
              onRedact={redact}
              selected={selected}
              text={text}
            />
            <ArticleText
              active={active}
              facts={facts}
              onLook={setActive}
              onOpen={open}
              onSelect={select}
              text={text}
            />
          </div>
          <section
            aria-label={t("drafts", { count: cases.length })}
            className="grid min-w-0 grid-cols-[minmax(0,1fr)] content-start gap-3"
            id="drafts"
            tabIndex={-1}
          >
            {cases.length === 0 && <div className="card empty">{t("noDrafts")}</div>}
            {cases.map((one, at) => (
              <CaseCard
                check={check.cases.find(({ key }) => key === one.key)}
                countries={countries}
                edits={edits}
                key={one.key}
                number={at + 1}
                one={one}
                published={published}
                titles={titles}
              />
            ))}
            <p>
              <button className="btn" onClick={() => add(selected ? [selected] : [])} type="button">
                {t("addDraft")}
              </button>
            </p>
          </section>
        </div>
        <WorkBar
          count={cases.filter(({ isTaken }) => isTaken).length}
          onAccept={acceptAloud}
          onPutAside={putAside}
          onSave={work.save}
          onUndo={undo && undoAloud}
          saving={work.saving}
        />
      </div>
    </FactLookProvider>
  );
}

const KEPT = ["kept", "unaccepted"];

/** Days that were reckoned from another day of publication are reckoned anew. */
function redated(now: ArticleEdit, fields: Partial<ArticleEdit["article"]>): ArticleCase[] {
  if (fields.published === undefined || fields.published === now.article.published)
    return now.cases;
  return now.cases.map((one) => ({
    ...one,
    events: one.events.map((event) =>
      event.read?.basis === "derived" ? { ...event, read: null } : event,
    ),
  }));
}
