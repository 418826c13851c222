/**
 * The words of a date in one canonical spelling, so that the grammar need not know how people write:
 * `y2014` year, `m7` month, `d15` day, `w5` weekday (1 Monday), `s2` season (1 spring),
 * `a3/4/2011` a numeric date with two readings, `-` "up to", `part:early|mid|late`, and lower-case words for the rest.
 * "15–17 July 2014", "2014年7月15日至17日" and "July 15-17, 2014" differ only in order.
 */
export function typedDateWords(text: string): string[] {
  let line = ` ${text.normalize("NFKC").toLowerCase()} `;
  for (const [pattern, replacement] of SPELLINGS) line = line.replace(pattern, replacement);
  return line
    .split(/[\s,]+/u)
    .map((word) => canonicalWord(word.replace(/\.+$/, "")))
    .filter((word) => word !== "" && !FILLERS.has(word));
}

const FILLERS = new Set(["the", "of", "on", "in", "during", "sometime"]);

/** In this order: each takes away what the next must not see. */
const SPELLINGS: [RegExp, string][] = [
  [/[‐‑−]/gu, "-"],
  [/[–—―〜]/gu, " - "],
  [/(?<![\d-])(\d{4})-(\d{1,2})-(\d{1,2})(?![\d-])/gu, " y$1 m$2 d$3 "],
  [/(?<![\d-])(\d{4})-(\d{1,2})(?![\d-])/gu, " y$1 m$2 "],
  [/(?<![\d./])(\d{4})([./]) ?(\d{1,2})\2 ?(\d{1,2})(?![\d/])/gu, " y$1 m$3 d$4 "],
  [/(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?![\d./-])/gu, " a$1/$3/$4 "],
  [/(?<!\d)(\d{4})\s*[년年]/gu, " y$1 "],
  [/(?<!\d)(\d{1,2})\s*[월月]/gu, " m$1 "],
  [/(?<!\d)(\d{1,2})\s*[일日号號]/gu, " d$1 "],
  [/부터(.*)까지/gu, " - $1 "],
  [/(?<=\d\s*)[至到]/gu, " - "],
  [/(?<=\d\s*)~/gu, " - "],
  [/~/gu, " about "],
  [/\bon or about\b/gu, " about "],
  [/\bon or before\b/gu, " by "],
  [/\b(?:no|not) later than\b|\bup to\b/gu, " by "],
  [/\bon or after\b|\bas of\b|\bstarting\b/gu, " since "],
  [/\b(?:no|not) earlier than\b/gu, " since "],
  [/\bprior to\b/gu, " before "],
  [/\bearly(?=[\s-])-?/gu, " part:early "],
  [/\bmid(?=[\s-])-?/gu, " part:mid "],
  [/\blate(?=[\s-])-?/gu, " part:late "],
  [/\b(?:the )?(?:beginning|start) of\b/gu, " part:early "],
  [/\b(?:the )?middle of\b/gu, " part:mid "],
  [/\b(?:the )?end of\b/gu, " part:late "],
  [/-/gu, " - "],
];

const MONTHS =
  "january february march april may june july august september october november december";
const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday";
const NUMBERS = "one two three four five six seven eight nine ten eleven twelve";

const WORDS = new Map<string, string>([
  ...MONTHS.split(" ").flatMap((name, index) => abbreviations(name, `m${index + 1}`)),
  ...WEEKDAYS.split(" ").flatMap((name, index) => abbreviations(name, `w${index + 1}`)),
  ...NUMBERS.split(" ").map((name, index): [string, string] => [name, `${index + 1}`]),
  ["sept", "m9"],
  ["tues", "w2"],
  ["thur", "w4"],
  ["thurs", "w4"],
  ["spring", "s1"],
  ["summer", "s2"],
  ["autumn", "s3"],
  ["fall", "s3"],
  ["winter", "s4"],
  ["till", "until"],
  ["thru", "through"],
  ["around", "about"],
  ["circa", "about"],
  ["ca", "about"],
  ["c", "about"],
  ["approximately", "about"],
  ["approx", "about"],
  ["roughly", "about"],
]);

function abbreviations(name: string, code: string): [string, string][] {
  return [
    [name, code],
    [name.slice(0, 3), code],
  ];
}

function canonicalWord(word: string): string {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word);
  if (number) return `d${number[1]}`;
  return /^\d{4}$/.test(word) ? `y${word}` : word;
}
