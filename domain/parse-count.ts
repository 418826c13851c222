import { boundFault, type CountRange, MAX_COUNT, orderFaults, unknownCount } from "./count-range";
import { type Issue, shown } from "./issue";
import { withDigits } from "./number-words";

const MAX_LENGTH = 200;

/**
 * The count somebody typed: "20", "20-29 (best 27)", "about 30", "at least 12", "up to 30", "fewer than 30", "dozens".
 * 1. One number is exact: all three bounds. "about", "some", "nearly", "~" give a best only.
 * 2. "more than 500" is low = best = 500 without a high: UCDP coders' rule. "fewer than 30" is a high of 29.
 * 3. Empty, "unknown" and words without a number ("dozens") are unknown, without an issue.
 * 4. "(best 27)" may follow a range or a bound. "people", 명, 名 and 人 may follow the number.
 * Issues (then the count is unknown; path ""): `count.low_above_high`, `count.best_outside_range`, `count.negative`,
 * `count.not_whole`, `count.too_large` (over 10,000,000), `count.too_long` (over 200 characters), `count.unreadable`.
 * Never throws.
 */
export function parseCount(text: string): { count: CountRange; issues: Issue[] } {
  const typed = text.trim();
  const value = shown(typed).replaceAll("\0", "\uFFFD").toWellFormed();
  const refuse = (faults: { code: string; values?: Issue["values"] }[]) => ({
    count: unknownCount,
    issues: faults.map(({ code, values }) => ({ path: "", code, values: { value, ...values } })),
  });
  if (typed.length > MAX_LENGTH)
    return refuse([{ code: "count.too_long", values: { max: MAX_LENGTH } }]);
  const count = readCount(plain(typed));
  if (count === null) return refuse([{ code: "count.unreadable" }]);
  const codes = [count.low, count.best, count.high].flatMap((bound) =>
    bound === null ? [] : (boundFault(bound) ?? []),
  );
  if (codes.length > 0)
    return refuse([...new Set(codes)].map((code) => ({ code, values: { max: MAX_COUNT } })));
  const faults = orderFaults(count);
  return faults.length > 0 ? refuse(faults) : { count, issues: [] };
}

/**
 * The shortest text that `parseCount` reads back as exactly this count; "" = unknown.
 * For a field to be edited, so in the syntax of typing whatever the language of the page.
 */
export function countText({ low, best, high }: CountRange): string {
  if (low !== null && low === best && best === high) return String(low);
  if (low === null && high === null) return best === null ? "" : `about ${best}`;
  const range =
    low === null ? `up to ${high}` : high === null ? `at least ${low}` : `${low}-${high}`;
  return best === null ? range : `${range} (best ${best})`;
}

/** Lower case, digits, plain hyphens, single spaces, nobody counted. */
function plain(typed: string): string {
  return withDigits(typed.normalize("NFKC"))
    .replace(/[‐‑–—−]/g, "-")
    .replace(/(?<=\d\+?)\s*(?:people|persons|person|명|名|人)(?=\W|$)/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;

type Form = [RegExp, (first: number, second: number) => CountRange];
/** A number with a point is never whole here: "1.000" is a thousand to some and one to others. */
const numberOf = (text: string) => (text.includes(".") ? Number.NaN : Number(text));

const form = (pattern: string, read: Form[1]): Form => [
  new RegExp(`^(?:${pattern.replaceAll("#", NUMBER)})$`, "u"),
  read,
];

const range = (low: number, high: number): CountRange => ({ low, best: null, high });
const likely = (best: number): CountRange => ({ low: null, best, high: null });
const least = (low: number): CountRange => ({ low, best: null, high: null });
const most = (high: number): CountRange => ({ low: null, best: null, high });

const ABOUT = "about|around|some|approximately|approx\\.?|roughly|circa|ca?\\.?|nearly|almost|~";

/** A form that may be followed by "(best N)" stands under `BOUNDED`. */
const BOUNDED: Form[] = [
  form(`(?:(?:${ABOUT}) )?(?:between |from )?# ?(?:-|~|to|and|or) ?#`, range),
  form("(?:at least|no fewer than|not fewer than|no less than|not less than|minimum) #", least),
  form("# ?\\+|# or more|≥ ?#", least),
  form("(?:up to|at most|no more than|not more than|maximum) #", most),
  form("# or (?:fewer|less)|≤ ?#", most),
  form("(?:fewer than|less than|under|below) #|< ?#", (below) => most(below - 1)),
];

const FORMS: Form[] = [
  ...BOUNDED,
  form("(?:exactly )?#", (n) => ({ low: n, best: n, high: n })),
  form(`(?:${ABOUT}) ?#`, likely),
  form("(?:more than|over|above|> ?) ?#", (n) => ({ low: n, best: n, high: null })),
];

const NO_NUMBER =
  /^(?:-|\?|n\/a|unknown|not known|(?:(?:a )?few|several|many|some|a number of|(?:tens|dozens|scores|hundreds|thousands)(?: of)?|(?:several|many|a few) (?:dozen|hundred|thousand))(?: (?:people|persons))?)?$/;

/** Null = unreadable. */
function readCount(text: string): CountRange | null {
  if (NO_NUMBER.test(text)) return unknownCount;
  const whole = readForm(text, FORMS);
  if (whole) return whole;
  const [, bounded = "", best] = /^(.*?)[ ,]*\(?\bbest:? (\d+)\)?$/u.exec(text) ?? [];
  const read = readForm(bounded, BOUNDED);
  return read && { ...read, best: Number(best) };
}

function readForm(text: string, forms: Form[]): CountRange | null {
  for (const [pattern, read] of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    // Of the alternatives of a form only one has matched.
    const [first = 0, second = 0] = match.slice(1).filter(Boolean).map(numberOf);
    return read(first, second);
  }
  return null;
}
