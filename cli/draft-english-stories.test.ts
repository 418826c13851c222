import { expect, test } from "vitest";
import { readGazetteer } from "../db/gazetteer/read-gazetteer";
import { ENGLISH_STORIES } from "../domain/extraction/fixture/english-stories";
import { FURTHER_STORIES } from "../domain/extraction/fixture/further-english-stories";
import { readArticle } from "../domain/extraction/read-article";
import { toldInLines } from "../domain/extraction/testing-told";

const places = readGazetteer();

test.each([...ENGLISH_STORIES, ...FURTHER_STORIES])("%s", (_, published, text, told) => {
  expect(toldInLines(readArticle({ text, published, language: "en", places }))).toEqual(told);
});
