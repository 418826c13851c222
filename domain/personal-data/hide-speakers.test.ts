import { expect, test } from "vitest";
import { readArticle } from "../extraction/read-article";
import { hideSpeakers } from "./hide-speakers";

const CHINA = {
  id: "CN",
  parentId: null,
  kind: "country" as const,
  nameEn: "China",
  nameKo: "중국",
  nameZh: "中国",
  aliases: [],
  countryId: "CN",
  provinceId: null,
};

const namesIn = (text: string) => {
  const drafts = readArticle({ text, published: "2023-10-01", language: null, places: [CHINA] });
  return hideSpeakers(drafts, text).incidents.flatMap(({ sources }) =>
    sources.map(({ name }) => name),
  );
};

test("a source keeps what somebody is and loses the name", () => {
  expect(
    namesIn("Five North Koreans were arrested in China on 2 August, said lawyer Kim Chol-su."),
  ).toEqual(["lawyer [name]"]);
  expect(
    namesIn(
      "According to pastor Chun Ki-won, five North Koreans were arrested in China on 2 August.",
    ),
  ).toEqual(["pastor [name]"]);
});

test("what is no person stays, and so does a name that was taken out before", () => {
  expect(
    namesIn("Five North Koreans were arrested in China on 2 August, sources in South Korea said."),
  ).toEqual(["sources in South Korea"]);
  expect(
    namesIn(
      "Defence lawyer [name] said that five North Koreans were arrested in China on 2 August.",
    ),
  ).toEqual(["Defence lawyer [name]"]);
});

test("somebody whose name was taken out is one person", () => {
  const text = "[name] was arrested in China on 2 August.";
  const { incidents } = readArticle({
    text,
    published: "2023-10-01",
    language: "en",
    places: [CHINA],
  });
  expect(incidents.map(({ groups }) => groups.map(({ count }) => count))).toEqual([
    [{ low: 1, best: 1, high: 1 }],
  ]);
});
