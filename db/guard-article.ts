import { InvalidInput } from "../domain/errors";
import type { Issue } from "../domain/issue";
import type { Keep } from "../domain/keep";
import type { FreeText } from "../domain/personal-data/free-texts";
import { judgeTexts } from "./guard-texts";

const ON = { entity: "entry", entityId: "article", part: "content" } as const;

/** What the personal-data guard marks in texts of an article and `keep` does not keep, as issues of their paths. */
export async function articleMarks(
  texts: readonly FreeText[],
  keep: readonly Keep[],
): Promise<Issue[]> {
  const nothingBefore = async () => new Set<string>();
  return (await judgeTexts([{ texts, on: ON }], keep, { keptBefore: nothingBefore })).issues;
}

/** Throws InvalidInput with what `articleMarks` finds. */
export async function guardArticle(
  texts: readonly FreeText[],
  keep: readonly Keep[],
): Promise<void> {
  const issues = await articleMarks(texts, keep);
  if (issues.length > 0) throw new InvalidInput(issues);
}
