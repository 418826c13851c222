import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readArticleApart } from "./read-article-apart";
import { lineOf, pagesOf, pdfOf, streamOf } from "./testing-pdf";
import { UnreadableArticle } from "./unreadable-article";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (name: string, given: Uint8Array, limits?: { ms: number; bytes: number }) =>
  readArticleApart(name, given, limits).then(
    ({ text }) => text,
    (error) => {
      if (!(error instanceof UnreadableArticle)) throw error;
      return { code: error.code, ...error.values };
    },
  );
const words = streamOf(lineOf("Five were held."));

it("reads a PDF, a page and a text as the reader within this process does", async () => {
  const pdf = readFileSync(join(import.meta.dirname, "fixtures/report.pdf"));
  expect(await readArticleApart("report.pdf", pdf)).toMatchObject({
    title: "A report",
    text: expect.stringMatching(/^Twenty people arrested\n\nA group of 20 North Korean /),
  });
  expect(await read("a.html", bytes("<p>Five were held.</p>"))).toBe("Five were held.");
  expect(await read("a.txt", bytes("Five were held."))).toBe("Five were held.");
});

const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /O <${"ab".repeat(32)}> /U <${"cd".repeat(32)}> /P -4 >> /ID [<00> <00>] `;
const [opened, closed] = ["[".repeat(500_000), "]".repeat(500_000)];
const nested = pdfOf([
  `<< /Type /Catalog /Pages 2 0 R /Lang ${opened}${closed} >>`,
  "<< /Type /Pages /Count 0 /Kids [] >>",
]);

it.each([
  ["locked.pdf", pagesOf(words, 1, LOCK), { code: "article.pdf_locked" }],
  ["scan.pdf", pagesOf(streamOf("0 0 612 792 re f")), { code: "article.no_text" }],
  ["cut.pdf", pagesOf(words, 3).subarray(0, -8), { code: "article.pdf_broken" }],
  ["none.pdf", bytes("PK\u0003\u0004"), { code: "article.pdf_broken" }],
  ["deep.pdf", nested, { code: "article.pdf_broken" }],
  ["long.pdf", pagesOf(words, 2_000), { code: "article.pdf_too_long", count: 2_000, max: 500 }],
  ["large.txt", new Uint8Array(8_000_001), { code: "article.file_too_large", max: 8 }],
  ["pages.html", bytes("<b>".repeat(60_000)), { code: "article.page_too_large", max: 50_000 }],
])("refuses %s, and names it", async (name, given, refused) => {
  expect(await read(name, given)).toEqual({ value: name, ...refused });
});

it("ends the reading of a file that unpacks to more than the memory it may take, with others served meanwhile", async () => {
  // 2 kB that become 600 MB.
  const bomb = pagesOf(streamOf(Buffer.alloc(600_000_000, " "), 2));
  let served = 0;
  const serving = setInterval(() => served++, 5);
  const refused = { code: "article.too_heavy", value: "bomb.pdf", seconds: 30, megabytes: 400 };
  expect(await read("bomb.pdf", bomb, { ms: 30_000, bytes: 400_000_000 })).toEqual(refused);
  clearInterval(serving);
  expect(served).toBeGreaterThan(10);
});

it("ends the reading of a file that takes too long, and reads the next", async () => {
  const slow = pagesOf(streamOf("q ".repeat(2_000_000)));
  const limits = { ms: 4_000, bytes: 700_000_000 };
  expect(await read("slow.pdf", slow, limits)).toMatchObject({
    code: "article.too_heavy",
    seconds: 4,
  });
  expect(await read("a.txt", bytes("Five were held."))).toBe("Five were held.");
});

it("reads two at a time, lets ten wait and refuses more", async () => {
  const all = Array.from({ length: 13 }, (_, at) => read(`${at}.txt`, bytes(`Text ${at}`)));
  expect(await Promise.all(all)).toEqual([
    ...Array.from({ length: 12 }, (_, at) => `Text ${at}`),
    { code: "article.reader_busy", value: "12.txt" },
  ]);
});
