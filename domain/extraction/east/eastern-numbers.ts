import { monthPeriod, type Period } from "../../calendar-period";

/** Whole months of a year, by its halves, quarters or first months. */
export function monthsOf(
  year: number,
  { half, quarter, months }: Record<string, string>,
): Period | null {
  const digit = (sign: string) =>
    /\d/.test(sign) ? Number(sign) : " 一二三四五六七八九".indexOf(sign.replace("两", "二"));
  const [from, to] = half
    ? /상|上/.test(half)
      ? [1, 6]
      : [7, 12]
    : quarter
      ? [digit(quarter) * 3 - 2, digit(quarter) * 3]
      : [1, digit(months ?? "1")];
  const [first, last] = [monthPeriod(year, from!), monthPeriod(year, to!)];
  return first && last && { earliest: first.earliest, latest: last.latest };
}

/** How many days 이틀 or 三天 are. */
export function daysIn(words: string): number {
  const known = ["하루", "이틀", "사흘", "나흘", "닷새"].indexOf(words) + 1;
  return (
    known ||
    Number(/\d+/.exec(words)?.[0] ?? 0) ||
    " 一二三四五".indexOf(words.replace("两", "二").slice(0, 1))
  );
}
