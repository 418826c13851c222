import { afterWord } from "./after-word";
import { EXACT_DATE } from "./calendar-dates";
import type { Finding } from "./finding";

/** Birth dates exact to the day, told by a word before or after. A year or a month alone is none. */
export function findBirthDates(plain: string): Finding[] {
  const before = datesAfterWord(plain)
    .filter(({ gap }) => !OTHER_DATE.test(gap))
    .map(({ start, end }) => finding(start, end));
  const after = [...plain.matchAll(WITH_WORD_AFTER)].map((match) =>
    finding(match.index, match.index + match[1]!.length),
  );
  return [...before, ...after];
}

const WORD_BEFORE =
  /(?:(?<![a-z-])(?:born|date of birth|birth ?date|birthday|(?<!place of |giv(?:e|es|ing) |gave )birth(?= ?:)|d\.? ?o\.? ?b\.?|b\.(?= ?\d))(?![a-z])|생년월일|출생일|생일|출생|出生日期|出生年月日?|出生于|出生|生于|生日|(?:дат[аыу]|год)(?: и место)? рождения|(?<!\p{L})родил(?:ся|ась|ись)|(?<!\p{L})рожд[её]н(?:а|ная|ный)?(?!\p{L})|(?<!\p{L})д\. ?р\.|تاريخ (?:ال)?ميلاد\p{L}{0,3}|(?<!\p{L})ولدت?(?!\p{L})|تاريخ الولادة|مواليد|المولودة?|تاریخ تولد|تاريخ تولد)/giu;
const GAP = "[ ,]?[^\\d\\n,;!?。；，！？]{0,40}?";
const datesAfterWord = afterWord(WORD_BEFORE, GAP, `(?<!\\d)(?:${EXACT_DATE}|\\d{6}(?![\\d-]))`);

/** What stands between the word and a date that is not the birth's. */
const OTHER_DATE =
  /arrest|detain|captur|held|return|deport|sent|after|before|since|until|began|law|체포|이후|이전|신고|송환|登记|被|捕|以后|以前|证|率|после|до |задерж|арест|закон|بعد|قبل|منذ|اعتقل|احتجز|رحل/iu;

const WITH_WORD_AFTER = new RegExp(
  `(?<![\\d.])(${EXACT_DATE})(?:\\.? ?(?:출생|생(?=[으이의,.) ]|$)|[^\\d\\n.,;]{0,14}태어)|出生(?!登|证|率)|生(?=[,，。)）;； ]|$|于|的)| ?(?:г\\. ?р\\.|г\\.р\\.|(?:года )?рождения)| ?\\((?:birth|born|date of birth|birth ?date|b\\.|d\\.?o\\.?b\\.?)\\))`,
  "giu",
);

function finding(start: number, end: number): Finding {
  return { kind: "birth_date", start, end, severity: "block", why: "birth_date_named" };
}
