"use server";

import { setImmediate } from "node:timers/promises";
import { redirect } from "next/navigation";
import type { ReadState } from "../../../components/article/read-state";
import { SHOWN_FIELD } from "../../../components/article/read-state";
import type { FormState } from "../../../components/form-state";
import { createArticleDraft } from "../../../db/commands/create-article-draft";
import { discardArticleDraft } from "../../../db/commands/discard-article-draft";
import { articleMarks } from "../../../db/guard-article";
import { articleFactsSchema, blankArticle } from "../../../domain/article/article-case";
import { findWords } from "../../../domain/find-words";
import type { Issue } from "../../../domain/issue";
import type { Keep } from "../../../domain/keep";
import { articleTexts } from "../../../domain/personal-data/article-texts";
import { freeText } from "../../../domain/personal-data/free-texts";
import { type MarkKind, REDACTED } from "../../../domain/personal-data/mark";
import { redactWords } from "../../../domain/redact-words";
import { parseTypedDate } from "../../../domain/typed-date";
import { issuesOf } from "../../../domain/zod-issues";
import { answerForm } from "../../_server/answer-form";
import { readKeep } from "../../_server/read-keep";
import { runAction } from "../../_server/run-action";
import { currentActor, issueOf } from "../../_server/session";
import { getStore } from "../../_server/store";
import { readNewSource } from "./read-cases";
import { readIntoCases } from "./read-into-cases";
import { readTyped } from "./read-typed";

/** A name that is replaced may uncover another beside it; more often than this nothing is left. */
const ROUNDS = 4;

/**
 * Reads an article into drafts and goes there. Before anything is stored, words that may tell who somebody is are shown
 * once; with the next sending they are replaced, but for those that are kept with a reason.
 */
export async function readArticleAction(
  _state: ReadState | null,
  data: FormData,
): Promise<ReadState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const refused = await issueOf(actor, "article.draft");
  const { keep, typed: kept, atField } = readKeep(data);
  const { typed, issues } = refused ? noArticle(refused) : await readTyped(data);
  const refuse = (found: readonly Issue[], marks: ReadState["marks"] = []): ReadState => ({
    issues: found.map(atField),
    marks,
    typed,
  });
  if (issues.length > 0) return refuse(issues);
  const { date: published, issues: ofDate } = parseTypedDate(typed.published);
  if (ofDate.length > 0) return refuse(ofDate.map((issue) => ({ ...issue, path: "published" })));

  const { text, ...facts } = typed;
  // What no source may say is not put aside either, as an address with a password in it.
  const { issues: ofSource } = readNewSource({ ...blankArticle, ...facts }, "");
  if (ofSource.length > 0)
    return refuse(ofSource.map((issue) => ({ ...issue, path: issue.path.replace("facts.", "") })));
  const known = articleFactsSchema.safeParse({ ...blankArticle, ...facts });
  if (!known.success) return refuse(issuesOf(known.error));
  let work = { text, article: { ...blankArticle, ...facts } };
  const marksOf = async (given: typeof work, kept: readonly Keep[]) => {
    // Of a long text it takes a while, and others are to be served in between.
    await setImmediate();
    return articleMarks([freeText("text", given.text), ...articleTexts(given.article, [])], kept);
  };
  const found = await marksOf(work, keep);
  const wrong = found.filter(({ values }) => values?.mark === undefined);
  if (wrong.length > 0) return refuse(wrong);
  const shown = new Set(data.getAll(SHOWN_FIELD));
  // Those kept by a reason are shown again beside new ones, for the reason may be changed.
  const all = await marksOf(work, []);
  const once = [...new Map(all.map((issue) => [issue.values!.mark, issue])).values()];
  if (found.some(({ values }) => !shown.has(String(values?.mark))))
    return refuse(
      [],
      once.map((issue) => ({
        issue,
        times: Math.max(1, findWords(text, String(issue.values!.words)).length),
        reason: kept[`keep.${issue.values!.mark}.reason`] ?? "",
      })),
    );

  let marks = found;
  for (let round = 0; round < ROUNDS && marks.length > 0; round++) {
    work = redacted(work, marks);
    marks = await marksOf(work, keep);
  }
  const { cases, language } = await readIntoCases(store, actor, work.text, { ...facts, published });
  const article = { ...work.article, language: facts.language || language };
  const done = await runAction(() =>
    createArticleDraft(store, { text: work.text, article, cases, keep }, actor),
  );
  if (!done.ok) return refuse(done.issues);
  redirect(`/incidents/from-article/${done.value.id}`);
}

/** Throws away an article that was put aside. */
export async function discardArticleAction(_state: FormState, data: FormData): Promise<FormState> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const refused = await issueOf(actor, "article.draft");
  if (refused) return { ok: false, issues: [refused], typed: {} };
  const answer = await answerForm(data, ({ id = "" }) => discardArticleDraft(store, { id }, actor));
  if (answer?.ok) redirect("/incidents/from-article");
  return answer;
}

/** Longer words first: of a whole name no part may be left. Addresses on the web are not changed, they would lead nowhere. */
function redacted<Work extends { text: string; article: { title: string; publisher: string } }>(
  work: Work,
  marks: readonly Issue[],
): Work {
  const words = marks
    .filter(({ path }) => path !== "facts.url")
    .map(({ values }) => ({ words: String(values!.words), kind: values!.kind as MarkKind }))
    .sort((a, b) => b.words.length - a.words.length);
  const replace = (given: string) =>
    words.reduce((text, { words: one, kind }) => redactWords(text, one, REDACTED[kind]), given);
  const { title, publisher } = work.article;
  return {
    ...work,
    text: replace(work.text),
    article: { ...work.article, title: replace(title), publisher: replace(publisher) },
  };
}

function noArticle(issue: Issue) {
  const { keepsText: _keeps, source: _source, ...facts } = blankArticle;
  return { typed: { ...facts, text: "" }, issues: [issue] };
}
