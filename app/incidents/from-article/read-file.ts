import "server-only";
import type { ArticleInFile } from "../../../adapters/article/article-in-file";
import { readArticleApart } from "../../../adapters/article/read-article-apart";
import { UnreadableArticle } from "../../../adapters/article/unreadable-article";
import type { Issue } from "../../../domain/issue";

/** What a file that somebody sent says of an article, or what is wrong with it, at `file`. */
export async function readFile(
  name: string,
  bytes: Uint8Array,
): Promise<{ found: ArticleInFile } | { issue: Issue }> {
  try {
    return { found: await readArticleApart(name, bytes) };
  } catch (error) {
    if (!(error instanceof UnreadableArticle)) throw error;
    return { issue: { path: "file", code: error.code, values: error.values } };
  }
}
