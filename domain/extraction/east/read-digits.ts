/** A whole number written with digits, with Korean native numerals or with Chinese ones; null = none. "1만 2천" is none. */
export function readDigits(words: string): number | null {
  const plain = words.normalize("NFKC").replace(/[, ]/g, "");
  if (/^\d{1,7}$/.test(plain)) return Number(plain);
  if (/^\d{1,3}(?:\.\d+)?[만万]$/.test(plain))
    return Math.round(Number(plain.slice(0, -1)) * 10_000);
  if (/^\d{1,3}[천千]$/.test(plain)) return Number(plain.slice(0, -1)) * 1000;
  if (/^\d{1,2}[백百]$/.test(plain)) return Number(plain.slice(0, -1)) * 100;
  return NATIVE.get(plain) ?? chinese(plain);
}

/** 한, 두 … 열아홉, 스무. */
const NATIVE = new Map<string, number>();
const UNITS = "한 두 세 네 다섯 여섯 일곱 여덟 아홉".split(" ");
for (const [index, unit] of UNITS.entries()) {
  NATIVE.set(unit, index + 1);
  NATIVE.set(`열${unit}`, index + 11);
  NATIVE.set(`스물${unit}`, index + 21);
}
for (const [word, value] of [
  ["열", 10],
  ["스무", 20],
  ["서른", 30],
  ["마흔", 40],
  ["쉰", 50],
  ["십", 10],
  ["백", 100],
  ["천", 1000],
] as const)
  NATIVE.set(word, value);

const DIGITS = "零一二三四五六七八九";

/** 两, 十三, 二十, 一百零九, 三千. */
function chinese(words: string): number | null {
  const text = words
    .replace(/[两兩]/g, "二")
    .replace(/〇/g, "零")
    .replace(/萬/g, "万");
  if (!/^[零一二三四五六七八九十百千]+$/.test(text)) return null;
  let [sum, digit] = [0, 0];
  for (const sign of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[sign];
    if (unit === undefined) digit = DIGITS.indexOf(sign);
    else {
      sum += (digit || 1) * unit;
      digit = 0;
    }
  }
  return sum + digit;
}
