import type { ArticleCase } from "../../domain/article/article-case";
import type { ArticleCheck } from "../../domain/article/case-check";
import { factOfPath } from "../../domain/article/fact-of-path";
import type { Issue } from "../../domain/issue";
import { isMark } from "../mark-notice";

/** What is wrong, by the fact at which it is shown: what was found with the last keeping, and what kept from accepting. */
export function issuesByFact(
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
