import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type CountRange, countRangeSchema } from "./count-range";
import { countText, parseCount } from "./parse-count";

/** "low best high" with – for unknown, or the codes of what is wrong. */
function read(text: string): string {
  const { count, issues } = parseCount(text);
  if (issues.length > 0) return issues.map(({ code }) => code).join(" ");
  return [count.low, count.best, count.high].map((bound) => bound ?? "–").join(" ");
}

describe("counts as people write them", () => {
  test.each([
    ["20", "20 20 20"],
    ["0", "0 0 0"],
    ["exactly 20", "20 20 20"],
    ["20 people", "20 20 20"],
    ["20명", "20 20 20"],
    ["20人", "20 20 20"],
    ["1,200", "1200 1200 1200"],
    ["1 200", "1200 1200 1200"],
    ["10,000,000", "10000000 10000000 10000000"],
    ["twenty", "20 20 20"],
    ["Twenty-nine", "29 29 29"],
    ["a dozen", "12 12 12"],
    ["two hundred", "200 200 200"],
    ["20-29", "20 – 29"],
    ["20–29", "20 – 29"],
    ["20 to 29", "20 – 29"],
    ["twenty to thirty", "20 – 30"],
    ["20 or 21", "20 – 21"],
    ["between 20 and 29", "20 – 29"],
    ["1,200-1,300", "1200 – 1300"],
    ["20-29 (best 27)", "20 27 29"],
    ["20–29, best 29", "20 29 29"],
    ["about 30", "– 30 –"],
    ["around 30", "– 30 –"],
    ["some 30 people", "– 30 –"],
    ["~30", "– 30 –"],
    ["approximately 1,200", "– 1200 –"],
    ["c. 30", "– 30 –"],
    ["nearly 30", "– 30 –"],
    ["at least 12", "12 – –"],
    ["at least a dozen", "12 – –"],
    ["12+", "12 – –"],
    ["12 or more", "12 – –"],
    ["no fewer than 12", "12 – –"],
    ["at least 12 (best 15)", "12 15 –"],
    ["more than 500", "500 500 –"],
    ["over 500", "500 500 –"],
    ["up to 30", "– – 30"],
    ["at most 30", "– – 30"],
    ["fewer than 30", "– – 29"],
    ["up to 30 (best 25)", "– 25 30"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each(["", " ", "unknown", "-", "n/a", "dozens", "dozens of people", "several", "many"])(
    "%j is unknown, not zero",
    (text) => {
      expect(read(text)).toBe("– – –");
    },
  );

  test.each([
    ["29-20", "count.low_above_high"],
    ["20-29 (best 30)", "count.best_outside_range"],
    ["at least 12 (best 11)", "count.best_outside_range"],
    ["-5", "count.negative"],
    ["fewer than 0", "count.negative"],
    ["2.5", "count.not_whole"],
    ["1.000", "count.not_whole"],
    ["2.000-3.000", "count.not_whole"],
    ["at least 1.000", "count.not_whole"],
    ["10000001", "count.too_large"],
    ["9".repeat(190), "count.too_large"],
    ["-5 to 2.5", "count.negative count.not_whole"],
    ["9".repeat(201), "count.too_long"],
    ["1,20", "count.unreadable"],
    ["1e3", "count.unreadable"],
    ["20-29-30", "count.unreadable"],
    ["(best 27)", "count.unreadable"],
    ["about 30 (best 27)", "count.unreadable"],
    ["three families", "count.unreadable"],
    ["20\0", "count.unreadable"],
    ["20\uD800", "count.unreadable"],
  ])("%j is refused with %s", (text, codes) => {
    expect(read(text)).toBe(codes);
  });

  test("the message can name the value and what is allowed", () => {
    expect(parseCount(" 29-20 ").issues).toEqual([
      { path: "", code: "count.low_above_high", values: { value: "29-20", low: 29, high: 20 } },
    ]);
    expect(parseCount("2.5").issues).toEqual([
      { path: "", code: "count.not_whole", values: { value: "2.5", max: 10_000_000 } },
    ]);
  });
});

describe("a count put back into its field", () => {
  test.each([
    [{ low: 20, best: 20, high: 20 }, "20"],
    [{ low: 20, best: null, high: 29 }, "20-29"],
    [{ low: 20, best: 29, high: 29 }, "20-29 (best 29)"],
    [{ low: null, best: 30, high: null }, "about 30"],
    [{ low: 12, best: null, high: null }, "at least 12"],
    [{ low: 500, best: 500, high: null }, "at least 500 (best 500)"],
    [{ low: null, best: null, high: 30 }, "up to 30"],
    [{ low: null, best: null, high: null }, ""],
  ])("%j is written %j", (count, text) => {
    expect(countText(count)).toBe(text);
  });

  test("comes back as the same count, whatever it is", () => {
    const bound = fc.option(fc.oneof(fc.nat(30), fc.nat(10_000_000)));
    const counts = fc
      .record({ low: bound, best: bound, high: bound })
      .filter((count): count is CountRange => countRangeSchema.safeParse(count).success);
    fc.assert(
      fc.property(counts, (count) => {
        expect(parseCount(countText(count))).toEqual({ count, issues: [] });
      }),
    );
  });
});

test("whatever is typed gives a valid count or an issue, and never throws", () => {
  const pieces = fc.constantFrom(
    ..."20 29 - to about at least up (best 27) + fewer than more 1,200 twenty -5 2.5 a dozen 명 ~".split(
      " ",
    ),
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 250 }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
    fc.array(pieces, { maxLength: 6 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { count, issues } = parseCount(typed);
      expect(countRangeSchema.parse(count)).toEqual(count);
      if (issues.length > 0) expect(count).toEqual({ low: null, best: null, high: null });
      for (const { values } of issues) expect(String(values?.value).isWellFormed()).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
