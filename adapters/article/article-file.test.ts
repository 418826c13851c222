import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readArticleFile } from "./article-file";
import { UnreadableArticle } from "./unreadable-article";

const bytes = (text: string) => new TextEncoder().encode(text);
const refusal = (name: string, given: Uint8Array) =>
  readArticleFile(name, given).then(
    ({ text }) => text,
    (error) => {
      if (!(error instanceof UnreadableArticle)) throw error;
      return error.code;
    },
  );

it("reads the article of a page, each block by itself, and nothing of what stands around it or runs", async () => {
  const page = `<!doctype html><html lang="en"><head><title>Five held</title>
    <meta property="og:site_name" content="The Paper">
    <meta property="article:published_time" content="2014-07-23T08:00:00Z"></head>
    <body><nav><a href="/">Home</a> <a href="/about">About us</a></nav>
    <article><h1>Five held</h1>
    <p>Police in Kunming held five people last week, according to an aid group that follows such
      cases, and nothing has been heard of them since that day in spite of many questions.</p>
    <p>Two of them were freed, it said,<br>and three were sent to Tumen near the border.</p></article>
    <script>document.body.innerText = "changed"</script><footer>All rights reserved</footer></body></html>`;
  expect(await readArticleFile("story.html", bytes(page))).toEqual({
    text: [
      "Police in Kunming held five people last week, according to an aid group that follows such cases, and nothing has been heard of them since that day in spite of many questions.",
      "Two of them were freed, it said,",
      "and three were sent to Tumen near the border.",
    ].join("\n\n"),
    title: "Five held",
    publisher: "The Paper",
    published: "2014-07-23T08:00:00Z",
    language: "en",
  });
});

it("reads a page in the encoding it declares, and a text in the one that is found", async () => {
  const korean = Buffer.from("c5f5b8d5bfa1bcad20b4d9bcb8b8ed", "hex");
  const page = Buffer.concat([bytes('<meta charset="euc-kr"><p>'), korean, bytes("</p>")]);
  const { text } = await readArticleFile("story.htm", page);
  expect(text).toBe(new TextDecoder("euc-kr").decode(korean));
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("다섯 명", "utf16le")]);
  expect((await readArticleFile("story.txt", wide)).text).toBe("다섯 명");
});

it.each([
  ["windows-1251", "cffff2fc20f7e5ebeee2e5ea", "Пять человек"],
  ["gb18030", "cee5c8cbb1bbb2b6", "五人被捕"],
  ["gb2312", "cee5c8cbb1bbb2b6", "五人被捕"],
  ["euc-kr", "b4d9bcb820b8ed20c3bcc6f7", "다섯 명 체포"],
  ["big5", "a4ada448b351aeb7", "五人被捕"],
])("reads a page in %s", async (encoding, hex, text) => {
  const page = Buffer.concat([
    bytes(
      `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${encoding}"></head><body><p>`,
    ),
    Buffer.from(hex, "hex"),
  ]);
  expect((await readArticleFile("story.html", page)).text).toBe(text);
});

it("reads a page of 8 MB", async () => {
  const page = `<body><p>Five held.</p><p>${"Nothing else. ".repeat(570_000)}</p></body>`;
  expect((await readArticleFile("story.html", bytes(page))).text).toMatch(
    /^Five held\.\n\nNothing/,
  );
});

it("puts the lines of a PDF together to paragraphs, a heading by itself", async () => {
  const pdf = readFileSync(join(import.meta.dirname, "fixtures/report.pdf"));
  const { text, title } = await readArticleFile("report.pdf", pdf);
  const [heading, first, second] = text.split("\n\n");
  expect(title).toBe("A report");
  expect(heading).toBe("Twenty people arrested");
  expect(first).toMatch(/^A group of 20 North Korean .* paragraph that wraps\.$/);
  expect(second).toContain("탈북자 5명이 체포됐다.");
  expect(text).toContain("去年十月，五名脱北者在图们被捕，然后被送回朝鲜。");
});

it.each([
  ["story.docx", "PK", "article.file_type"],
  ["story.pdf", "no such thing", "article.pdf_broken"],
  ["story.pdf", "%PDF-1.7 cut short", "article.pdf_broken"],
  ["story.pdf", "%PDF-1.7 said to end %%EOF", "article.pdf_broken"],
  ["story.txt", " \n ", "article.no_text"],
  ["story.html", "<p> </p>", "article.no_text"],
  ["story.html", "<b>".repeat(60_000), "article.page_too_large"],
])("refuses %s with %.40j: %s", async (name, content, code) => {
  expect(await refusal(name, bytes(content))).toBe(code);
});

it.each([
  "<body><p>Five held.</p>",
  "<html><p>Five held.</p></html>",
  "<p>Five held.",
  "Five held.",
])("reads %s, which is only a part of a page", async (page) => {
  expect((await readArticleFile("a.html", bytes(page))).text).toBe("Five held.");
});

it.each([
  ["deep", "<div>".repeat(2_000)],
  ["deep again and again", `${"<div>".repeat(90)}x${"</div>".repeat(90)}`.repeat(200)],
])(
  "reads a page whose elements stand %s within each other as a whole, without taking minutes",
  async (_how, page) => {
    const { text } = await readArticleFile("a.html", bytes(`<body><p>Five held.</p>${page}`));
    expect(text).toMatch(/^Five held\./);
  },
);

it("takes any bytes for a page without failing", async () => {
  const page = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string().map(bytes));
  await fc.assert(
    fc.asyncProperty(page, async (given) => {
      expect(typeof (await refusal("a.html", given))).toBe("string");
    }),
    { numRuns: 60 },
  );
});
