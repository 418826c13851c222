import { describe, expect, test } from "vitest";
import { readGazetteer } from "../db/gazetteer/read-gazetteer";
import { FRESH_FINAL_STORIES } from "../domain/extraction/fixture/fresh-final-stories";
import { FRESH_HELD_STORIES } from "../domain/extraction/fixture/fresh-held-stories";
import { FRESH_LAST_STORIES } from "../domain/extraction/fixture/fresh-last-stories";
import { FRESH_STORIES } from "../domain/extraction/fixture/fresh-stories";
import { FURTHER_FRESH_FINAL_STORIES } from "../domain/extraction/fixture/further-fresh-final-stories";
import { FURTHER_FRESH_HELD_STORIES } from "../domain/extraction/fixture/further-fresh-held-stories";
import { FURTHER_FRESH_LAST_STORIES } from "../domain/extraction/fixture/further-fresh-last-stories";
import { FURTHER_FRESH_STORIES } from "../domain/extraction/fixture/further-fresh-stories";
import { FURTHER_HELD_STORIES } from "../domain/extraction/fixture/further-held-stories";
import { FURTHER_LAST_STORIES } from "../domain/extraction/fixture/further-last-stories";
import { FURTHER_RETOLD_STORIES } from "../domain/extraction/fixture/further-retold-stories";
import { FURTHER_SECOND_RETOLD_STORIES } from "../domain/extraction/fixture/further-second-retold-stories";
import { FURTHER_WORKED_STORIES } from "../domain/extraction/fixture/further-worked-stories";
import { HELD_CHINESE_STORIES } from "../domain/extraction/fixture/held-chinese-stories";
import { HELD_KOREAN_STORIES } from "../domain/extraction/fixture/held-korean-stories";
import { HELD_RETOLD_STORIES } from "../domain/extraction/fixture/held-retold-stories";
import { HELD_STORIES } from "../domain/extraction/fixture/held-stories";
import { LAST_RETOLD_STORIES } from "../domain/extraction/fixture/last-retold-stories";
import { LAST_STORIES } from "../domain/extraction/fixture/last-stories";
import { LATE_HELD_STORIES } from "../domain/extraction/fixture/late-held-stories";
import { RETOLD_STORIES } from "../domain/extraction/fixture/retold-stories";
import { SECOND_RETOLD_STORIES } from "../domain/extraction/fixture/second-retold-stories";
import { THIRD_RETOLD_STORIES } from "../domain/extraction/fixture/third-retold-stories";
import { WORKED_STORIES } from "../domain/extraction/fixture/worked-stories";
import { readArticle } from "../domain/extraction/read-article";
import { restsOn, scoreDrafts } from "../domain/extraction/testing-score";

const places = readGazetteer();

// The figures of docs/article-reader.md, a point or two below them.
describe.each([
  ["worked on", [...WORKED_STORIES, ...FURTHER_WORKED_STORIES], 0.92, 0.92, 0],
  ["held back", [...HELD_STORIES, ...FURTHER_HELD_STORIES, ...LATE_HELD_STORIES], 0.86, 0.9, 0],
  ["written last", [...LAST_STORIES, ...FURTHER_LAST_STORIES], 0.74, 0.82, 1],
  ["like the field texts", [...RETOLD_STORIES, ...FURTHER_RETOLD_STORIES], 0.95, 0.97, 0],
  [
    "like the field texts, second",
    [...SECOND_RETOLD_STORIES, ...FURTHER_SECOND_RETOLD_STORIES],
    0.87,
    0.95,
    0,
  ],
  ["like the field texts, third", THIRD_RETOLD_STORIES, 0.88, 0.92, 0],
  ["like the field texts, held back", HELD_RETOLD_STORIES, 0.83, 0.87, 0],
  ["like the field texts, last", LAST_RETOLD_STORIES, 0.85, 0.91, 0],
  ["of many countries", [...FRESH_STORIES, ...FURTHER_FRESH_STORIES], 0.9, 0.95, 1],
  [
    "of many countries, held back",
    [...FRESH_HELD_STORIES, ...FURTHER_FRESH_HELD_STORIES],
    0.79,
    0.9,
    0,
  ],
  ["of many countries, last", [...FRESH_LAST_STORIES, ...FURTHER_FRESH_LAST_STORIES], 0.8, 0.87, 0],
  [
    "of many countries, never worked on",
    [...FRESH_FINAL_STORIES, ...FURTHER_FRESH_FINAL_STORIES],
    0.73,
    0.88,
    0,
  ],
  ["Korean, held back", HELD_KOREAN_STORIES, 0.92, 0.92, 0],
  ["Chinese, held back", HELD_CHINESE_STORIES, 0.92, 0.92, 0],
])("stories %s", (_, stories, facts, incidents, fromBackground) => {
  const read = stories.map(({ published, text, gold, background = [] }) => ({
    gold,
    text,
    background,
    drafts: readArticle({ text, published, language: null, places }).incidents,
  }));

  test("give drafts that agree with the records", () => {
    const score = scoreDrafts(read);
    expect(score.facts).toBeGreaterThanOrEqual(facts);
    expect(score.incidents).toBeGreaterThanOrEqual(incidents);
  });

  test("give hardly a draft for a background sentence", () => {
    const wrong = read.flatMap(({ drafts, background }) =>
      drafts.filter((draft) => restsOn(draft, background)),
    );
    expect(wrong.length).toBeLessThanOrEqual(fromBackground);
  });

  test("give only evidence that stands in the text", () => {
    for (const { text, drafts } of read)
      for (const { evidence } of drafts)
        for (const { start, end, quote } of evidence) expect(text.slice(start, end)).toBe(quote);
  });
});
