import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountRange } from "../count-range";
import { exactly, unknownCount } from "../testing-documents";
import type { CaseFacts } from "./case-facts";
import { reportAddress } from "./report-address";
import { MAY_BE_SAME, similarity } from "./similarity";
import { tellingWords } from "./telling-words";

type Told = {
  date?: [string | null, string | null];
  at?: string[];
  persons?: CountRange;
  url?: string;
  text?: string;
};

/** What a report tells; `at`: ids of places, "CN-YN/kunming" is in CN-YN is in CN. */
function told({ date, at = [], persons = unknownCount, url = "", text = "" }: Told): CaseFacts {
  const cut = (depth: number) => [
    ...new Set(at.filter((id) => id.split(/[-/]/).length > depth).map((id) => upTo(id, depth))),
  ];
  return {
    date: { earliest: date?.[0] ?? null, latest: date?.[1] ?? null },
    persons,
    places: { countries: cut(0), provinces: cut(1), localities: cut(2) },
    reports: new Set(url === "" ? [] : [reportAddress(url)]),
    words: tellingWords([text]),
  };
}

function upTo(id: string, depth: number): string {
  const [country, province, locality] = id.split(/[-/]/);
  if (depth === 0) return country!;
  return depth === 1 ? `${country}-${province}` : `${country}-${province}/${locality}`;
}

const VOA = told({
  date: ["2014-07-14", "2014-07-20"],
  at: ["CN-SD", "CN-YN"],
  persons: exactly(20),
  url: "https://voa.pangea-cms.com/preview/en-US/a/twenty-north-korean-defectors/1963776.html",
  text: "20 N. Korean Defectors Arrested in China, Face Deportation. Four families with a couple in their 60s and a one-year-old, and their helpers, in Shandong and Yunnan.",
});
const CHOSUN = told({
  date: ["2014-07-15", "2014-07-17"],
  at: ["CN-SD/qingdao", "CN-YN/kunming", "CN-JL/tumen"],
  persons: exactly(29),
  text: "29 people arrested with five helpers, 20 in Qingdao and 9 in Kunming, and transferred to Tumen.",
});
const KBS = told({
  at: ["CN-SD/qingdao", "CN-YN/kunming", "CN-JL/tumen"],
  persons: exactly(27),
  text: "27 refugiados detenidos, 9 en Qingdao y 18 en Kunming, entregados a los guardias de Tumen.",
});
const LOGGED = told({
  date: ["2014-07-14", "2014-07-20"],
  at: ["CN-SD/qingdao", "CN-YN/kunming", "CN-JL/tumen"],
  persons: { low: 20, best: 29, high: 29 },
  text: "Families and their helpers arrested in Qingdao and Kunming",
});

const isFound = (a: CaseFacts, b: CaseFacts) => similarity(a, b).score >= MAY_BE_SAME;

