import { type CountRange, unknownCount } from "../../count-range";
import { parseCount } from "../../parse-count";
import type { AgeBand, Sex } from "../../vocabulary";
import type { Span } from "../evidence-of";
import type { People } from "../happening";
import type { EasternWords } from "./eastern-words";
import { readDigits } from "./read-digits";

/** People in a stretch of Korean or Chinese text; `bare` = a figure without a word for people. */
export type EasternPeople = People & { bare: boolean };

/** The people counted or pointed at, in order: 탈북자 11명, 11名脱北者, 이들, 他们. */
export function findEasternPeople(
  text: string,
  span: Span,
  words: EasternWords,
  language: "ko" | "zh",
): EasternPeople[] {
  const line = text.slice(span.start, span.end);
  const noun = words.people.map(({ words: alternatives }) => alternatives).join("|");
  const patterns = PATTERNS.get(words) ?? compile(noun, language);
  PATTERNS.set(words, patterns);
  const found: EasternPeople[] = [];
  let masked = line;
  for (const { pattern, pronoun } of patterns) {
    for (const match of masked.matchAll(pattern)) {
      const people = read(match, pronoun === true, words);
      if (!people) continue;
      const start = span.start + match.index;
      found.push({
        ...people,
        start,
        end: start + match[0].length,
        ...marks(line, match.index, match[0].length),
      });
      masked = `${masked.slice(0, match.index)}${"\u0001".repeat(match[0].length)}${masked.slice(match.index + match[0].length)}`;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

type Pattern = { pattern: RegExp; pronoun?: true };
const PATTERNS = new WeakMap<EasternWords, Pattern[]>();

const KO_NUMBER =
  "(?:\\d[\\d,]{0,8}(?:\\.\\d)?[만천백]?|열(?:한|두|세|네|다섯|여섯|일곱|여덟|아홉)|스물?(?:한|두|세|네|다섯)?|스무|서른|마흔|쉰|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉|십|백)";
const ZH_NUMBER = "(?:\\d[\\d,]{0,8}(?:\\.\\d)?[万千百]?|[一二三四五六七八九十百千两兩零]{1,6})";

function compile(noun: string, language: "ko" | "zh"): Pattern[] {
  if (language === "ko") {
    const vague = "(?<vague>수십|수백|수천|여러|몇|수)";
    const figure = `(?<before>약|대략|최소|최소한|적어도|최대|모두|총|각각|거의|다른|또 다른|추가로|나머지)? ?(?:(?<low>${KO_NUMBER}) ?[~∼-] ?)?(?:(?<number>${KO_NUMBER})|${vague})(?<odd>여)? ?(?<unit>명|인|세대|가구|가족)(?<after> ?이상| ?이 ?넘는| ?넘게| ?넘는| ?안팎| ?가량| ?정도| ?이하| ?미만)?`;
    return [
      {
        pattern: new RegExp(
          `(?<noun>${noun})(?:들)?(?: 등)?(?: 일행)?(?:은|는| 수는)? ?(?<!\\d)${figure}(?!령)`,
          "gu",
        ),
      },
      { pattern: new RegExp(`${figure}의 (?<noun>(?:[가-힣]{1,6} ){0,2}?(?:${noun}))`, "gu") },
      { pattern: new RegExp(`(?<![\\d.가-힣])${figure}(?!령)`, "gu") },
      {
        pattern:
          /(?:안내인|안내원|가이드|브로커|선교사|목사|활동가|중개인)들?(?=[은는이가도] )|이들|그들|일행(?=[은이을도])|(?:체포된|붙잡힌|구금된|송환된) (?:탈북[자민]|사람)들?(?= ?[은이을의도])|탈북[자민]들(?=[은이을])/gu,
        pronoun: true,
      },
    ];
  }
  const vague = "(?<vague>数十|數十|数百|數百|多|若干|数|几|幾)";
  const figure = `(?<before>约|約|大约|大約|至少有?|最少有?|最多|多达|超过|超過|逾|近|共|另有|另外|另|其他|其余|其餘|这|這|该|全部)?(?:(?<low>${ZH_NUMBER})(?:至|到|[~∼-]))?(?:(?<number>${ZH_NUMBER})|${vague})(?<odd>多|余|餘)?(?<unit>名|人|位|个家庭|個家庭|户|戶|口)(?<after>以上|左右)?`;
  return [
    { pattern: new RegExp(`${figure}(?<noun>(?:[\\u4e00-\\u9fff]{0,6}?)(?:${noun}))`, "gu") },
    { pattern: new RegExp(figure, "gu") },
    { pattern: /他们|他們|她们|这些人|该批人|这批人|这群人/gu, pronoun: true },
  ];
}

function read(
  match: RegExpMatchArray,
  pronoun: boolean,
  words: EasternWords,
): Omit<EasternPeople, "start" | "end"> | null {
  const {
    noun = null,
    before = "",
    number,
    low,
    vague,
    odd,
    unit = "",
    after = "",
  } = match.groups ?? {};
  const told = noun === null ? null : meaningOf(noun, words);
  if (pronoun) {
    const role = words.people.find(
      ({ words: alternatives, role: helps }) =>
        helps === "helper" && new RegExp(`^(?:${alternatives})`, "u").test(match[0]),
    )?.role;
    return { ...NOBODY, definite: true, pronoun: role === undefined, role: role ?? null };
  }
  const figure = number === undefined ? null : readDigits(number);
  if (figure === null && vague === undefined) return null;
  const from = low === undefined ? null : readDigits(low);
  const family = /세대|가구|가족|家庭|户|戶/.test(unit);
  return {
    ...NOBODY,
    count: figure === null ? unknownCount : countOf(figure, from, before, odd ?? "", after),
    counted: true,
    unit: family ? "family" : "person",
    nationality: told?.nationality ?? null,
    role: told?.role ?? null,
    other: /다른|추가|나머지|另|其他|其余|其餘/.test(before),
    definite: /나머지|这|這|该|其余|其餘/.test(before),
    bare: noun === null,
    ...ageOf(noun ?? ""),
  };
}

const NOBODY: Omit<EasternPeople, "start" | "end"> = {
  count: unknownCount,
  counted: false,
  unit: "person",
  nationality: null,
  role: null,
  definite: false,
  pronoun: false,
  single: false,
  other: false,
  part: false,
  ageBand: null,
  sex: null,
  circumstances: [],
  bare: false,
};

function countOf(
  figure: number,
  from: number | null,
  before: string,
  odd: string,
  after: string,
): CountRange {
  const typed = (words: string) => parseCount(words).count;
  if (from !== null) return typed(`${from} - ${figure}`);
  if (/최소|적어도|至少|最少/.test(before) || /이상|以上/.test(after))
    return typed(`at least ${figure}`);
  if (/최대|最多|多达/.test(before) || /이하/.test(after)) return typed(`up to ${figure}`);
  if (/미만/.test(after)) return typed(`fewer than ${figure}`);
  if (odd !== "" || /超过|超過|逾/.test(before) || /넘/.test(after))
    return typed(`more than ${figure}`);
  if (/약|대략|거의|约|約|近/.test(before) || /안팎|가량|정도|左右/.test(after))
    return typed(`about ${figure}`);
  return typed(String(figure));
}

/** What a word for people tells: the entry whose words match the most of it. */
function meaningOf(noun: string, words: EasternWords) {
  return (
    words.people.find(({ words: alternatives }) =>
      new RegExp(`(?:${alternatives})`, "u").test(noun),
    ) ?? null
  );
}

function ageOf(noun: string): { ageBand?: AgeBand; sex?: Sex } {
  const child = /어린이|아동|아이|儿童|孩子/.test(noun)
    ? { ageBand: "0-17" as const }
    : /청소년|少年/.test(noun)
      ? { ageBand: "12-17" as const }
      : {};
  const female = /여성|妇女|女子|女性/.test(noun)
    ? { sex: "female" as const }
    : /남성|男子|男性/.test(noun)
      ? { sex: "male" as const }
      : {};
  return { ...child, ...female };
}

/** Some of others: 이 가운데 2명, 어린이 2명을 포함해, 其中两人, 包括3名儿童. */
function marks(line: string, at: number, length: number): { part?: true } {
  const before = line.slice(Math.max(0, at - 8), at);
  const behind = line.slice(at + length, at + length + 10);
  const some =
    /(?:이|그) ?(?:가운데|중)(?:에는|에서)? ?$|가운데 ?$|중 ?$|其中(?:有|的|包括)?$|包括$|当中$|含$/.test(
      before,
    ) || /^(?:을|를|이|도)? ?포함|^(?:이|가)? ?포함/.test(behind);
  return some ? { part: true } : {};
}
