import { anyCase, NUMBER, numberOf, type OwnDate, own, UNIT_DAYS } from "./date-words";

/** Dates that are counted from the event before: "the same day", "two weeks later". In the order they are tried. */
export const EVENT_DATES: OwnDate[] = [
  own(
    anyCase(
      `(?:on )?(?:the|that) (?:very )?same (?:day|night|evening|morning)|on (?:the|that) (?:day|night) of the \\p{L}+|(?:on )?that (?:day|night)`,
    ),
    () => ({ sinceEvent: 0 }),
  ),
  own(
    anyCase("(?:a few|several|some|two|three|four|five|six|\\d{1,2}) hours (?:later|earlier)"),
    () => ({ sinceEvent: 0 }),
  ),
  own(
    anyCase("(?:(?:on|in) )?(?:the )?(?:next|following) (?:day|morning|night|evening|afternoon)"),
    () => ({
      sinceEvent: 1,
    }),
  ),
  own(anyCase("(?:in |during )?the (?:very )?same (week|month|year)"), ([, unit]) => ({
    sinceEvent: 0,
    whole: unit!.toLowerCase() as "week",
  })),
  own(anyCase("(?:in |during )?the (?:next|following) (week|month|year)"), ([, unit]) => ({
    sinceEvent: 1,
    whole: unit!.toLowerCase() as "week",
  })),
  own(anyCase(`after (?:just |only )?(${NUMBER}) days?(?! (?:of|on)\\b)`), ([, number = ""]) => ({
    sinceEvent: numberOf(number),
  })),
  own(
    anyCase(
      "(?:on )?the (?:previous (?:day|night|evening)|(?:day|night|evening) before(?! yesterday))",
    ),
    () => ({ sinceEvent: -1 }),
  ),
  own(
    anyCase("(?:on )?the (?:day|morning|night) after(?! (?!(?:and|but|in|at|on|near)\\b)\\p{L})"),
    () => ({ sinceEvent: 1 }),
  ),
  own(
    anyCase(
      "(?:in |during )?the (week|month|year) (before|after)(?! (?!(?:and|but|in|at|on|near)\\b)\\p{L})",
    ),
    ([, unit, way]) => ({
      sinceEvent: /before/i.test(way!) ? -1 : 1,
      whole: unit!.toLowerCase() as "week",
    }),
  ),
  own(
    anyCase(
      `(${NUMBER}) (day|week|month|year)s? (?:(later|earlier|previously)|(before|after|afterwards)(?! (?!(?:and|but|in|at|on|near)\\b)\\p{L}))`,
    ),
    ([, number = "", unit = "", comparative, adverb]) => {
      const ahead = /later|after/i.test(comparative ?? adverb ?? "") ? 1 : -1;
      const days = /day|week/i.test(unit) ? UNIT_DAYS[unit.toLowerCase()]! : 1;
      const counted = { sinceEvent: numberOf(number) * days * ahead };
      return /day|week/i.test(unit)
        ? counted
        : { ...counted, whole: unit.toLowerCase() as "month" };
    },
  ),
];
