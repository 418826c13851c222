import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ArticleCase } from "../../domain/article/article-case";
import { changeRow, joinCases, nextKey, splitCase } from "../../domain/article/change-cases";
import type { CaseEdits } from "./case-card";
import { goToDraft } from "./go-to-draft";

type Make = (now: readonly ArticleCase[]) => ArticleCase[];

/**
 * What is done with a draft: the focus goes to what became of it, and it is said. The same for as long as nothing is
 * changed: to point at a fact draws no draft anew.
 */
export function useCaseEdits(
  changeCases: (make: Make) => void,
  say: (text: string) => void,
): CaseEdits {
  const t = useTranslations("article");
  return useMemo<CaseEdits>(
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
}

function numberOf(cases: readonly ArticleCase[], key: string): number {
  return cases.findIndex((one) => one.key === key) + 1;
}
