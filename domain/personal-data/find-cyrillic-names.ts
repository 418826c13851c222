import type { FoundName } from "./found-name";

/** Russian names: with a patronymic, with initials, after г-н or г-жа, and two or three words before an age. */
export function findCyrillicNames(plain: string): FoundName[] {
  return RULES.flatMap(([pattern, why]) =>
    [...plain.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      why,
    })),
  );
}

const WORD = "[А-ЯЁ][а-яё]{1,24}(?:-[А-ЯЁ][а-яё]{1,24})?";
const BEGIN = "(?<![\\p{L}\\d-])";
const PATRONYMIC =
  "[А-ЯЁ][а-яё]{2,20}(?:(?:ович|евич|ьич)(?:а|у|ем|е)?|(?:овн|евн|ичн)(?:а|ы|е|у|ой))(?![а-яё])";

const RULES: [RegExp, FoundName["why"]][] = [
  [new RegExp(`${BEGIN}(?:${WORD} ){1,2}${PATRONYMIC}(?: ${WORD})?`, "gu"), "name_patronymic"],
  [new RegExp(`${BEGIN}[А-ЯЁ]\\. ?(?:[А-ЯЁ]\\. ?)?${WORD}`, "gu"), "name_patronymic"],
  [new RegExp(`${BEGIN}${WORD} [А-ЯЁ]\\. ?[А-ЯЁ]\\.`, "gu"), "name_patronymic"],
  [
    new RegExp(
      `(?<=${BEGIN}(?:[Гг]-н(?:а|у|ом)?|[Гг]-ж[аиуе]й?|[Гг]осподин\\p{L}{0,2}|[Гг]оспож[аиуе]й?|[Гг]р\\.) )${WORD}(?: ${WORD}){0,2}`,
      "gu",
    ),
    "name_title",
  ],
  [
    new RegExp(`${BEGIN}${WORD} ${WORD}(?: ${WORD})?(?= ?\\(\\d{1,2}(?:\\)| ?лет| ?год))`, "gu"),
    "name_age",
  ],
];
