import { expect, test } from "vitest";
import { readGazetteer } from "../../db/gazetteer/read-gazetteer";
import { ENGLISH_STORIES } from "./fixture/english-stories";
import { FURTHER_STORIES } from "./fixture/further-english-stories";
import { readArticle } from "./read-article";
import { toldInLines } from "./testing-told";

const places = readGazetteer();

test.each([...ENGLISH_STORIES, ...FURTHER_STORIES])("%s", (_, published, text, told) => {
  expect(toldInLines(readArticle({ text, published, language: "en", places }))).toEqual(told);
});
