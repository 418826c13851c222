"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useRef, useState } from "react";
import type { ArticleCase, ArticleSpan } from "../../domain/article/article-case";
import type { ArticleCheck } from "../../domain/article/case-check";
import {
  addCase,
  changeRow,
  joinCases,
  nextKey,
  setWords,
  splitCase,
} from "../../domain/article/change-cases";
import { factOfPath } from "../../domain/article/fact-of-path";
import { factsOf } from "../../domain/article/facts-of";
import { findWords } from "../../domain/find-words";
import type { Issue } from "../../domain/issue";
import { type MarkKind, REDACTED } from "../../domain/personal-data/mark";
import { parseTypedDate } from "../../domain/typed-date";
import { UnsavedGuard } from "../form/unsaved-guard";
import { isMark } from "../mark-notice";
import { IssuesNotice, Notice } from "../ui/notice";
import { AcceptedList } from "./accepted-list";
import { ArticleFactsForm } from "./article-facts-form";
import { ArticleText } from "./article-text";
import { CaseCard, type CaseEdits } from "./case-card";
import { DraftMarks } from "./draft-marks";
import { type FactLook, FactLookProvider } from "./fact-row";
import { SelectionTools } from "./selection-tools";
import { type ArticleActions, useArticleWork } from "./use-article-work";
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
  // The same for as long as nothing is changed: to point at a fact draws no draft anew.
  const edits = useMemo<CaseEdits>(
    () => ({
      change: (key, make) => changeCases((now) => changeRow(now, key, make)),
      join: (key, into) =>
        changeCases((now) => {
          say(t("said.joined", { from: numberOf(now, key), into: numberOf(now, into) }));
          goToDraft(into);
          return joinCases(now, key, into);
        }),
      remove: (key) =>
        changeCases((now) => {
          const at = numberOf(now, key);
          say(t("said.removed", { number: at }));
          goToDraft((now[at] ?? now[at - 2])?.key);
          return now.filter((one) => one.key !== key);
        }),
      split: (key, groups) =>
        changeCases((now) => {
          say(t("said.split", { number: numberOf(now, key) + 1 }));
          goToDraft(nextKey("c", now));
          return splitCase(now, key, groups);
        }),
    }),
    [changeCases, say, t],
  );
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
      <UnsavedGuard active={work.saving !== "kept"} />
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
          onAccept={work.accept}
          onPutAside={putAside}
          onSave={work.save}
          onUndo={undo && undoAloud}
          saving={work.saving}
        />
      </div>
    </FactLookProvider>
  );
}

function numberOf(cases: readonly ArticleCase[], key: string): number {
  return cases.findIndex((one) => one.key === key) + 1;
}

/** Once it is there. */
function goToDraft(key: string | undefined): void {
  requestAnimationFrame(() => {
    const draft = document.querySelector<HTMLElement>(key ? `[data-draft="${key}"]` : "#drafts");
    draft?.focus();
  });
}

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

/** What is wrong, by the fact at which it is shown: what was found with the last keeping, and what kept from accepting. */
function issuesByFact(
  cases: readonly ArticleCase[],
  check: ArticleCheck,
  issues: readonly Issue[],
): Map<string, Issue[]> {
  const found = new Map<string, Issue[]>();
  const add = (fact: string, issue: Issue) => {
    const known = found.get(fact) ?? [];
    if (known.some(({ code }) => code === issue.code)) return;
    found.set(fact, [...known, issue]);
  };
  for (const one of cases)
    for (const issue of check.cases.find(({ key }) => key === one.key)?.issues ?? [])
      add(factOfPath(one, issue.path), issue);
  for (const issue of issues) {
    const [, at, path = ""] = /^cases\.(\d+)\.?(.*)$/.exec(issue.path) ?? [];
    const one = cases[Number(at)];
    if (one && !isMark(issue)) add(factOfPath(one, path), issue);
  }
  return found;
}
