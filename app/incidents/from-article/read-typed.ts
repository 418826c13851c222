import "server-only";
import type { ArticleTyped } from "../../../components/article/read-state";
import { ARTICLE_LIMITS } from "../../../domain/article/article-case";
import type { Issue } from "../../../domain/issue";
import { isStorable } from "../../../domain/text";
import { readFile } from "./read-file";

const FIELDS = ["kind", "publisher", "title", "url", "published", "language", "access"] as const;
const MAX_FIELD = 3_000;

/** What was typed of an article, and what its file holds: a file's text counts, and what else it says where nothing is typed. */
export async function readTyped(data: FormData): Promise<{ typed: ArticleTyped; issues: Issue[] }> {
  const given = (name: string) => {
    const value = data.get(name);
    return typeof value === "string" ? value : "";
  };
  const fields = FIELDS.map((name) => [name, given(name).slice(0, MAX_FIELD)]);
  const typed = { ...Object.fromEntries(fields), text: asStored(given("text")) } as ArticleTyped;
  const file = data.get("file");
  if (!(file instanceof File) || file.size === 0) return { typed, issues: check(typed.text) };
  const read = await readFile(file.name, new Uint8Array(await file.arrayBuffer()));
  if ("issue" in read) return { typed, issues: [read.issue] };
  const { found } = read;
  const text = asStored(found.text);
  const issues = check(text);
  // What is too long to be read is too long to be sent back.
  if (issues.length > 0) return { typed, issues: issues.map((one) => ({ ...one, path: "file" })) };
  const title = typed.title || found.title.slice(0, MAX_FIELD);
  const publisher = typed.publisher || found.publisher.slice(0, MAX_FIELD);
  const published = typed.published || /^\d{4}-\d\d-\d\d/.exec(found.published)?.[0] || "";
  return { typed: { ...typed, text, title, publisher, published }, issues };
}

/** As a source stores it, so that offsets into it stay right. */
function asStored(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").normalize("NFC").trim();
}

function check(text: string): Issue[] {
  const issue = (code: string, values?: Issue["values"]) => [{ path: "text", code, values }];
  if (text === "") return issue("article.text_missing");
  if (!isStorable(text)) return issue("text.not_storable");
  const { text: max } = ARTICLE_LIMITS;
  return text.length > max ? issue("article.too_long", { value: text.length, max }) : [];
}
