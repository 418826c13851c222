import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { readArticleFile } from "../../../../adapters/article/article-file";
import { UnreadableArticle } from "../../../../adapters/article/unreadable-article";
import { ARTICLE_LIMITS } from "../../../../domain/article/article-case";
import { FILE_NAME_HEADER } from "../../../../domain/article/article-files";
import { issuesResponse } from "../../../_server/issues-response";
import { currentActor, keepRefusal, refusalOf } from "../../../_server/session";

/**
 * What a file says of an article, as JSON; its bytes are the body, `FILE_NAME_HEADER` tells its name. Nothing is stored. Answers with
 * what is wrong with the file where it is none.
 */
export async function POST(request: NextRequest): Promise<Response> {
  const [actor, say] = await Promise.all([currentActor(), getTranslations()]);
  const refused = refusalOf(actor, "article.draft");
  if (refused) {
    await keepRefusal(actor);
    return refused;
  }
  const max = ARTICLE_LIMITS.fileBytes / 1_000_000;
  const tooLarge = () =>
    issuesResponse([{ path: "file", code: "article.file_too_large", values: { max } }], say);
  if (Number(request.headers.get("content-length")) > ARTICLE_LIMITS.fileBytes) return tooLarge();
  const bytes = await bytesOf(request, ARTICLE_LIMITS.fileBytes);
  if (bytes === null) return tooLarge();
  const name = nameIn(request.headers.get(FILE_NAME_HEADER) ?? "").slice(0, 255);
  try {
    const { text, ...facts } = await readArticleFile(name, bytes);
    return Response.json(
      { ...facts, text: text.slice(0, ARTICLE_LIMITS.text + 1) },
      { headers: { "Cache-Control": "no-store" } },
    );
  } catch (error) {
    if (!(error instanceof UnreadableArticle)) throw error;
    return issuesResponse([{ path: "file", code: error.code, values: error.values }], say);
  }
}

/** Null where there are more than `max`; no more are read then, whatever the request says of its length. */
async function bytesOf({ body }: NextRequest, max: number): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > max) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function nameIn(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
