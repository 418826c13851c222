import { unstable_rethrow } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ArticleCheck } from "../../domain/article/case-check";
import { type DateRead, fillDates } from "../../domain/article/fill-dates";
import { redactArticle } from "../../domain/article/redact-article";
import type { Issue } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import { type MarkKind, REDACTED } from "../../domain/personal-data/mark";
import {
  type AcceptAnswer,
  type ArticleEdit,
  type ArticleSent,
  type RedactAnswer,
  type SaveAnswer,
  WORK_FIELD,
} from "./work-state";

type Action<Answer> = (state: null, data: FormData) => Promise<Answer>;

export type ArticleActions = {
  save: Action<SaveAnswer>;
  redact: Action<RedactAnswer>;
  accept: Action<AcceptAnswer>;
};

type Begun = ArticleEdit & { id: string; version: number; text: string; check: ArticleCheck };

/** So long after the last change it is kept. */
const PAUSE_MS = 900;
const MAX_UNDO = 50;

type Saving = "kept" | "waiting" | "sending" | "refused" | "failed" | "unaccepted";

/**
 * What a person makes of an article: it is kept by itself shortly after each change, every change can be taken back,
 * and one thing is sent at a time, so that no answer comes too late.
 */
export function useArticleWork(begun: Begun, actions: ArticleActions) {
  const [edit, setEdit] = useState<ArticleEdit>({ article: begun.article, cases: begun.cases });
  const [text, setText] = useState(begun.text);
  const [past, setPast] = useState<ArticleEdit[]>([]);
  const [check, setCheck] = useState(begun.check);
  const [saving, setSaving] = useState<Saving>("kept");
  const [issues, setIssues] = useState<Issue[]>([]);
  const [accepted, setAccepted] = useState<string[]>([]);
  const keep = useRef<Keep[]>([]);
  const version = useRef(begun.version);
  const latest = useRef(edit);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const textNow = useRef(begun.text);
  const isAccepting = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  /** Sends what is there when its turn comes. */
  const inTurn = useCallback(
    <Answer>(work: (sent: ArticleSent) => Promise<Answer>): Promise<Answer | null> => {
      const turn = queue.current.then(async () => {
        setSaving("sending");
        const sent = {
          ...latest.current,
          id: begun.id,
          version: version.current,
          keep: keep.current,
        };
        try {
          return await work(sent);
        } catch (error) {
          unstable_rethrow(error);
          setSaving("failed");
          return null;
        }
      });
      // Whoever leads elsewhere is heard by the caller alone.
      queue.current = turn.catch(() => null);
      return turn;
    },
    [begun.id],
  );

  /** The server has kept them already. */
  const showDates = useCallback((dates: readonly DateRead[]) => {
    if (dates.length === 0) return;
    latest.current = { ...latest.current, cases: fillDates(latest.current.cases, dates) };
    setEdit(latest.current);
  }, []);

  const save = useCallback(() => {
    clearTimeout(timer.current);
    return inTurn(async (sent) => {
      const answer = await actions.save(null, formOf(sent));
      setIssues(answer.issues);
      if (answer.version !== null) {
        version.current = answer.version;
        keep.current = [];
      }
      if (answer.check) setCheck(answer.check);
      const isLatest =
        sent.cases === latest.current.cases && sent.article === latest.current.article;
      setSaving(answer.version === null ? "refused" : isLatest ? "kept" : "waiting");
      showDates(answer.dates);
      return answer;
    });
  }, [actions, inTurn, showDates]);

  const put = useCallback(
    (next: ArticleEdit) => {
      latest.current = next;
      setEdit(next);
      setSaving("waiting");
      clearTimeout(timer.current);
      timer.current = setTimeout(save, PAUSE_MS);
    },
    [save],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = useCallback(
    (make: (now: ArticleEdit) => ArticleEdit) => {
      const before = latest.current;
      setPast((steps) => [...steps.slice(1 - MAX_UNDO), before]);
      put(make(before));
    },
    [put],
  );

  const undo = useCallback(() => {
    const before = past.at(-1);
    if (!before) return;
    setPast(past.slice(0, -1));
    put(before);
  }, [past, put]);

  const keepWords = useCallback(
    (kept: Keep) => {
      keep.current = [...keep.current, kept];
      void save();
    },
    [save],
  );

  const redact = useCallback(
    async (words: string, kind: MarkKind) => {
      clearTimeout(timer.current);
      const answer = await inTurn((sent) => actions.redact(null, formOf({ ...sent, words, kind })));
      if (!answer) return false;
      if (!answer.ok) {
        setIssues(answer.issues);
        setSaving("refused");
        return false;
      }
      version.current = answer.version;
      keep.current = [];
      // What was typed meanwhile stays, without the words too.
      const { article, cases } = redactArticle(
        { ...latest.current, text: textNow.current },
        words,
        REDACTED[kind],
      );
      textNow.current = answer.text;
      setText(answer.text);
      put({ article, cases });
      // What was taken away must not come back by undoing.
      setPast([]);
      setIssues([]);
      await save();
      return true;
    },
    [actions, inTurn, put, save],
  );

  const accept = useCallback(async () => {
    // What is left after accepting is ticked again: a second click must not take it too.
    if (isAccepting.current) return null;
    isAccepting.current = true;
    try {
      clearTimeout(timer.current);
      const done = await inTurn(async (sent) => ({
        sent,
        answer: await actions.accept(null, formOf(sent)),
      }));
      if (!done) return null;
      const { sent, answer } = done;
      if (answer.version !== null) {
        version.current = answer.version;
        keep.current = [];
      }
      if (!answer.ok) {
        setIssues(answer.issues);
        setSaving(answer.version === null ? "refused" : "unaccepted");
        showDates(answer.dates);
        return false;
      }
      const { article, cases } = latest.current;
      const taken = new Set(sent.cases.flatMap(({ key, isTaken }) => (isTaken ? [key] : [])));
      put({
        article: { ...article, source: answer.source },
        // What was typed meanwhile stays, but for what was taken.
        cases: cases.flatMap((one) => (taken.has(one.key) ? [] : { ...one, isTaken: true })),
      });
      setPast([]);
      setIssues([]);
      setAccepted((before) => [...before, ...answer.refs]);
      await save();
      return true;
    } finally {
      isAccepting.current = false;
    }
  }, [actions, inTurn, put, save, showDates]);

  return {
    ...{ edit, text, check, saving, issues, accepted, change, save, redact, keepWords, accept },
    undo: past.length > 0 ? undo : null,
  };
}

function formOf(sent: ArticleSent & { words?: string; kind?: string }): FormData {
  const data = new FormData();
  data.set(WORK_FIELD, JSON.stringify(sent));
  return data;
}

export type ArticleWork = ReturnType<typeof useArticleWork>;
