import type { FoundName } from "./found-name";
import { NOT_A_HAN_NAME } from "./not-a-name";
import { HAN_DOUBLE_SURNAMES, HAN_SURNAMES } from "./surnames";

/**
 * Chinese names, and Korean ones in Han: before 先生, 女士 or 小姐; before 某; before an age or a sex in
 * brackets; before 牧师 or 律师. Han is written without spaces, so a surname from the list must begin it.
 */
export function findHanNames(plain: string): FoundName[] {
  return RULES.flatMap(([pattern, why]) =>
    [...plain.matchAll(pattern)]
      .filter((match) => !NOT_A_HAN_NAME.test(match[1]!))
      .map((match) => ({ start: match.index, end: match.index + match[1]!.length, why })),
  );
}

const HAN = "\\p{Script=Han}";
const SURNAME = `(?:${HAN_DOUBLE_SURNAMES}|[${HAN_SURNAMES}])`;
const TITLE = "(?:先生|女士|小姐|太太|夫人)";

const RULES: [RegExp, FoundName["why"]][] = [
  [new RegExp(`(${SURNAME}(?:(?!先生|女士|小姐|某)${HAN}){0,2}) ?${TITLE}`, "gu"), "name_title"],
  [new RegExp(`(${SURNAME})某{1,2}(?![省市县年月日地种个人])`, "gu"), "name_title"],
  [
    new RegExp(
      `(${SURNAME}${HAN}{1,2}) ?\\((?:[男女](?:\\)|[,，、])|[男女]?[,，、]? ?\\d{1,2}(?:岁|歲)?[),，]|\\+?\\d[\\d -]{6,18}\\))`,
      "gu",
    ),
    "name_age",
  ],
  [new RegExp(`(${SURNAME}${HAN}{2})(?:牧师|律师|医生|老师|传教士|记者)`, "gu"), "name_title"],
];
