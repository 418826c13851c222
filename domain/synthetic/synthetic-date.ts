import { addDays, type PartialDate, precisionOf } from "../partial-date";
import type { Chance } from "./chance";
import type { Language } from "./phrases";

const SHAPES = [
  ["day", 42],
  ["days", 14],
  ["week", 5],
  ["month", 14],
  ["part of month", 6],
  ["year", 5],
  ["by", 4],
  ["since", 3],
  ["unknown", 2],
  ["none", 5],
] as const;

/**
 * What a source may say of the day on which something happened: the day itself, some days, a week, a month, a year,
 * a stretch open on one side, or nothing. The day lies in what is known of it. `text` is in the language.
 */
export function syntheticDate(chance: Chance, day: string, language: Language): PartialDate | null {
  const shape = chance.weighted(SHAPES);
  const say = WORDS[language];
  switch (shape) {
    case "day":
      return date(say.day(day), day, day);
    case "days": {
      const from = addDays(day, -chance.below(3));
      const to = addDays(day, chance.between(1, 3));
      const lasted = chance.happens(50);
      return { ...date(say.range(from, to), from, to), kind: lasted ? "span" : "within" };
    }
    case "week": {
      const from = addDays(day, -chance.below(7));
      return { ...date(say.week(from), from, addDays(from, 6)), basis: "derived" };
    }
    case "month": {
      const from = `${day.slice(0, 8)}01`;
      return date(say.month(day), from, lastOfMonth(day));
    }
    case "part of month": {
      const part = Math.min(2, Math.floor((Number(day.slice(8)) - 1) / 10));
      const from = `${day.slice(0, 8)}${["01", "11", "21"][part]}`;
      const to = part === 2 ? lastOfMonth(day) : addDays(from, 9);
      return { ...date(say.part(day, part), from, to), basis: "estimated" };
    }
    case "year":
      return date(say.year(day), `${day.slice(0, 4)}-01-01`, `${day.slice(0, 4)}-12-31`);
    case "by": {
      const latest = addDays(day, chance.between(1, 20));
      return date(say.by(latest), null, latest);
    }
    case "since": {
      const earliest = addDays(day, -chance.between(1, 20));
      return date(say.since(earliest), earliest, null);
    }
    case "unknown":
      return { ...date(say.unknown, null, null), basis: "estimated" };
    case "none":
      return null;
  }
}

/** The day itself, in the words of the language. */
export function exactDate(day: string, language: Language): PartialDate {
  return date(WORDS[language].day(day), day, day);
}

function date(text: string, earliest: string | null, latest: string | null): PartialDate {
  const precision = precisionOf(earliest, latest);
  return { text, earliest, latest, kind: "within", basis: "stated", precision };
}

function lastOfMonth(day: string): string {
  return addDays(`${addDays(`${day.slice(0, 8)}28`, 4).slice(0, 8)}01`, -1);
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function numbersOf(day: string): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))];
}

function english(day: string): string {
  const [y, m, d] = numbersOf(day);
  return `${d} ${MONTHS[m - 1]} ${y}`;
}

function korean(day: string): string {
  const [y, m, d] = numbersOf(day);
  return `${y}년 ${m}월 ${d}일`;
}

function chinese(day: string): string {
  const [y, m, d] = numbersOf(day);
  return `${y}年${m}月${d}日`;
}

type Words = {
  day(day: string): string;
  range(from: string, to: string): string;
  week(from: string): string;
  month(day: string): string;
  part(day: string, part: number): string;
  year(day: string): string;
  by(day: string): string;
  since(day: string): string;
  unknown: string;
};

const WORDS: Record<Language, Words> = {
  en: {
    day: english,
    range: (from, to) => `${english(from)} to ${english(to)}`,
    week: (from) => `in the week from ${english(from)}`,
    month: (day) => english(day).replace(/^\d+ /, ""),
    part: (day, part) => `${["early", "mid", "late"][part]} ${english(day).replace(/^\d+ /, "")}`,
    year: (day) => day.slice(0, 4),
    by: (day) => `by ${english(day)}`,
    since: (day) => `since ${english(day)}`,
    unknown: "some time ago",
  },
  ko: {
    day: korean,
    range: (from, to) => `${korean(from)}부터 ${korean(to)}까지`,
    week: (from) => `${korean(from)}부터 한 주 사이`,
    month: (day) => korean(day).replace(/ \d+일$/, ""),
    part: (day, part) => `${korean(day).replace(/ \d+일$/, "")} ${["초순", "중순", "하순"][part]}`,
    year: (day) => `${day.slice(0, 4)}년`,
    by: (day) => `${korean(day)}까지`,
    since: (day) => `${korean(day)} 이후`,
    unknown: "얼마 전",
  },
  zh: {
    day: chinese,
    range: (from, to) => `${chinese(from)}至${chinese(to)}`,
    week: (from) => `${chinese(from)}起的一周内`,
    month: (day) => chinese(day).replace(/\d+日$/, ""),
    part: (day, part) => chinese(day).replace(/\d+日$/, ["上旬", "中旬", "下旬"][part]!),
    year: (day) => `${day.slice(0, 4)}年`,
    by: (day) => `${chinese(day)}以前`,
    since: (day) => `${chinese(day)}以来`,
    unknown: "前些时候",
  },
};
