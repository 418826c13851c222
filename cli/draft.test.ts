import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, test } from "vitest";
import { draft } from "./draft";

const folder = mkdtempSync(join(tmpdir(), "draft-command-"));
const file = join(folder, "article.txt");
writeFileSync(file, "Police in Kunming arrested 11 North Koreans last week, an aid group said.\n");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("prints the drafts of a file as JSON, without a database", async () => {
  const printed = JSON.parse(await draft({ file, json: true, published: "2014-07-23" }));
  expect(printed).toMatchObject({
    language: "en",
    published: "2014-07-23",
    incidents: [
      {
        event_type: "arrest",
        modality: "reported",
        date: {
          earliest: "2014-07-14",
          latest: "2014-07-20",
          basis: "derived",
          text: "last week",
          evidence: [{ start: 44, end: 53, quote: "last week" }],
        },
        places: [{ role: "arrest", country: "CN", subdivision: "CN-YN", locality: "Kunming" }],
        groups: [{ nationality: "KP", count: { low: 11, best: 11, high: 11 }, part_of: null }],
        sources: [{ name: "an aid group" }],
      },
    ],
  });
});

test.each([
  [{ json: true }, "draft needs the FILE of an article."],
  [{ file }, "draft needs --json, the only form it prints."],
  [
    { file, json: true, published: "2014-02-31" },
    '--published "2014-02-31" is no date; it is written YYYY-MM-DD, such as 2014-07-23, or YYYY-MM where the day is not known.',
  ],
  [{ file, json: true, language: "fr" }, '--language "fr" is not known; it is en, ko or zh.'],
])("%j is refused, with what is allowed", async (given, message) => {
  await expect(draft(given)).rejects.toThrow(message);
});

it("a file that is not there fails", async () => {
  await expect(draft({ file: join(folder, "none.txt"), json: true })).rejects.toThrow("ENOENT");
});
