import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { afterWord } from "./after-word";
import { looksLikeDate } from "./calendar-dates";
import type { Finding } from "./finding";

/** Countries whose numbers are found without their country code, those of the field's cases. */
export const PHONE_REGIONS: CountryCode[] = [
  ...([
    "KR",
    "CN",
    "KP",
    "RU",
    "TH",
    "VN",
    "LA",
    "MM",
    "KH",
    "MN",
    "JP",
    "TW",
    "HK",
    "US",
    "GB",
  ] as const),
  ...(["TR", "PK", "AF", "BD", "MY", "SA", "IR", "IQ", "EG", "KZ"] as const),
];

/**
 * Phone numbers.
 * 1. With + or 00 and a country's code: 8 to 15 digits, possible in that country; from 10 digits after a + always.
 * 2. As dialled inside a country: the shapes of Korea, China, Russia and North America, and numbers with a
 *    leading 0 that libphonenumber calls valid in one of `regions`. A number in the middle of a longer chain
 *    of digits and hyphens (a reference, an ISBN) is none.
 * 3. Mobile numbers and those with a + also when a line break, "·", "/" or "," parts their groups.
 * 4. After a word for it ("tel.", 전화, 电话): 7 to 15 digits that are no date and no amount, or as many Chinese
 *    numerals. Two shapes, of Myanmar and North Korea, also before such a word.
 */
export function findPhones(plain: string, regions: CountryCode[]): Finding[] {
  const budget = { parses: MOST_PARSES };
  return [
    ...[...plain.matchAll(RUN)].flatMap((match) => phonesInRun(plain, match, regions, budget)),
    ...phonesParted(plain, regions, budget),
    ...[...plain.matchAll(BEFORE_WORD)].map((match) =>
      finding(match.index, match.index + match[1]!.length, "phone_named"),
    ),
    ...numeralsAfterWord(plain).map(({ start, end }) => finding(start, end, "phone_named")),
    ...numbersAfterWord(plain)
      .filter(({ text }) => isNamedPhone(text))
      .map(({ start, end }) => finding(start, end, "phone_named")),
  ];
}

/** About 20 µs each. A text with more numbers than that is judged by their shapes alone, which marks more, not less. */
const MOST_PARSES = 200;
type Budget = { parses: number };

