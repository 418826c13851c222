/**
 * The text in lower case with its English number words as digits: "twenty-nine" 29, "a dozen" 12, "two hundred" 200.
 * Thousands lose their separators (1,200 and 1 200 become 1200); everything else stays.
 */
export function withDigits(text: string): string {
  return text
    .toLowerCase()
    .replace(/(?<![\d,.])\d{1,3}(?:([, \u00a0\u2009\u202f])\d{3})(?:\1\d{3})*(?!,?\d)/g, (number) =>
      number.replace(/\D/g, ""),
    )
    .replace(COMPOUND, (_, tens: string, unit: string) =>
      String(TENS.get(tens)! + UNITS.get(unit)!),
    )
    .replace(/\b[a-z]+\b/g, (word) => String(UNITS.get(word) ?? TENS.get(word) ?? word))
    .replace(/\b(\d{1,5}|an?) (dozen|hundred|thousand)\b/g, (_, count: string, unit: string) =>
      String((/\d/.test(count) ? Number(count) : 1) * MULTIPLES[unit as keyof typeof MULTIPLES]),
    );
}

const UNITS = new Map(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    .split(" ")
    .map((word, value) => [word, value]),
);

const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, (index + 2) * 10]),
);

const MULTIPLES = { dozen: 12, hundred: 100, thousand: 1000 };

const COMPOUND = new RegExp(
  `\\b(${[...TENS.keys()].join("|")})[ -](one|two|three|four|five|six|seven|eight|nine)\\b`,
  "g",
);
