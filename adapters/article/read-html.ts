import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { ArticleInFile } from "./article-in-file";
import { UnreadableArticle } from "./unreadable-article";

/*
 * More than any report has. A page of more tags is not read; one whose elements stand deeper within each other, or are
 * together deeper, is read as a whole: to find the article in it would take minutes, with nobody else answered.
 */
const MAX_TAGS = 50_000;
const MAX_DEPTH = 100;
const MAX_DEPTHS = 100_000;

/** The article of a page, without what stands around it; where none is found, all its text. Errors: `article.page_too_large`. */
export function readHtml(html: string, name: string): ArticleInFile {
  if (html.split("<", MAX_TAGS + 1).length > MAX_TAGS)
    throw new UnreadableArticle("article.page_too_large", { value: name, max: MAX_TAGS });
  const document = documentOf(html);
  const title = document.querySelector("title")?.textContent?.trim() ?? "";
  for (const hidden of document.querySelectorAll(NOT_READ)) hidden.remove();
  const all = blocksOf(document.body);
  const found = isDeep(document.body) ? null : articleOf(document);
  return {
    text: (found?.content && blocksOf(documentOf(found.content).body)) || all,
    title: found?.title || title,
    publisher: found?.siteName ?? "",
    published: found?.publishedTime ?? "",
    language: found?.lang ?? "",
  };
}

const NOT_READ = "script, style, noscript, template, nav, footer, aside";

/** Of what is only a part of a page, a page around it. */
function documentOf(html: string): Document {
  const { document } = parseHTML(html);
  if (document?.querySelector("html > body")) return document;
  return parseHTML(`<!doctype html><html><head></head><body>${html}</body></html>`).document;
}

function articleOf(document: Document) {
  try {
    return new Readability(document).parse();
  } catch {
    // No page at all.
    return null;
  }
}

function isDeep(element: Element): boolean {
  let level: Element[] = [element];
  let depths = 0;
  for (let depth = 0; level.length > 0; depth++) {
    depths += level.length * depth;
    if (depth > MAX_DEPTH || depths > MAX_DEPTHS) return true;
    level = level.flatMap(({ children }) => [...children]);
  }
  return false;
}

/** The text of an element, each block a line of its own, so that a heading does not run into a sentence. */
function blocksOf(element: Element): string {
  const lines: string[] = [""];
  const stack: (Node | "break")[] = [element];
  while (stack.length > 0) {
    const node = stack.pop()!;
    if (node === "break") {
      if (lines.at(-1) !== "") lines.push("");
    } else if (node.nodeType === TEXT) {
      lines[lines.length - 1] += (node.nodeValue ?? "").replace(/\s+/g, " ");
    } else {
      const isBlock = BLOCKS.test(node.nodeName);
      const inside = [...node.childNodes].reverse();
      if (isBlock) stack.push("break", ...inside, "break");
      else stack.push(...inside);
    }
  }
  return lines
    .map((line) => line.replace(/ +/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n\n");
}

const TEXT = 3;
const BLOCKS =
  /^(P|DIV|SECTION|ARTICLE|HEADER|FOOTER|MAIN|ASIDE|NAV|H[1-6]|LI|UL|OL|DL|DT|DD|BLOCKQUOTE|PRE|FIGURE|FIGCAPTION|TABLE|TR|TD|TH|BR|HR|FORM|BODY)$/i;
