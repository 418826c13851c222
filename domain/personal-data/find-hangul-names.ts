import type { FoundName } from "./found-name";
import { COUNTIES_NAMED_FOR_PEOPLE, NOT_A_HANGUL_NAME } from "./not-a-name";
import { COMMON_HANGUL_SURNAMES, HANGUL_DOUBLE_SURNAMES, HANGUL_SURNAMES } from "./surnames";

/**
 * Korean names: before 씨, 님, 군 or 양; before an age or a year of birth in brackets; before a title such as
 * 목사 or 기자; and 김모 씨. 날씨, 선생님 and 무산군 are none, since a surname and a given name must come first.
 */
export function findHangulNames(plain: string): FoundName[] {
  const found: FoundName[] = [];
  for (const [pattern, why] of RULES) {
    for (const match of plain.matchAll(pattern)) {
      const name = match[1]!;
      if (NOT_A_HANGUL_NAME.has(name) || COUNTIES_NAMED_FOR_PEOPLE.has(match[0])) continue;
      found.push({ start: match.index, end: match.index + name.length, why });
    }
  }
  return found;
}

const ALONE = "(?<![가-힣])";
const FULL = `(?:[${HANGUL_SURNAMES}][가-힣]{2}|(?:${HANGUL_DOUBLE_SURNAMES})[가-힣]{1,2})`;
const COMMON = `(?:[${COMMON_HANGUL_SURNAMES}][가-힣]{1,3}|(?:${HANGUL_DOUBLE_SURNAMES})[가-힣]{1,2})`;
const END = "(?=[는은이가와과도의를을에께측등로,.()·\"'’”…!? \\n]|$)";

const RULES: [RegExp, FoundName["why"]][] = [
  [new RegExp(`${ALONE}(${COMMON}) ?씨${END}`, "gu"), "name_title"],
  [new RegExp(`${ALONE}([${HANGUL_SURNAMES}]) ?[모씨] ?(?:씨|\\(\\d{1,2}\\))`, "gu"), "name_title"],
  [new RegExp(`${ALONE}([${COMMON_HANGUL_SURNAMES}]) 씨${END}`, "gu"), "name_title"],
  [new RegExp(`${ALONE}(${FULL}) ?[군양님]${END}`, "gu"), "name_title"],
  [
    new RegExp(
      `${ALONE}(${FULL}|[${COMMON_HANGUL_SURNAMES}][가-힣]{3}) ?\\((?:[남여][,·] ?)?(?:\\d{1,2}(?:세|살)?|(?:19|20)?\\d\\d년생)[,)]`,
      "gu",
    ),
    "name_age",
  ],
  [
    new RegExp(
      `${ALONE}([${COMMON_HANGUL_SURNAMES}][가-힣](?![의은는을를에와과도들])[가-힣]) (?:목사|대표|변호사|기자|선교사|교수|의원|전도사|신부|박사|여사|선생)${END}`,
      "gu",
    ),
    "name_title",
  ],
];
