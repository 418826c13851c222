import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { ARTICLE_LIMITS } from "../../../../domain/article/article-case";
import { FILE_NAME_HEADER } from "../../../../domain/article/article-files";
import { issuesResponse } from "../../../_server/issues-response";
import { currentActor, keepRefusal, refusalOf } from "../../../_server/session";
import { readFile } from "../read-file";

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
  const name = nameIn(request.headers.get(FILE_NAME_HEADER) ?? "").slice(0, 255);
  const read = await readFile(name, await beginningOf(request, ARTICLE_LIMITS.fileBytes + 1));
  if ("issue" in read) return issuesResponse([read.issue], say);
  const { text, ...facts } = read.found;
  return Response.json(
    { ...facts, text: text.slice(0, ARTICLE_LIMITS.text + 1) },
    { headers: { "Cache-Control": "no-store" } },
  );
}

/** So many bytes, or a few more; the rest is not read, whatever the request says of its length. */
async function beginningOf({ body }: NextRequest, max: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    chunks.push(chunk);
    if (length >= max) break;
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
