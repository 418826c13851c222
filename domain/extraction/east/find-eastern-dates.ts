import {
  dayPeriod,
  monthFrom,
  monthPeriod,
  type Period,
  weekdayOf,
  weekPeriod,
  yearPeriod,
} from "../../calendar-period";
import { addDays, type DayBounds, type PartialDate } from "../../partial-date";
import { parseTypedDate } from "../../typed-date";
import type { Span } from "../evidence-of";
import type { When } from "../happening";
import { daysIn, monthsOf } from "./eastern-numbers";

/** What dates are reckoned from, and the last day an event was dated to. */
export type EasternDateContext = { published: DayBounds | null; lastEvent: DayBounds | null };

/** A pattern and what it means for the day of publication; "stated" needs no such day. */
type Pattern = {
  pattern: RegExp;
  read: (groups: Record<string, string>, context: EasternDateContext) => Reading;
};
type Reading =
  | (Period & { basis?: PartialDate["basis"]; kind?: PartialDate["kind"] })
  | "needs_publication"
  | null;

/** The Korean or Chinese dates in a stretch of the text, in order; the patterns take what they match in their order. */
export function findEasternDates(text: string, span: Span, context: EasternDateContext): When[] {
  let line = text.slice(span.start, span.end);
  const found: When[] = [];
  for (const { pattern, read } of PATTERNS) {
    for (const match of line.matchAll(pattern)) {
      const reading = read(match.groups ?? {}, context);
      if (reading === null) continue;
      const unresolved = reading === "needs_publication";
      const bounds = unresolved
        ? { earliest: null, latest: null }
        : { earliest: reading.earliest, latest: reading.latest };
      found.push({
        start: span.start + match.index,
        end: span.start + match.index + match[0].length,
        text: match[0],
        ...bounds,
        kind: unresolved ? "within" : (reading.kind ?? "within"),
        basis: unresolved ? "derived" : (reading.basis ?? "stated"),
        unresolved,
      });
      line = `${line.slice(0, match.index)}${"\u0001".repeat(match[0].length)}${line.slice(match.index + match[0].length)}`;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const fromDay =
  (reckon: (day: string, groups: Record<string, string>) => Period | null): Pattern["read"] =>
  (groups, { published }) => {
    if (published?.earliest == null) return "needs_publication";
    const period = reckon(published.earliest, groups);
    return period && { ...period, basis: "derived" };
  };

const one = (day: string): Period => ({ earliest: day, latest: day });
const yearOf = (day: string) => Number(day.slice(0, 4));
const monthOf = (day: string) => Number(day.slice(5, 7));

/** Part of a month: 1–10, 11–20, 21 to the end. */
function part(month: Period | null, word: string | undefined): Period | null {
  if (!month || !word) return month;
  const from = (day: string) => `${month.earliest.slice(0, 8)}${day}`;
  if (/초|上旬|初/.test(word)) return { earliest: from("01"), latest: from("10") };
  if (/중|中/.test(word)) return { earliest: from("11"), latest: from("20") };
  return { earliest: from("21"), latest: month.latest };
}

/** The latest such day of the month on or before the day. */
function dayOnOrBefore(day: string, number: number): Period | null {
  const inMonth = (period: Period | null) =>
    period && dayPeriod(yearOf(period.earliest), monthOf(period.earliest), number);
  const here = inMonth(monthFrom(day, 0));
  return here && here.earliest <= day ? here : inMonth(monthFrom(day, -1));
}

const WEEKDAYS = "월一화二수三목四금五토六일日天";
const weekdayIn = (sign: string) =>
  sign === "天" ? 7 : Math.floor(WEEKDAYS.indexOf(sign) / 2) + 1;

function latestWeekday(day: string, weekday: number): Period {
  return one(addDays(day, -((weekdayOf(day) - weekday + 7) % 7)));
}

const typed = (words: string, { published }: EasternDateContext): Reading => {
  const { date, issues } = parseTypedDate(words, { published });
  if (!date)
    return issues.some(({ code }) => code === "date.needs_publication")
      ? "needs_publication"
      : null;
  return date.earliest !== null && date.latest !== null
    ? { earliest: date.earliest, latest: date.latest, basis: date.basis, kind: date.kind }
    : null;
};

const PART = "(?<part> ?(?:초순|중순|하순|초|말|상순)|上旬|中旬|下旬|初|底|月底)?";

const PATTERNS: Pattern[] = [
  // 7월 15일부터 17일까지, 7月15日至17日
  {
    pattern:
      /(?:(?<year>\d{4})[년年] ?)?(?<month>\d{1,2})[월月] ?(?<day>\d{1,2})[일日号]?(?:부터|에서|[~∼-]|至|到) ?(?:(?<month2>\d{1,2})[월月] ?)?(?<day2>\d{1,2})[일日号](?:까지)?/gu,
    read: ({ year, month, day, month2, day2 }, context) =>
      typed(
        `${day} ${NAMES[Number(month) - 1]} - ${day2} ${NAMES[Number(month2 ?? month) - 1]}${year ? ` ${year}` : ""}`,
        context,
      ),
  },
  // 지난 15일부터 17일, 15日至17日
  {
    pattern:
      /(?:지난 ?)?(?<![\d월月] ?)(?<day>\d{1,2})[일日]?(?:부터 |[~∼-]|至|到)(?<day2>\d{1,2})[일日](?:까지)?/gu,
    read: fromDay((on, { day, day2 }) => {
      const last = dayOnOrBefore(on, Number(day2));
      const first = last && dayOnOrBefore(last.latest, Number(day));
      return first && last && { earliest: first.earliest, latest: last.latest };
    }),
  },
  // 지난해 11월 3일, 去年11月3日
  {
    pattern: new RegExp(
      `(?<which>지난해|작년|재작년|올해|금년|去年|今年|前年) ?(?<month>\\d{1,2})[월月](?: ?(?<day>\\d{1,2})[일日号])?${PART}`,
      "gu",
    ),
    read: fromDay((on, { which = "", month, day, part: word }) => {
      const year = yearOf(on) - (/재작|前/.test(which) ? 2 : /올|금|今/.test(which) ? 0 : 1);
      return day
        ? dayPeriod(year, Number(month), Number(day))
        : part(monthPeriod(year, Number(month)), word);
    }),
  },
  {
    pattern: new RegExp(
      `(?<year>\\d{4})[년年] ?(?<month>\\d{1,2})[월月](?: ?(?<day>\\d{1,2})[일日号])?${PART}`,
      "gu",
    ),
    read: ({ year, month, day, part: word }) =>
      day
        ? dayPeriod(Number(year), Number(month), Number(day))
        : part(monthPeriod(Number(year), Number(month)), word),
  },
  {
    pattern: new RegExp(
      `(?<![\\d年년] ?)(?<month>\\d{1,2})[월月](?: ?(?<day>\\d{1,2})[일日号])?${PART}(?!개월|间)`,
      "gu",
    ),
    read: fromDay((on, { month, day, part: word }) => {
      const ofYear = (year: number) =>
        day
          ? dayPeriod(year, Number(month), Number(day))
          : part(monthPeriod(year, Number(month)), word);
      const here = ofYear(yearOf(on));
      return here && here.earliest <= on ? here : ofYear(yearOf(on) - 1);
    }),
  },
  // 이달 안에, 本月内: from the publication to the end
  {
    pattern:
      /(?:이번 ?달|이달) ?(?:안에|내에|말까지|중에)|(?:本月|这个?月)(?:内|底前|底之前|之内)/gu,
    read: fromDay((on) => {
      const month = monthFrom(on, 0);
      return month && { earliest: on, latest: month.latest };
    }),
  },
  // 올해 1분기, 今年头三个月
  {
    pattern:
      /(?:(?<year>\d{4})[년年]|(?<which>올해|금년|지난해|작년|今年|去年)) ?(?:(?<half>상반기|하반기|上半年|下半年)|第?(?<quarter>[1-4一二三四]) ?(?:분기|季度)|(?:头|前)(?<months>\d|[二两三四五六七八九])个月)/gu,
    read: (groups, context) => {
      if (groups.year) return monthsOf(Number(groups.year), groups);
      return fromDay((on) =>
        monthsOf(yearOf(on) - (/지난|작|去/.test(groups.which ?? "") ? 1 : 0), groups),
      )(groups, context);
    },
  },
  // 同年9月20日: of the year of the last event
  {
    pattern: /(?:同年|같은 ?해) ?(?<month>\d{1,2})[월月](?: ?(?<day>\d{1,2})[일日号])?/gu,
    read: ({ month, day }, { lastEvent }) => {
      if (lastEvent?.earliest == null) return "needs_publication";
      const year = yearOf(lastEvent.earliest);
      return day ? dayPeriod(year, Number(month), Number(day)) : monthPeriod(year, Number(month));
    },
  },
  // 지난달 15일, 上月15日, 이달 초, 本月9日
  {
    pattern: new RegExp(
      `(?<which>지난달|전달|이번 ?달|이달|上个?月|上個月|本月|这个?月)(?: ?(?<day>\\d{1,2})[일日号])?${PART}`,
      "gu",
    ),
    read: fromDay((on, { which = "", day, part: word }) => {
      const month = monthFrom(on, /지난|전|上/.test(which) ? -1 : 0);
      return day && month
        ? dayPeriod(yearOf(month.earliest), monthOf(month.earliest), Number(day))
        : part(month, word);
    }),
  },
  {
    pattern:
      /(?<which>지난 ?주|上周|上星期|上週|上个星期)(?: ?(?<weekday>[월화수목금토일一二三四五六日天])(?:요일)?)?(?![\d])/gu,
    read: fromDay((on, { weekday }) => {
      const week = weekPeriod(addDays(on, -7));
      return weekday ? one(addDays(week.earliest, weekdayIn(weekday) - 1)) : week;
    }),
  },
  { pattern: /이번 ?주|本周|这周|本週/gu, read: fromDay((on) => weekPeriod(on)) },
  {
    pattern: /올해 (?:초|들어)|올 ?초|今年(?:以来|年初|初|早些时候|稍早)/gu,
    read: fromDay((on) => ({ earliest: `${on.slice(0, 4)}-01-01`, latest: on })),
  },
  {
    pattern: /(?:지난해|작년|去年) ?(?<part>초|말|年?初|年?底)?/gu,
    read: fromDay((on, { part: word }) => {
      const year = yearPeriod(yearOf(on) - 1);
      if (!year || !word) return year;
      return /초|初/.test(word)
        ? { earliest: year.earliest, latest: `${yearOf(on) - 1}-04-30` }
        : { earliest: `${yearOf(on) - 1}-09-01`, latest: year.latest };
    }),
  },
  { pattern: /올해|금년|今年/gu, read: fromDay((on) => yearPeriod(yearOf(on))) },
  {
    pattern: /(?<year>(?:19|20)\d\d)[년年](?!대|级)/gu,
    read: ({ year }) => yearPeriod(Number(year)),
  },
  { pattern: /그저께|그제|前天/gu, read: fromDay((on) => one(addDays(on, -2))) },
  { pattern: /어제|昨[天日]/gu, read: fromDay((on) => one(addDays(on, -1))) },
  { pattern: /오늘|今[天日]/gu, read: fromDay((on) => one(on)) },
  {
    pattern:
      /(?<n>\d{1,3}|[이삼사오일两三四五六七八九十二一]) ?(?<unit>일|주|개월|달|天|周|个月|星期) ?(?:전|前|之前)/gu,
    read: fromDay((on, { n = "", unit = "" }) => {
      const count = /^\d+$/.test(n)
        ? Number(n)
        : " 一二三四五六七八九十".indexOf(n.replace("两", "二"));
      if (count < 1) return null;
      if (/^(?:일|天)$/.test(unit)) return one(addDays(on, -count));
      return /주|周|星期/.test(unit) ? weekPeriod(addDays(on, -7 * count)) : monthFrom(on, -count);
    }),
  },
  {
    pattern: /같은 ?날|同一天|同日|当天|當天|그날|이날(?= (?:체포|북송|송환))/gu,
    read: (_, { lastEvent }) => sameDay(lastEvent, 0),
  },
  {
    pattern:
      /(?<!지 )(?<n>하루|이틀|사흘|나흘|닷새|\d{1,2}일|\d{1,2}天|[一两三四五]天) ?(?:뒤|후|만에|后|後|之后)/gu,
    read: ({ n = "" }, { lastEvent }) => sameDay(lastEvent, daysIn(n)),
  },
  {
    pattern: /다음 ?날|이튿날|翌日|次日|第二天/gu,
    read: (_, { lastEvent }) => sameDay(lastEvent, 1),
  },
  {
    pattern: /(?<weekday>[월화수목금토일])요일|(?:星期|周|週|礼拜)(?<day>[一二三四五六日天])/gu,
    read: fromDay((on, { weekday, day }) => latestWeekday(on, weekdayIn(weekday ?? day ?? "일"))),
  },
  // 지난 15일, 15일
  {
    pattern:
      /(?:지난 )?(?<![\d.,~개월年월月])(?<day>\d{1,2})[일日号](?![ 间]?(?:간|동안|정도|째|전|구류))/gu,
    read: fromDay((on, { day }) =>
      Number(day) >= 1 && Number(day) <= 31 ? dayOnOrBefore(on, Number(day)) : null,
    ),
  },
];

const NAMES =
  "january february march april may june july august september october november december".split(
    " ",
  );

function sameDay(lastEvent: DayBounds | null, later: number): Reading {
  if (lastEvent?.earliest == null || lastEvent.latest === null) return "needs_publication";
  return {
    earliest: addDays(lastEvent.earliest, later),
    latest: addDays(lastEvent.latest, later),
    basis: "derived",
  };
}
