import { afterWord } from "./after-word";
import { looksLikeDate } from "./calendar-dates";
import type { Finding } from "./finding";

/** Numbers of passports and travel documents: up to three letters and 6 to 10 digits soon after a word for them. */
export function findPassports(plain: string): Finding[] {
  return numbersAfterWord(plain)
    .filter(({ text }) => !looksLikeDate(text) && digitCount(text) >= 6 && digitCount(text) <= 10)
    .map(({ start, end }) => ({
      kind: "passport",
      start,
      end,
      severity: "block",
      why: "passport_named",
    }));
}

const WORD =
  /(?:passports?|travel (?:document|permit)s?|laissez-passer|여권|여행증명서|护照|護照|旅行证件?|通行证|(?:загран)?паспорт\p{L}{0,3}|сери[яию](?= ?\d\d ?\d\d,? ?(?:номер|No?\.?) ?\d{6}(?!\d))|جوازات|جواز|وثيق[ةه] (?:ال)?سفر|گذرنامه|پاسپورت)/giu;
const GAP = "(?:[^\\d\\n;!?。；！？]){0,44}?";
const VALUE =
  "(?<![\\dA-Za-z])[A-Z]{0,3} ?\\d(?:(?:,? ?(?:№|N|No\\.?|номер) ?| ?[A-Z]?)\\d){5,9}(?![\\d%A-Za-z]|[.,:]\\d)(?! ?(?:명|人|元|원|руб|people|persons|arrivals|yuan|won))";
const numbersAfterWord = afterWord(WORD, GAP, VALUE);

function digitCount(text: string): number {
  return text.replace(/\D/g, "").length;
}
