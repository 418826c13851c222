import {
  anyCase,
  DAY,
  MONTH,
  NUMBER,
  numberOf,
  type OwnDate,
  own,
  pattern,
  UNIT_DAYS,
  WEEKDAY,
  whole,
  YEAR,
} from "./date-words";
import { EVENT_DATES } from "./dates-of-events";
import { HOLIDAYS, monthsOfYear, partOf, stretchOfYear } from "./stretch-of-year";

/** Tried in this order: each takes away what the next must not see. */
export const OWN_DATES: OwnDate[] = [
  own(pattern(`${YEAR}-\\d\\d-\\d\\d`), whole),
  // Counted people are no days: "between June 3 and 9 people" is none of these.
  own(
    pattern(
      `(?:[Bb]etween|[Ff]rom) ${MONTH} ${DAY}(?:,? ${YEAR})? (?:and|to|until|through) (?:${MONTH} )?${DAY}(?:,? ${YEAR})?`,
    ),
    whole,
  ),
  own(
    pattern(
      `(?:[Bb]etween|[Ff]rom) ${DAY}(?: ${MONTH})?(?: ${YEAR})? (?:and|to|until|through) ${DAY} ${MONTH}(?: ${YEAR})?`,
    ),
    whole,
  ),
  own(
    pattern(
      `(?:[Bb]etween|[Ff]rom) ${MONTH}(?: ${YEAR})? (?:and|to|until|through) ${MONTH}(?: ${YEAR})?`,
    ),
    whole,
  ),
  own(
    pattern(
      `[Ff]rom (?:the beginning of )?(${MONTH}) (?:to|until|through) (?:the )?(?:end of |late )(${MONTH})(?:,? (${YEAR}))?`,
    ),
    ([, from, to, year]) => `between ${from} and ${to}${year ? ` ${year}` : ""}`,
  ),
  own(pattern(`(?:[Bb]etween|[Ff]rom) ${YEAR} (?:and|to|until) ${YEAR}`), whole),
  own(
    pattern(
      `${MONTH} ${DAY} (?:and|or|to|through|until) (?:${MONTH} )?${DAY}(?:,? ${YEAR})?(?! \\p{L}*(?:people|Korean|migrant|refugee|defector))`,
    ),
    whole,
  ),
  own(pattern(`${DAY} (?:and|or|to) ${DAY} (?:of )?${MONTH}(?:,? ${YEAR})?`), whole),
  own(
    anyCase(`since (?:the )?(beginning|start|middle|end) of (${MONTH})(?:,? (${YEAR}))?`),
    ([, part = "", month, year]) => ({
      since: `${partOf(part)} ${month}${year ? ` ${year}` : ""}`,
    }),
  ),
  own(
    anyCase(`since (early|mid|late)[ -](${MONTH})(?:,? (${YEAR}))?`),
    ([, part, month, year]) => ({ since: `${part} ${month}${year ? ` ${year}` : ""}` }),
  ),
  own(
    anyCase(`since (last (?:week|month|year|${WEEKDAY})|${WEEKDAY}|yesterday)`),
    ([, from = ""]) => ({
      since: from,
    }),
  ),
  // "since the coup in February 2021": what happened then is named.
  own(
    pattern(
      `[Ss]ince (?:the|a|an|his|her|their|its)(?: (?!in\\b|on\\b|of last\\b)[\\p{L}'’-]+){1,4} (?:in|on|of) ((?:${MONTH} )?(?:${DAY}(?:,? ${YEAR})?)|${DAY} ${MONTH}(?: ${YEAR})?|(?:early |mid-|late )?(?:${MONTH} )?${YEAR}|${MONTH})`,
    ),
    ([, from = ""]) => ({ since: from }),
  ),
  own(
    anyCase("since (?:the )?(?:beginning|start) of (?:the|this) (month|year)"),
    ([, unit = ""]) => ({
      since: `this ${unit}`,
    }),
  ),
  own(
    anyCase(`(?:in |during )?(${MONTH}) of (?:the )?(same|following|next|previous) year`),
    ([, month = "", which = ""]) => ({
      month,
      years: /same/i.test(which) ? 0 : /previous/i.test(which) ? -1 : 1,
    }),
  ),
  own(
    anyCase(`(?:in|during|over) the (spring|summer|autumn|fall|winter)(?! of)`),
    ([, season = ""]) => season,
  ),
  own(
    anyCase(
      `(?:between|from) (?:the )?(beginning|start|middle|end|early|mid|late)?(?: of |-| )?(${MONTH}) (?:and|to|until|through) (?:the )?(beginning|start|middle|end|early|mid|late)?(?: of |-| )?(${MONTH})(?:,? (${YEAR}))?`,
    ),
    ([, a, from, b, to, year]) => {
      const of = (part: string | undefined, month: string) =>
        `${part ? `${/^(?:early|mid|late)$/i.test(part) ? part : partOf(part)} ` : ""}${month}${year ? ` ${year}` : ""}`;
      return { between: [of(a, from!), of(b, to!)] };
    },
  ),
  own(
    pattern(`(?:[Bb]etween |[Ff]rom )?(${WEEKDAY}) (?:and|or|to|through|until) (${WEEKDAY})`),
    ([, from = "", to = ""]) => ({ between: [from, to] }),
  ),
  own(
    anyCase(`(${WEEKDAY}) (?:of )?(last|this) week`),
    ([, day = "", which = ""]) => `${day} of ${which} week`,
  ),
  own(
    anyCase(
      `(?:in |during )?((?:(?:early|mid|late)[ -])?${MONTH}(?: ${DAY})?),? (?:of )?(last|this) year`,
    ),
    ([, month = "", which = ""]) => `${month} of ${which} year`,
  ),
  own(anyCase("earlier in the (week|month|year)"), ([, unit = ""]) => `earlier this ${unit}`),
  own(
    anyCase(
      `(?:in )?(early|mid|late)(?: in|-| to mid-| -)? ?(?:the month of )?(${MONTH})(?:,? (?:of )?(${YEAR}))?`,
    ),
    ([, part, month, year]) => `${part} ${month}${year ? ` ${year}` : ""}`,
  ),
  own(
    anyCase(
      `(?:the )?(beginning|start|middle|end|first week|first half|second half|last week|second week|third week) of (${MONTH})(?:,? (${YEAR}))?`,
    ),
    ([, part = "", month, year]) => `${partOf(part)} ${month}${year ? ` ${year}` : ""}`,
  ),
  own(
    anyCase(`(?:before|by|until) the end of (?:the|this) (week|month|year)`),
    ([, unit = ""]) => ({ untilEndOf: unit.toLowerCase() as "week" | "month" | "year" }),
  ),
  own(anyCase(`(?:later|sometime|some time) this (week|month|year)`), ([, unit = ""]) => ({
    untilEndOf: unit.toLowerCase() as "week" | "month" | "year",
  })),
  own(
    anyCase(
      `(?:within|in the next|in the coming|over the next) (${NUMBER}|few)? ?(day|week|month)s?`,
    ),
    ([, number, unit = ""]) =>
      number === undefined || /few/i.test(number)
        ? null
        : { untilDays: numberOf(number) * UNIT_DAYS[unit.toLowerCase()]! },
  ),
  own(
    anyCase(
      `(?:in |during |over )?(?:the )?(first|second|third|fourth|last) (quarter|half|three months|six months|nine months) of (${YEAR}|the year|this year|last year)`,
    ),
    ([, which = "", stretch = "", year = ""]) => stretchOfYear(which, stretch, year),
  ),
  own(anyCase(`Q([1-4]) (${YEAR})`), ([, quarter, year = ""]) =>
    monthsOfYear(Number(quarter) * 3 - 2, Number(quarter) * 3, year),
  ),
  own(
    anyCase(`(?:the )?first (?:few )?days of (${MONTH})(?:,? (${YEAR}))?`),
    ([, month, year]) => `early ${month}${year ? ` ${year}` : ""}`,
  ),
  own(
    anyCase(`(New Year's (?:Day|Eve)|Christmas (?:Day|Eve)|May Day)(?:,? (?:of )?(${YEAR}))?`),
    ([, holiday = "", year]) =>
      `${HOLIDAYS[holiday.toLowerCase().replaceAll("’", "'")]}${year ? ` ${year}` : ""}`,
  ),
  own(
    anyCase(`(?:the )?(beginning|start|middle|end) of (this|last|the) (month|year)`),
    ([, part = "", which = "", unit = ""]) => {
      const of = /the/i.test(which) ? "this" : which;
      return unit.toLowerCase() === "month" ? `${partOf(part)} of ${of} month` : `${of} ${unit}`;
    },
  ),
  own(
    pattern(`(${MONTH}),? (?:and|or|to|through|until) (${MONTH})(?: (?:of )?(${YEAR}))?`),
    ([, from, to, year]) => `between ${from} and ${to}${year ? ` ${year}` : ""}`,
  ),
  own(
    anyCase(`(?:the )?(\\d{1,2})(?:st|nd|rd|th) of (this|last) month`),
    ([, day, which]) => `${which} month:${day}`,
  ),
  own(
    anyCase(`(early|mid|late|earlier|later)(?: in|-)? ?(this|last) (week|month|year)`),
    ([, part = "", which = "", unit = ""]) => {
      if (which.toLowerCase() === "this" && /er$/i.test(part)) return `${part} this ${unit}`;
      return unit.toLowerCase() === "month" && !/er$/i.test(part)
        ? `${part} of ${which} month`
        : `${which} ${unit}`;
    },
  ),
  own(
    anyCase(`(?:since|after|before|until|by) (?:the )?(?:beginning|start|end) of (${YEAR})`),
    (match) => (/before|until|by/i.test(match[0]) ? `by ${match[1]}` : `since ${match[1]}`),
  ),
  own(
    anyCase(
      `(?:(?:in|over|during|for|within) )?(?:the )?(?:past|last|previous|preceding) (${NUMBER}|few|several) (day|week|month|year)s?`,
    ),
    ([, number = "", unit = ""]) =>
      /few|several/i.test(number)
        ? { fromDaysAgo: null, basis: "estimated" }
        : { fromDaysAgo: numberOf(number) * UNIT_DAYS[unit.toLowerCase()]!, basis: "derived" },
  ),
  own(
    anyCase("(?:in|over|during) (?:the )?(?:past|last|previous|preceding) (day|week|month|year)"),
    ([, unit = ""]) => ({
      fromDaysAgo: UNIT_DAYS[unit.toLowerCase()]!,
      basis: "derived",
    }),
  ),
  own(anyCase("(?:in )?recent (?:days|weeks|months|years)"), () => ({
    fromDaysAgo: null,
    basis: "estimated",
  })),
  own(anyCase("so far this (week|month|year)"), ([, unit]) => `earlier this ${unit}`),
  own(anyCase("(last|this|next) (week|month|year)"), ([, which, unit]) => `${which} ${unit}`),
  own(anyCase("the (?:previous|past) (week|month|year)"), ([, unit]) => `last ${unit}`),
  own(
    anyCase(`(?:since )?(last|this|next) (spring|summer|autumn|fall|winter)`),
    ([all = "", , season]) => (/^since/i.test(all) ? `since ${season}` : `${season}`),
  ),
  own(
    anyCase(`(spring|summer|autumn|fall|winter) (?:of )?(${YEAR})`),
    ([, season, year]) => `${season} ${year}`,
  ),
  own(
    anyCase(`(since|until|by|before|after) last (${MONTH})`),
    ([, word, month]) => `${word} ${month}`,
  ),
  own(pattern(`[Ll]ast (${MONTH})(?! \\d)`), ([, month]) => `${month}`),
  own(
    pattern(
      `(?:[Ss]ince|[Uu]ntil|[Bb]efore|[Aa]fter) (?:${MONTH} ${DAY}(?:,? ${YEAR})?|${DAY} ${MONTH}(?: ${YEAR})?|${MONTH}(?: ${YEAR})?|${YEAR})`,
    ),
    whole,
  ),
  ...EVENT_DATES,
  own(anyCase("(?:the )?day before yesterday"), () => "day before yesterday"),
  own(anyCase("overnight(?! \\w+ (?:on|last))"), () => ({ fromDaysAgo: 1, basis: "derived" })),
  own(
    anyCase("(?:over |at |during |last )?(?:the |this |last )?weekend"),
    () => "last saturday or sunday",
  ),
  own(
    anyCase(
      `(?:(?:the )?(?:night|morning|evening|afternoon|early hours|small hours) of )(${DAY} ${MONTH}(?: ${YEAR})?|${MONTH} ${DAY}(?:,? ${YEAR})?)`,
    ),
    ([, date]) => date ?? null,
  ),
  own(
    anyCase(`(?:in |on |during |overnight )?(?:the )?night (?:to|of|from|on|into) (${WEEKDAY})`),
    ([, weekday = ""]) => weekday,
  ),
  own(anyCase(`last (${WEEKDAY})`), ([, weekday]) => `last ${weekday}`),
  own(anyCase(`next (${WEEKDAY})`), () => "next week"),
  own(anyCase(`(early|mid|late)[ -](${YEAR})`), ([, part, year]) => `${part} ${year}`),
  own(
    anyCase(
      `in the week (?:to|ending|ending on|up to|until) (${MONTH} ${DAY}(?:,? ${YEAR})?|${DAY} ${MONTH}(?: ${YEAR})?|${WEEKDAY})`,
    ),
    ([, end = ""]) => ({ weekTo: end }),
  ),
  own(pattern(`(?:[Ii]n |[Dd]uring )(${YEAR}) and (${YEAR})`), ([, from = "", to = ""]) => ({
    between: [from, to],
  })),
  own(anyCase("(?:a|one) fortnight ago"), () => "two weeks ago"),
  own(
    anyCase(
      `(?:in|over|during) the course of (${MONTH}(?: ${YEAR})?|${YEAR}|(?:this|last) (?:week|month|year))`,
    ),
    ([, of = ""]) => of,
  ),
  own(
    pattern(`(?:[Ii]n|[Dd]uring|[Tt]hroughout)(?: the whole of| all of)? (${YEAR})`),
    ([, year]) => year ?? null,
  ),
  own(
    pattern(
      `[Oo]n (?:the )(\\d{1,2})(?:st|nd|rd|th)(?! (?:of|floor|street|anniversary|century|birthday))`,
    ),
    ([, day]) => `month:${day}`,
  ),
];
