import { expect, it } from "vitest";
import { readArticle } from "../extraction/read-article";
import { type NamedPlace, placeIndex } from "../import/place-index";
import { casesOfDrafts } from "./cases-of-drafts";
import { datesRead, fillDates, hasOpenDates } from "./fill-dates";

const yunnan: NamedPlace = {
  ...{ id: "CN-YN", parentId: "CN", nameEn: "Yunnan", nameKo: "윈난성", nameZh: "云南" },
  ...{ kind: "province", countryId: "CN", provinceId: "CN-YN", aliases: ["윈난"] },
};
const casesOf = (text: string, published: string | null) =>
  casesOfDrafts(
    readArticle({ text, published, language: null, places: [yunnan] }).incidents,
    placeIndex([yunnan]),
    () => "A title",
  );

it.each([
  ["지난주 중국 윈난성에서 탈북자 5명이 체포됐다.", "지난주", "2014-07-14", "2014-07-20"],
  ["上个月，五名脱北者在云南被捕。", "上个月", "2014-06-01", "2014-06-30"],
  [
    "Police in Yunnan arrested five North Koreans last week.",
    "last week",
    "2014-07-14",
    "2014-07-20",
  ],
])("gives %j the days it has with another day of publication", (text, words, earliest, latest) => {
  const open = casesOf(text, null);
  expect(open[0]!.events[0]).toMatchObject({ date: words, read: null });
  expect(hasOpenDates(open)).toBe(true);
  const filled = fillDates(open, datesRead(casesOf(text, "2014-07-23")));
  expect(filled[0]!.events[0]!.read).toMatchObject({ text: words, earliest, latest });
  expect([...filled[0]!.doubts, ...filled[0]!.events[0]!.doubts]).not.toContain("relative_date");
  expect(hasOpenDates(filled)).toBe(false);
});

it("leaves a date alone whose words or days are somebody's own", () => {
  const text = "지난주 중국 윈난성에서 탈북자 5명이 체포됐다.";
  const dates = datesRead(casesOf(text, "2014-07-23"));
  const [one] = casesOf(text, null);
  const [event] = one!.events;
  for (const own of [
    { date: "3 May 2014" },
    { dateSpans: [] },
    { dateSpans: [{ start: 4, end: 6 }] },
  ]) {
    const typed = [{ ...one!, events: [{ ...event!, ...own }] }];
    expect(fillDates(typed, dates)).toEqual(typed);
  }
  const [dated] = casesOf(text, "2019-01-01");
  expect(fillDates([dated!], dates)).toEqual([dated]);
});
