/**
 * Sources of patterns for a date that is exact to the day, in the spellings of English, Korean, Chinese,
 * Russian and Arabic. Every one is bounded. Whether the day exists is not asked.
 */
const EN_MONTHS =
  "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
const RU_MONTHS =
  "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)";
const AR_MONTHS =
  "(?:يناير|فبراير|مارس|[أا]بريل|مايو|يونيو|يوليو|[أا]غسطس|سبتمبر|[أا]كتوبر|نوفمبر|ديسمبر|كانون (?:الثاني|الأول)|شباط|[آا]ذار|نيسان|[أا]يار|حزيران|تموز|[آا]ب|[أا]يلول|تشرين (?:الأول|الثاني))";

export const EXACT_DATE = [
  "\\d{4}\\. \\d{1,2}\\. \\d{1,2}\\.?",
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]${EN_MONTHS},?[ -]\\d{4}`,
  `${EN_MONTHS} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}`,
  "(?:[一二三四五六七八九〇零]{4}|\\d{4} ?)年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号]",
  "(?:\\d{4}|\\d{2}) ?[年년] ?\\d{1,2} ?[月월] ?\\d{1,2} ?[日일号號]?",
  "\\d{4}[-/.] ?\\d{1,2}[-/.] ?\\d{1,2}",
  "\\d{1,2}[-/.]\\d{1,2}[-/.](?:\\d{4}|\\d{2})",
  `\\d{1,2} ${RU_MONTHS} \\d{4}(?: г(?:ода|\\.)?)?`,
  `\\d{1,2} (?:من )?${AR_MONTHS} \\d{4}`,
  "(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)",
].join("|");

const MONTH_OR_DAY = "(?:0?[1-9]|[12]\\d|3[01])";
const YEAR = "(?:1[89]|20)\\d\\d";
const LOOKS_LIKE_DATE = new RegExp(
  `^\\(?(?:${[
    `${YEAR}[-./ ]{1,2}${MONTH_OR_DAY}[-./ ]{1,2}${MONTH_OR_DAY}`,
    `${MONTH_OR_DAY}[-./]${MONTH_OR_DAY}[-./](?:${YEAR}|\\d\\d)`,
    `${YEAR} ?[-/] ?(?:${YEAR}|\\d\\d)`,
    `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])`,
  ].join("|")})(?!\\d)`,
);

/** True for a text of digits that begins as a date or a range of years does. */
export function looksLikeDate(text: string): boolean {
  return LOOKS_LIKE_DATE.test(text);
}

/** True when year (two or four digits), month and day can be a birth: a real day of 1880 to 2099. */
export function isBirthDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0;
  const length = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= length && (year < 100 || (year >= 1880 && year <= 2099));
}
