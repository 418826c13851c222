"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import {
  type AcceptAnswer,
  type RedactAnswer,
  type SaveAnswer,
  WORK_FIELD,
} from "../../../../components/article/work-state";
import { type AcceptedCase, acceptArticle } from "../../../../db/commands/accept-article";
import { redactArticleDraft } from "../../../../db/commands/redact-article-draft";
import { articleCasesSchema, articleFactsSchema } from "../../../../domain/article/article-case";
import { readChoice } from "../../../../domain/article/case-choice";
import { formPathOf } from "../../../../domain/form-reading";
import type { Issue } from "../../../../domain/issue";
import { issueUnder } from "../../../../domain/issue-under";
import { keepSchema } from "../../../../domain/keep";
import { MARK_KINDS } from "../../../../domain/personal-data/mark";
import { requiredText } from "../../../../domain/text";
import { runAction } from "../../../_server/run-action";
import { currentActor, issueOf } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { checkArticle } from "../check-article";
import { keepWork } from "../keep-work";
import { readCases } from "../read-cases";

const sentSchema = z.object({
  id: z.string().max(100),
  version: z.int().min(1),
  article: articleFactsSchema,
  cases: articleCasesSchema,
  keep: z.array(keepSchema).max(100),
});

const redactSchema = sentSchema.extend({
  words: requiredText(1_000),
  kind: z.enum(MARK_KINDS),
});

const NOT_AN_ARTICLE: Issue = { path: "", code: "article.not_sent" };

/** Keeps what was made of an article so far, and says what there is to say of it. */
export async function saveArticleAction(_state: null, sent: FormData): Promise<SaveAnswer> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const refused = await issueOf(actor, "article.draft");
  const none = { version: null, check: null, dates: [] };
  if (refused) return { ...none, issues: [refused] };
  const parsed = sentSchema.safeParse(workIn(sent));
  if (!parsed.success) return { ...none, issues: [NOT_AN_ARTICLE] };
  const { data } = parsed;
  const saved = await runAction(async () => {
    const { version, dates, ...kept } = await keepWork(store, actor, data);
    const work = { article: data.article, ...kept };
    const reading = await readCases(store, actor, work);
    return { version, dates, check: await checkArticle(store, actor, work, reading) };
  });
  return saved.ok ? { ...saved.value, issues: [] } : { ...none, issues: saved.issues };
}

/** Replaces words wherever they stand in an article and in what was made of it. */
export async function redactArticleAction(_state: null, sent: FormData): Promise<RedactAnswer> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const refused = await issueOf(actor, "article.draft");
  if (refused) return { ok: false, issues: [refused] };
  const parsed = redactSchema.safeParse(workIn(sent));
  if (!parsed.success) return { ok: false, issues: [NOT_AN_ARTICLE] };
  const done = await runAction(() => redactArticleDraft(store, parsed.data, actor));
  if (!done.ok) return done;
  const { version, text } = done.value;
  return { ok: true, version, text };
}

/**
 * Takes the cases that are ticked into the ledger, all or nothing, and leads to the list of them; with cases left, it
 * says what was taken and stays.
 */
export async function acceptArticleAction(_state: null, sent: FormData): Promise<AcceptAnswer> {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const refused = await issueOf(actor, "article.draft");
  const notKept = { ok: false as const, version: null, dates: [] };
  if (refused) return { ...notKept, issues: [refused] };
  const parsed = sentSchema.safeParse(workIn(sent));
  if (!parsed.success) return { ...notKept, issues: [NOT_AN_ARTICLE] };
  const saved = await runAction(() => keepWork(store, actor, parsed.data));
  if (!saved.ok) return { ...notKept, issues: saved.issues };
  const { version, text, cases, dates } = saved.value;
  const data = { ...parsed.data, cases };
  const taken = data.cases.filter(({ isTaken }) => isTaken);
  const rest = data.cases
    .filter(({ isTaken }) => !isTaken)
    .map((one) => ({ ...one, isTaken: true }));
  // Issues name the cases as they were sent.
  const places = taken.map((one) => data.cases.indexOf(one));
  const read = await runAction(async () => {
    const work = { article: data.article, text, cases: taken };
    const reading = await readCases(store, actor, work);
    return { reading, check: await checkArticle(store, actor, work, reading) };
  });
  const refuse = (issues: Issue[]) => ({ ok: false as const, version, dates, issues });
  if (!read.ok) return refuse(read.issues);
  const { reading, check } = read.value;
  const issues = [...reading.issues];
  const accepted = taken.map((one, at): AcceptedCase => {
    const { document, issues: found, ids } = reading.cases[at]!;
    const path = `cases.${places[at]}`;
    issues.push(...found.map((issue) => issueUnder(path, issue)));
    const similar = check.cases[at]!.similar;
    const answers = one.answers.filter(({ ref }) => similar.some((other) => other.ref === ref));
    if (answers.length < similar.length) {
      const values = { count: similar.length };
      issues.push({ path: `${path}.similar`, code: "similar.unanswered", values });
    }
    const gone = one.answers.filter((each) => each.is === "same" && !answers.includes(each));
    for (const { ref } of gone)
      issues.push({ path: `${path}.similar`, code: "article.same_gone", values: { ref } });
    const same = answers.filter(({ is }) => is === "same");
    if (same.length > 1) issues.push({ path: `${path}.similar`, code: "article.same_twice" });
    const target = similar.find(({ ref }) => ref === same[0]?.ref);
    return {
      document,
      same: target ? { ref: target.ref, choice: readChoice(target.chosen, ids) } : null,
      answers: target ? [] : answers.filter(({ is }) => is !== "same"),
    };
  });
  if (issues.length > 0) return refuse(issues);
  const input = { ...data, version, source: reading.source, places: reading.newPlaces, rest };
  const done = await runAction(() => acceptArticle(store, { ...input, cases: accepted }, actor));
  if (!done.ok) {
    const atCase = (issue: Issue): Issue => {
      const [, at, path = ""] = /^cases\.(\d+)\.?(.*)$/.exec(issue.path) ?? [];
      if (at === undefined) return { ...issue, path: issue.path.replace(/^source\b/, "facts") };
      const { origins } = reading.cases[Number(at)]!;
      return issueUnder(`cases.${places[Number(at)]}`, {
        ...issue,
        path: formPathOf(origins, path),
      });
    };
    return refuse(done.issues.map(atCase));
  }
  const { refs, source } = done.value;
  if (rest.length === 0)
    redirect(`/incidents/from-article?${new URLSearchParams({ accepted: refs.join(",") })}`);
  return { ok: true, version: version + 1, refs, source };
}

/** What was sent, as JSON in one field; null where it is none. */
function workIn(data: FormData): unknown {
  const work = data.get(WORK_FIELD);
  if (typeof work !== "string") return null;
  try {
    return JSON.parse(work);
  } catch {
    return null;
  }
}