const RUN = /[+(]{0,2}\d(?:[ ().-]{0,3}\d)*/gu;
const MOST_GROUPS = 7;

/** `digits`: how many. */
type Group = { start: number; end: number; digits: number };

/** The phone numbers in one chain of digits; from each group on, the longest that is one. */
function phonesInRun(
  plain: string,
  run: RegExpExecArray,
  regions: CountryCode[],
  budget: Budget,
): Finding[] {
  const found: Finding[] = [];
  const groups: Group[] = [...run[0].matchAll(/\d+/g)].map((match) => ({
    start: run.index + match.index,
    end: run.index + match.index + match[0].length,
    digits: match[0].length,
  }));
  for (let first = 0; first < groups.length; first++) {
    if (!mayBegin(plain, groups[first]!.start)) continue;
    const longest = Math.min(first + MOST_GROUPS, groups.length) - 1;
    let digits = 0;
    for (let at = first; at <= longest; at++) digits += groups[at]!.digits;
    for (let last = longest; last >= first && digits >= 7; digits -= groups[last--]!.digits) {
      const { end } = groups[last]!;
      if (digits > 15 || !mayEnd(plain, end)) continue;
      const start = leadIn(plain, groups[first]!.start, end);
      const why = phoneReason(plain.slice(start, end), regions, budget);
      if (why === null) continue;
      found.push(finding(start, end, why));
      first = last;
      break;
    }
  }
  return found;
}

const PARTED = /(?<=\d)(?:\r\n|[\n·・‧/,])(?=[\d(])/gu;
const PARTED_MOBILE =
  /^(?:0(?:1[016-9]|70)-?\d{3,4}-?\d{4}|1[3-9]\d-\d{4}-\d{4}|8[26]-1\d{1,2}-\d{3,4}-\d{4})$/;

/**
 * Numbers whose groups are parted otherwise: hyphens of the same length are put there, and the result read again.
 * Where a Chinese number would be parted by "," or "/", it may as well be a list of pages.
 */
function phonesParted(plain: string, regions: CountryCode[], budget: Budget): Finding[] {
  const hyphened = plain.replace(PARTED, (parted) => "-".repeat(parted.length));
  if (hyphened === plain) return [];
  return [...hyphened.matchAll(RUN)]
    .filter(({ index, 0: run }) => plain.slice(index, index + run.length) !== run)
    .flatMap((run) => phonesInRun(hyphened, run, regions, budget))
    .filter(({ start, end }) => {
      const given = plain.slice(start, end);
      const read = hyphened.slice(start, end);
      if (given === read || given.split("\n").length > 2) return false;
      if (/^1[^,/]*[,/]/.test(given)) return false;
      return given.startsWith("+")
        ? !given.includes(",")
        : PARTED_MOBILE.test(read.replace(/--| /g, "-"));
    });
}

/** A + before the first digit belongs to the number, and a ( that is closed before its end. */
function leadIn(plain: string, start: number, end: number): number {
  let at = start;
  if (plain[at - 1] === "(" && plain.slice(at, end).includes(")")) at--;
  if (plain[at - 1] === "+") at--;
  if (plain[at - 1] === "(" && plain.slice(at, end).includes(")")) at--;
  return at;
}

function mayBegin(plain: string, start: number): boolean {
  if (/\+\(?$/.test(plain.slice(Math.max(0, start - 2), start))) return true;
  const before = plain.slice(Math.max(0, start - 2), start);
  return !/[\p{Script=Latin}\d_/#=&?%$€£¥₩.,-]$|\d[:)]$/u.test(before);
}

function mayEnd(plain: string, end: number): boolean {
  return !/^(?:[\p{Script=Latin}\d_/%=&]|[.,:-]\d|-[\p{Script=Latin}])/u.test(
    plain.slice(end, end + 2),
  );
}

function phoneReason(text: string, regions: CountryCode[], budget: Budget): Finding["why"] | null {
  const digits = text.replace(/\D/g, "");
  if (digits.length < 7 || digits.length > 15 || looksLikeDate(text)) return null;
  if (text.includes("+"))
    return isInternational(text, digits, budget) ? "phone_international" : null;
  if (/^00[1-9]/.test(digits) || /^00[ -][1-9]/.test(text)) {
    const number = `+${digits.slice(2)}`;
    return digits.length >= 11 && isPossible(number, undefined, budget)
      ? "phone_international"
      : null;
  }
  if (SHAPES.some((shape) => shape.test(text))) return "phone_national";
  return isTrunkNumber(text, digits) && regions.some((region) => isValid(text, region, budget))
    ? "phone_national"
    : null;
}

function isInternational(text: string, digits: string, budget: Budget): boolean {
  if (!/^\(?\+[1-9(]/.test(text)) return false;
  if (digits.length >= 8 && isPossible(`+${digits}`, undefined, budget)) return true;
  // Satellite and other numbers of no country; a further group of digits would make them too long.
  return digits.length >= 10 && !/ \d{4}$/.test(text);
}

/** Numbers that are told by their shape alone. */
const SHAPES = [
  /^\(?0(?:1[016-9]|70|50\d)\)?[ .-]?\d{3,4}[ .-]?\d{4}$/,
  /^\(?0(?:2|[3-6]\d)(?:\) ?|[.-])\d{3,4}[.-]\d{4}$/,
  /^1[3-9]\d([ -]?)\d{4}\1\d{4}$/,
  /^\(?0(?:10|[2-9]\d{1,2})(?:\) ?|-)\d{3,4}[ -]?\d{4}$/,
  /^8[ -]?\(?\d{3,4}\)?[ -]?\d{2,3}[ -]\d{2}[ -]?\d{2}$/,
  /^89\d{9}$/,
  /^(?:82[ -]1[016-9]|86[ -]1[3-9]\d)[ -]\d{3,4}[ -]\d{4}$/,
  /^7[ -]\(?9\d\d\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}$/,
  /^\(\d{3,4}\) ?\d{2,3}-\d{2}-\d{2}$/,
  /^(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[.-]\d{4}$/,
];

function isTrunkNumber(text: string, digits: string): boolean {
  if (!/^\(?0[1-9]/.test(text) || digits.length < 9 || digits.length > 11) return false;
  if (/^0\d \d{3} \d{3}$/.test(text) || /\.\d+\./.test(text)) return false;
  return !/^\d\d?[.-]/.test(text) || /^\d\d-\d{3,4}-\d{4}$/.test(text);
}

function isPossible(text: string, region: CountryCode | undefined, budget: Budget): boolean {
  if (budget.parses-- <= 0) return true;
  return parsePhoneNumberFromString(text, region)?.isPossible() ?? false;
}

function isValid(text: string, region: CountryCode, budget: Budget): boolean {
  if (budget.parses-- <= 0) return true;
  return parsePhoneNumberFromString(text, region)?.isValid() ?? false;
}

const WORD =
  /(?:(?<![a-z])(?:tel|telephone|phones?|mobile|cell(?:ular|phone)?|handset|fax|hotline|call(?:ed)?|dial|ring|text(?= ?: ?[\d+(]| (?:me|us|him|her|them|to|at)(?![a-z]))|sms|whatsapp|viber|imo|contact|callback)(?![a-z])|전화|연락처|휴대폰|핸드폰|손전화|팩스|电话|電話|手机|手機|座机|联系方式|致电|拨打|传真|телефон\p{L}{0,3}|(?<!\p{L})тел\.?(?!\p{L})|(?<!\p{L})моб\.|мобильн\p{L}{2,3}|звоните|هاتف|الهاتف|جوال|موبايل|تلفون|واتساب|اتصل|شماره تماس|تلفن|ဖုန်း)/giu;
const GAP = "(?:[^\\d\\n+(;!?。；]){0,22}?";
const VALUE =
  "(?<![\\d.,/#A-Za-z-])[+(]{0,2}\\d(?:[ ().-]{0,2}\\d){6,17}(?![\\d%A-Za-z/:]|[.,:-]\\d)(?! ?(?:명|人|元|원|руб|people|persons|yuan|won|dollars))";
const numbersAfterWord = afterWord(WORD, GAP, VALUE);

const numeralsAfterWord = afterWord(
  /电话|電話|手机|手機|座机|联系方式|致电|拨打/gu,
  "[^\\d\\n;!?。；〇零一二三四五六七八九幺]{0,10}?",
  "[〇零一二三四五六七八九幺](?:[ -]?[〇零一二三四五六七八九幺]){6,14}",
);

const BEFORE_WORD =
  /(?<![\w.,/#+-])(09-\d{7,9}|19[1-5]-\d{3}-\d{4})(?= ?[(,:]? ?(?:(?:tel|telephone|phone|mobile|cell|handset|viber)(?![a-z])|전화|휴대폰|손전화|电话|手机|ဖုန်း))/giu;

/** Not a date or range, not a decimal, not an amount in thousands, not a reference of two long halves. */
function isNamedPhone(text: string): boolean {
  const digits = text.replace(/\D/g, "").length;
  if (digits < 7 || digits > 15 || looksLikeDate(text)) return false;
  return !/^\d{1,3}\.\d{3,}$/.test(text) && !/^[1-9]\d{0,2}(?: \d{3}){2,}$/.test(text);
}

function finding(start: number, end: number, why: Finding["why"]): Finding {
  return { kind: "phone", start, end, severity: "block", why };
}
