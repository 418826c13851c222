import type { FoundName } from "./found-name";

/**
 * Arabic names after a title: السيد, السيدة, الشيخ, المحامي and the like. Two words, three where the first
 * is one that never stands alone (عبد, أبو). An office ("السيد الوزير") begins with the article and is none.
 */
export function findArabicNames(plain: string): FoundName[] {
  return [...plain.matchAll(AFTER_TITLE)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    why: "name_title",
  }));
}

const WORD = "[\\u0621-\\u064a]{2,16}";
const AFTER_TITLE = new RegExp(
  `(?<=(?<!\\p{L})(?:السيدة?|السيده|الآنسة|المواطنة?|المدعوة?|الشيخ|المحامية?|الدكتورة?|الأستاذة?) )(?!ال|و[\\u0621-\\u064a]{4})(?:(?:عبد|أبو|ابن|بن|أم) ${WORD} ${WORD}|${WORD} ${WORD})`,
  "gu",
);
