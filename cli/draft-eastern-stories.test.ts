import { describe, expect, test } from "vitest";
import { readGazetteer } from "../db/gazetteer/read-gazetteer";
import { CHINESE_STORIES } from "../domain/extraction/fixture/chinese-stories";
import { KOREAN_STORIES } from "../domain/extraction/fixture/korean-stories";
import { readArticle } from "../domain/extraction/read-article";
import { scoreDrafts } from "../domain/extraction/testing-score";

const places = readGazetteer();

describe.each([
  ["Korean", "ko", KOREAN_STORIES],
  ["Chinese", "zh", CHINESE_STORIES],
] as const)("%s stories", (_, language, stories) => {
  const read = stories.map(({ name, published, text, gold }) => {
    const drafts = readArticle({ text, published, language: null, places });
    return { name, gold, drafts: drafts.incidents, language: drafts.language };
  });

  test("are told by their script", () => {
    expect(new Set(read.map((story) => story.language))).toEqual(new Set([language]));
  });

  test("give drafts that agree with the records in three facts of four", () => {
    const { incidents, facts } = scoreDrafts(read);
    expect(facts).toBeGreaterThanOrEqual(0.75);
    expect(incidents).toBeGreaterThanOrEqual(0.75);
  });

  test("give none for what is only policy and habit", () => {
    const background = read.filter(({ gold }) => gold.length === 0);
    expect(background.map(({ drafts }) => drafts)).toEqual([[]]);
  });
});
