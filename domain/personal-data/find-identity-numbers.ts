import { afterWord } from "./after-word";
import { isBirthDay, looksLikeDate } from "./calendar-dates";
import { isChineseCardSum, isKoreanNumberSum, isSnilsSum, isThaiNumberSum } from "./checksums";
import type { Finding } from "./finding";

/**
 * Numbers a state gives to one person.
 * 1. By their own form: Chinese card (18 with its sum, 15 with a province and a day), Korean number
 *    (with its hyphen and a day, also half hidden by asterisks; without hyphen also its sum), SNILS, Thai number.
 *    UNHCR's numbers of cases and individuals ("820-12C00345").
 * 2. After a word that names them ("ID no.", 身份证号, 주민번호, ИНН, رقم الهوية): 6 to 20 digits that are no date.
 */
export function findIdentityNumbers(plain: string): Finding[] {
  return [
    ...matches(plain, CHINESE_18, isChineseCard, "identity_chinese"),
    ...matches(plain, CHINESE_15, isOldChineseCard, "identity_chinese"),
    ...matches(plain, KOREAN, isKoreanNumber, "identity_korean"),
    ...matches(plain, KOREAN_HIDDEN, startsWithDay, "identity_korean"),
    ...matches(plain, SNILS, (text) => isSnilsSum(digitsOf(text)), "identity_checksum"),
    ...matches(plain, THAI, (text) => isThaiNumberSum(digitsOf(text)), "identity_checksum"),
    ...matches(plain, UNHCR, () => true, "identity_unhcr"),
    ...numbersAfterWord(plain)
      .filter(({ text }) => isNamedNumber(text))
      .map(({ start, end }) => finding(start, end, "identity_named")),
    ...matches(plain, SNILS, () => /СНИЛС|SNILS/iu.test(plain), "identity_named"),
  ];
}

const CHINESE_18 = /(?<![\dA-Za-z])\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[\dXx](?![\dA-Za-z])/gu;
const CHINESE_15 = /(?<![\dA-Za-z.-])\d{15}(?![\dA-Za-z])/gu;
const KOREAN = /(?<![\dA-Za-z-])\d{6}(?: ?- ?)?\d{7}(?![\dA-Za-z-])/gu;
const KOREAN_HIDDEN = /(?<![\dA-Za-z-])\d{6} ?- ?[1-8][\d*xX●○•]{0,5}[*xX●○•]/gu;
const SNILS = /(?<![\d-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\d-])/gu;
const THAI = /(?<![\d-])\d[ -]\d{4}[ -]\d{5}[ -]\d{2}[ -]\d(?![\d-])/gu;
const UNHCR = /(?<![\dA-Za-z/-])\d{3}-\d{2}C\d{5}(?![\dA-Za-z/-])/gu;

const NAMED =
  /(?:(?<!caller )\b(?:national |citizen |personal )?(?:id|identity|identification)(?: cards?| numbers?| no\b| code)?(?![a-z])|social security(?: number| no)?|\bssn\b|resident registration|\brrn\b|alien registration|a-number|refugee (?:card|certificate)|asylum(?:[- ]seeker)? (?:card|number)|tazkira|\bsnils\b|身份证|身份號碼|身份号码|居民证|居留证|(?<!旅行)证件号|公民号码|주민(?:등록)?번호|외국인(?:등록)?번호|등록번호|공민증|신분증|снилс|страхов\p{L}{1,4} номер|\bинн\b|(?<!\p{L})инн(?!\p{L})|(?<!\p{L})иин(?!\p{L})|удостоверени\p{L}{1,2} личности|вид на жительство|миграционн\p{L}{1,3} карт\p{L}{1,2}|رقم (?:ال)?هوي(?:[ةه]|ته|تها)|بطاق[ةه] (?:ال)?هوي[ةه]|الرقم (?:القومي|الوطني)|رقم الإقامة|رقم التذكرة|تذکره|کد ملی)/giu;
const GAP = "[^\\d\\n;!?。；！？]{0,28}?";
const VALUE =
  "(?<![\\dA-Za-z])[A-Z]{0,3}\\d(?:[ -]{0,2}[\\dA-Z*]){5,22}(?![\\dA-Za-z])(?! ?(?:%|명|人|元|원|руб|people|persons|yuan|won))";
const numbersAfterWord = afterWord(NAMED, GAP, VALUE);

function matches(
  plain: string,
  pattern: RegExp,
  isOne: (text: string) => boolean,
  why: Finding["why"],
): Finding[] {
  return [...plain.matchAll(pattern)]
    .filter((match) => isOne(match[0]))
    .map((match) => finding(match.index, match.index + match[0].length, why));
}

function isChineseCard(text: string): boolean {
  const card = text.replace(/[ -]/g, "");
  const [year, month, day] = [card.slice(6, 10), card.slice(10, 12), card.slice(12, 14)].map(
    Number,
  );
  return isBirthDay(year!, month!, day!) && isChineseCardSum(card);
}

/** The card of before 1999 has no sum, so its province must be one: 11 to 65. */
function isOldChineseCard(card: string): boolean {
  const [year, month, day] = [card.slice(6, 8), card.slice(8, 10), card.slice(10, 12)].map(Number);
  return (
    /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])/.test(card) && isBirthDay(year!, month!, day!)
  );
}

function isKoreanNumber(text: string): boolean {
  const digits = digitsOf(text);
  if (!startsWithDay(text) || !/^\d{6}[1-8]/.test(digits)) return false;
  return text.includes("-") || isKoreanNumberSum(digits);
}

function startsWithDay(text: string): boolean {
  const [year, month, day] = [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6)].map(Number);
  return isBirthDay(year!, month!, day!);
}

function isNamedNumber(text: string): boolean {
  const digits = digitsOf(text).length;
  return digits >= 6 && digits <= 20 && !looksLikeDate(text);
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "");
}

function finding(start: number, end: number, why: Finding["why"]): Finding {
  return { kind: "identity_number", start, end, severity: "block", why };
}