describe("two reports of the same case", () => {
  it.each<[string, CaseFacts, CaseFacts, string[]]>([
    ["July 2014: 20 in two provinces, 29 in two cities", VOA, CHOSUN, ["date", "place", "count"]],
    ["July 2014: 29 and 27, one without a date", CHOSUN, KBS, ["place", "count", "words"]],
    ["July 2014: 20 and 27, one without a date and in Spanish", VOA, KBS, ["place", "count"]],
    ["July 2014: a report and what was logged", KBS, LOGGED, ["place", "count", "words"]],
    [
      "the day, and the day it was written",
      told({ date: ["2016-11-02", "2016-11-02"], at: ["CN-LN/shenyang"], persons: exactly(30) }),
      told({ date: ["2016-11-04", "2016-11-04"], at: ["CN-LN"], persons: exactly(31) }),
      ["date", "place", "count"],
    ],
    [
      "only the country, but the day and the number",
      told({ date: ["2021-07-14", "2021-07-14"], at: ["CN"], persons: exactly(50) }),
      told({ date: ["2021-07-14", "2021-07-14"], at: ["CN-LN/dandong"], persons: exactly(50) }),
      ["date", "place", "count"],
    ],
    [
      "the same article under two addresses",
      told({ at: ["CN-JL"], url: "https://www.paper.example/a/1?utm_source=x" }),
      told({ at: ["CN-JL/tumen"], url: "http://paper.example/a/1/" }),
      ["place", "url"],
    ],
    [
      "the same words in Chinese, and the day",
      told({ date: ["2019-04-20", "2019-04-20"], text: "云南省一处藏身点遭突查" }),
      told({ date: ["2019-04-20", "2019-04-21"], text: "突查云南省一处藏身点" }),
      ["date", "words"],
    ],
  ])("may be the same: %s", (_name, a, b, because) => {
    expect(similarity(a, b).because).toEqual(because);
    expect(isFound(a, b)).toBe(true);
  });

  it.each<[string, CaseFacts, CaseFacts]>([
    [
      "another in the same province, the same month",
      told({ date: ["2014-07-15", "2014-07-17"], at: ["CN-YN"], persons: exactly(29) }),
      told({ date: ["2014-07-01", "2014-07-31"], at: ["CN-YN"], persons: exactly(3) }),
    ],
    [
      "another in the same town, a year later",
      told({ date: ["2013-11-15", "2013-11-15"], at: ["CN-YN/kunming"], persons: exactly(11) }),
      told({ date: ["2014-11-15", "2014-11-15"], at: ["CN-YN/kunming"], persons: exactly(11) }),
    ],
    [
      "a namesake: Tumen in Jilin and Tumen in Shaanxi",
      told({
        date: ["2014-07-15", "2014-07-15"],
        at: ["CN-JL/tumen"],
        text: "Held in Tumen",
        persons: exactly(4),
      }),
      told({
        date: ["2014-07-15", "2014-07-15"],
        at: ["CN-SN/tumen"],
        text: "Held in Tumen",
        persons: exactly(4),
      }),
    ],
    [
      "one article that tells of several cases",
      told({
        date: ["2014-07-14", "2014-07-20"],
        at: ["CN-SD", "CN-YN"],
        persons: exactly(20),
        url: "https://voa.example/a/1",
      }),
      told({
        date: ["2014-06-01", "2014-06-30"],
        at: ["CN"],
        persons: exactly(11),
        url: "https://voa.example/a/1",
      }),
    ],
    ["only the same province", told({ at: ["CN-YN"] }), told({ at: ["CN-YN"] })],
    ["only the same number", told({ persons: exactly(29) }), told({ persons: exactly(29) })],
    ["nothing known of either", told({}), told({})],
  ])("are two: %s", (_name, a, b) => {
    expect(isFound(a, b)).toBe(false);
  });

  it("are as similar whichever comes first, and a score is between 0 and 1", () => {
    const day = fc.option(fc.constantFrom("2014-07-01", "2014-07-15", "2014-07-31", "2015-01-01"));
    const number = fc.option(fc.nat({ max: 40 }));
    const facts = fc
      .record({
        from: day,
        to: day,
        low: number,
        more: number,
        at: fc.subarray(["CN", "CN-YN", "CN-YN/kunming", "CN-SD/qingdao", "LA"]),
        text: fc.constantFrom("", "Held in Qingdao", "Kunming bus, eleven and two guides"),
        url: fc.constantFrom("", "https://a.example/1", "https://b.example/1"),
      })
      .map(({ from, to, low, more, ...rest }) =>
        told({
          ...rest,
          date: from !== null && to !== null && from > to ? [to, from] : [from, to],
          persons: { low, best: null, high: low === null || more === null ? more : low + more },
        }),
      );
    fc.assert(
      fc.property(facts, facts, (a, b) => {
        const found = similarity(a, b);
        expect(similarity(b, a).score).toBeCloseTo(found.score, 10);
        expect(found.score).toBeGreaterThan(0);
        expect(found.score).toBeLessThan(1);
        expect(Number.isFinite(found.score)).toBe(true);
      }),
    );
  });
});

describe("the address of a report", () => {
  it.each([
    ["https://www.paper.example/a/1/?utm_source=x&b=2&a=1#top", "paper.example/a/1?a=1&b=2"],
    ["http://m.paper.example/a/1", "paper.example/a/1"],
    ["https://paper.example/a/1/amp", "paper.example/a/1"],
    ["https://paper.example/", ""],
    ["ftp://paper.example/a", ""],
    ["not an address", ""],
    ["", ""],
  ])("of %s is %s", (url, address) => {
    expect(reportAddress(url)).toBe(address);
  });
});
