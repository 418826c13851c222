import type { ArticleCase, ArticleFacts } from "../../domain/article/article-case";
import type { ArticleCheck } from "../../domain/article/case-check";
import type { DateRead } from "../../domain/article/fill-dates";
import type { Issue } from "../../domain/issue";
import type { Keep } from "../../domain/keep";

/** What a person has made of an article so far. */
export type ArticleEdit = { article: ArticleFacts; cases: ArticleCase[] };

/** What is sent of it: beside it, the version it began with, and words that stay. */
export type ArticleSent = ArticleEdit & { id: string; version: number; keep: Keep[] };

/** The field in which it is sent, as JSON. */
export const WORK_FIELD = "work";

/** `issues`: why it was not kept; paths as "cases.0.title". `dates`: reckoned anew from another day of publication. */
export type SaveAnswer = {
  version: number | null;
  issues: Issue[];
  check: ArticleCheck | null;
  dates: DateRead[];
};

export type RedactAnswer =
  | { ok: true; version: number; text: string }
  | { ok: false; issues: Issue[] };

/**
 * Leads on where all were accepted; else the reference of the source that the rest has too, or what is wrong, by the
 * paths of the sent cases. `version`: as what was sent is kept; null where it is not.
 */
export type AcceptAnswer =
  | { ok: true; version: number; refs: string[]; source: string }
  | { ok: false; version: number | null; issues: Issue[]; dates: DateRead[] };
