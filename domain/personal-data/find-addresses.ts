import type { Finding } from "./finding";

/** Street addresses with a house number; in English also without one after words of living somewhere. Only warnings. */
export function findAddresses(plain: string): Finding[] {
  return PATTERNS.flatMap((pattern) =>
    [...plain.matchAll(pattern)].map(
      (match): Finding => ({
        kind: "address",
        start: match.index,
        end: match.index + match[0].length,
        severity: "warn",
        why: "address_street",
      }),
    ),
  );
}

const WORDS = "(?:\\p{Lu}[\\p{L}'-]{1,24} ){1,4}";
const STREET =
  "(?:Street|St\\b|Road|Rd\\b|Avenue|Ave\\b|Lane|Drive|Boulevard|Blvd|Alley|Terrace|Crescent)";
const ROOM =
  "(?:(?:Room|Apartment|Apt\\.?|Flat|Building|Block|Unit|House|No\\.) ?\\d{1,5}[A-Za-z]?,? ){1,4}";

const PATTERNS = [
  new RegExp(`(?:${ROOM})(?:\\d{1,5} )?${WORDS}${STREET}`, "gu"),
  new RegExp(`(?<![\\d.,-])\\d{1,5}[A-Za-z]? ${WORDS}${STREET}`, "gu"),
  new RegExp(
    `(?<=(?:lives?|lived|living|resid\\w{1,5}|home|house|flat) (?:at|on|in) )${WORDS}${STREET}`,
    "gu",
  ),
  /(?:[가-힣]{1,8}[시도] )?[가-힣]{1,8}[시군구] [가-힣]{1,10}[로길] ?\d{1,4}(?:번?길 ?\d{1,4})?(?:-\d{1,4})?(?! ?[명인개대년월일\d])/gu,
  /(?:\p{Script=Han}{2,9}[市县区州])?\p{Script=Han}{2,8}(?:路|街|巷|弄|道) ?\d{1,5}号(?:\d{1,4}(?:号楼|栋|单元)){0,2}(?:\d{1,5}室)?/gu,
  /(?:[Уу]л\.|[Уу]лиц[аеуы]|просп\.|проспекте?|пр-т|пер\.|переул\p{L}{2,4}|шоссе|бульваре?) ?\p{Lu}[\p{L}-]{1,24}(?: [\p{L}-]{1,24})?,? (?:д\.|дом)? ?\d{1,4}[а-я]?(?:, (?:кв\.|квартира) ?\d{1,4})?/gu,
  /شارع \p{L}{2,20}(?: \p{L}{2,20})?[،,]? (?:رقم|بناي[ةه]|مبنى|عمارة|منزل) ?\d{1,4}/gu,
];
