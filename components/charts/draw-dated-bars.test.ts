import { describe, expect, it } from "vitest";
import { datedFigures } from "../../domain/dated-figures";
import { PAGE_LOOK } from "./chart-look";
import { datedBars, highestBar } from "./dated-bars";
import { drawDatedBars } from "./draw-dated-bars";
import { escaped, svgText } from "./svg-text";

const month = (year: number, n: number) => year * 12 + n - 1;
const dated = datedFigures(
  { unit: "month", from: month(2014, 6), to: month(2014, 9), of: 4 },
  new Map([
    [month(2014, 6), { possible: 1, certain: 0 }],
    [month(2014, 7), { possible: 3, certain: 2 }],
    [month(2014, 8), { possible: 1, certain: 1 }],
  ]),
  new Map([
    [month(2014, 6), { low: null, best: null, high: 5, known: 5 }],
    [month(2014, 7), { low: 20, best: 29, high: 34, known: 34 }],
    [month(2014, 8), { low: 12, best: null, high: null, known: 12 }],
  ]),
);

describe("the bars of a chart", () => {
  it("reach from what is certain to what is possible", () => {
    const bars = datedBars(dated, "incidents");
    expect(bars.map(({ sure, most }) => [sure, most])).toEqual([
      [0, 1],
      [2, 3],
      [1, 1],
      [0, 0],
    ]);
    expect(highestBar(bars)).toBe(3);
  });

  it("reach from at least to at most, and are open where one has no upper figure", () => {
    expect(
      datedBars(dated, "people").map(({ sure, most, isOpen, best }) => [sure, most, isOpen, best]),
    ).toEqual([
      [0, 5, false, null],
      [20, 34, false, 29],
      [12, 12, true, null],
      [0, 0, false, null],
    ]);
  });
});

describe("a drawing", () => {
  const draw = (isLinked: boolean, highest = 0) =>
    svgText(
      drawDatedBars({
        bars: datedBars(dated, "incidents"),
        unit: "month",
        highest,
        width: 680,
        height: 250,
        locale: "en",
        look: PAGE_LOOK,
        titleOf: ({ figure }) => `<${figure.earliest}>`,
        hrefOf: isLinked ? ({ figure }, dates) => `/x?a=${figure.earliest}&b=${dates}` : null,
      }),
    );

  it("has one link for what is possible and one for what is certain, out of the way of the keyboard", () => {
    const links = [...draw(true).matchAll(/<a [^>]*href="([^"]*)"[^>]*tabindex="-1"/g)];
    expect(links.map(([, href]) => href).sort()).toEqual([
      "/x?a=2014-06-01&amp;b=possible",
      "/x?a=2014-07-01&amp;b=certain",
      "/x?a=2014-07-01&amp;b=possible",
      "/x?a=2014-08-01&amp;b=certain",
    ]);
    expect(draw(false)).not.toContain("<a ");
  });

  it("holds no style element, which a page may not, and every text escaped", () => {
    expect(draw(true)).not.toContain("<style");
    expect(draw(true)).toContain("&lt;2014-07-01&gt;");
    expect(escaped('a\u0000<b>"&\uD800')).toBe("a\uFFFD&lt;b&gt;&quot;&amp;\uFFFD");
  });

  it("counts in whole numbers, and reaches as high as it is told", () => {
    const ticks = (svg: string) =>
      [...svg.matchAll(/<text[^>]*>([\d,.]+)<\/text>/g)].map(([, text]) => text);
    expect(ticks(draw(false))).toEqual(["0", "1", "2", "3"]);
    expect(ticks(draw(false, 4_000))).toEqual(["0", "1,000", "2,000", "3,000", "4,000"]);
  });
});
