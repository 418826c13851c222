import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import type { ArticleInFile } from "./article-in-file";
import { UnreadableArticle } from "./unreadable-article";

const MAX_PAGES = 500;
/** The end of every PDF is marked within so many bytes. */
const END_BYTES = 1_024;

/**
 * The text of a PDF, its lines put together to paragraphs. Errors: `article.pdf_locked`, `article.pdf_broken`,
 * `article.pdf_too_long`.
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ArticleInFile> {
  // Of one that was cut off the pages that are left could be read, and nobody would know that some are missing.
  if (!Buffer.from(bytes.subarray(-END_BYTES)).includes("%%EOF"))
    throw new UnreadableArticle("article.pdf_broken", { value: name });
  // Large, and seldom needed.
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  const task = getDocument({
    // It takes the bytes over; whoever gave them keeps theirs.
    data: Uint8Array.from(bytes),
    cMapUrl: join(folder, "cmaps") + sep,
    cMapPacked: true,
    standardFontDataUrl: join(folder, "standard_fonts") + sep,
    isEvalSupported: false,
    disableFontFace: true,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAX_PAGES)
      throw new UnreadableArticle("article.pdf_too_long", {
        value: name,
        count: pdf.numPages,
        max: MAX_PAGES,
      });
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(paragraphsOf(items.flatMap((item) => ("str" in item ? [item] : []))));
      page.cleanup();
    }
    const { info } = await pdf.getMetadata();
    const { Title: title } = info as { Title?: unknown };
    return {
      text: pages.filter((page) => page !== "").join("\n\n"),
      title: typeof title === "string" ? title.trim() : "",
      publisher: "",
      published: "",
      language: "",
    };
  } catch (error) {
    if (error instanceof UnreadableArticle) throw error;
    const isLocked = (error as Error).name === "PasswordException";
    throw new UnreadableArticle(isLocked ? "article.pdf_locked" : "article.pdf_broken", {
      value: name,
    });
  } finally {
    await task.destroy();
  }
}

/** A piece of text on a page: `transform[5]` is how high it stands, in points. */
type TextItem = { str: string; hasEOL: boolean; transform: number[]; height: number };

type Line = { text: string; y: number; height: number };

/** Lines that follow each other closely are one paragraph; a word parted at the end of a line is one word. */
function paragraphsOf(items: readonly TextItem[]): string {
  const paragraphs: string[] = [];
  let before: Line | null = null;
  for (const line of linesOf(items)) {
    const gap = before === null ? 0 : Math.abs(before.y - line.y);
    // A heading stands in larger letters than what follows it.
    const isLike = before !== null && Math.abs(before.height - line.height) <= 0.2 * line.height;
    if (isLike && gap <= 1.9 * line.height && paragraphs.length > 0)
      paragraphs.push(joined(paragraphs.pop()!, line.text));
    else paragraphs.push(line.text);
    before = line;
  }
  return paragraphs.join("\n\n");
}

function joined(text: string, next: string): string {
  if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(next)) return text.slice(0, -1) + next;
  const isEastern = EASTERN.test(text.at(-1) ?? "") && EASTERN.test(next[0] ?? "");
  return isEastern ? text + next : `${text} ${next}`;
}

const EASTERN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、]/u;

function linesOf(items: readonly TextItem[]): Line[] {
  const lines: Line[] = [];
  let line: Line = { text: "", y: 0, height: 0 };
  const close = () => {
    const text = plain(line.text);
    if (text !== "") lines.push({ ...line, text });
    line = { text: "", y: 0, height: 0 };
  };
  for (const { str, hasEOL, transform, height } of items) {
    // What only ends a line has no height.
    if (height > line.height) line = { text: line.text, y: transform[5] ?? 0, height };
    line.text += str;
    if (hasEOL) close();
  }
  close();
  return lines;
}

/** With letters in the place of ligatures and of the radicals that fonts put there. */
function plain(text: string): string {
  return text
    .replace(/[\u2f00-\u2fdf\ufb00-\ufb06]/g, (sign) => sign.normalize("NFKC"))
    .replace(/\s+/g, " ")
    .trim();
}
