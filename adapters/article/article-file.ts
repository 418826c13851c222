import { extname } from "node:path";
import type { ArticleInFile } from "./article-in-file";
import { decodeText } from "./decode-text";
import { readHtml } from "./read-html";
import { readPdf } from "./read-pdf";
import { UnreadableArticle } from "./unreadable-article";

/**
 * The article in a text, HTML or PDF file, told apart by its bytes and then by its name. Nothing is fetched, no script
 * is run. Throws UnreadableArticle.
 */
export async function readArticleFile(name: string, bytes: Uint8Array): Promise<ArticleInFile> {
  const article = await readByKind(name, bytes);
  if (article.text.trim() === "") throw new UnreadableArticle("article.no_text", { value: name });
  return article;
}

async function readByKind(name: string, bytes: Uint8Array): Promise<ArticleInFile> {
  const ending = extname(name).toLowerCase();
  if (startsWith(bytes, "%PDF-")) return readPdf(bytes, name);
  if (ending === ".pdf") throw new UnreadableArticle("article.pdf_broken", { value: name });
  if (/^\.(html?|xhtml)$/.test(ending)) return readHtml(await decodeText(bytes, true), name);
  if (ending !== "" && !/^\.(txt|text|md)$/.test(ending))
    throw new UnreadableArticle("article.file_type", { value: name });
  const text = await decodeText(bytes, false);
  if (/^\s*<(!doctype html|html)\b/i.test(text)) return readHtml(text, name);
  return { text, title: "", publisher: "", published: "", language: "" };
}

function startsWith(bytes: Uint8Array, words: string): boolean {
  return Buffer.from(bytes.subarray(0, words.length)).toString("latin1") === words;
}
