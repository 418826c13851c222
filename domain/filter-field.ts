import { dayPeriod, monthPeriod, yearPeriod } from "./calendar-period";
import { type Issue, shown } from "./issue";
import { readReference } from "./reference";

/**
 * How one parameter of an address becomes a value and back.
 * `read` takes the texts of the parameter, without blank ones, and returns the value, the texts it cannot take,
 * and an issue for each mistake. `write` is its inverse; the empty list means that nothing is asked.
 */
export type FilterField<T> = {
  read(texts: string[], path: string): { value: T; bad: string[]; issues: Issue[] };
  write(value: T): string[];
};

export const MAX_VALUES = 100;
export const MAX_SEARCH_LENGTH = 10_000;
const MAX_PEOPLE = 999_999_999;

/** A text as messages and addresses may repeat it: at most 80 characters, none of them a control character. */
export function printable(text: string): string {
  return shown(text.slice(0, 200))
    .toWellFormed()
    .replace(/\p{Cc}/gu, "\uFFFD");
}

/** Several of our own codes, in the order of their list. Issue: `filter.not_in_list`. */
export function codes<C extends string>(list: readonly C[]): FilterField<C[]> {
  const known = new Set<string>(list);
  return {
    read(texts, path) {
      const { good, bad } = sortOut(texts, (text) => (known.has(text) ? text : null));
      const asked = new Set(good);
      return {
        value: list.filter((code) => asked.has(code)),
        bad,
        issues: bad.map((value) => notInList(path, value, list)),
      };
    },
    write: (value) => value,
  };
}

/** Several codes of an open list, ascending; `normalise` returns null for what cannot be one. */
export function openCodes(
  normalise: (text: string) => string | null,
  issueCode: string,
): FilterField<string[]> {
  return {
    read(texts, path) {
      const { good, bad } = sortOut(texts, normalise);
      return {
        value: good.sort(),
        bad,
        issues: bad.map((value) => ({ path, code: issueCode, values: { value } })),
      };
    },
    write: (value) => value,
  };
}

/** One of two or more codes, the first of which is the default. Issues: `filter.not_in_list`, `filter.repeated`. */
export function choice<C extends string>(list: readonly [C, ...C[]]): FilterField<C> {
  const field = single(
    (text) => list.find((code) => code === text) ?? null,
    (path, value) => notInList(path, value, list),
    String,
  );
  return {
    read(texts, path) {
      const found = field.read(texts, path);
      return { ...found, value: found.value ?? list[0] };
    },
    write: (value) => (value === list[0] ? [] : [value]),
  };
}

/** A calendar day; a month or year stands for its first or last day. Issues: `filter.not_a_date`, `filter.repeated`. */
export function day(edge: "first" | "last"): FilterField<string | null> {
  return single(
    (text) => readDay(text, edge),
    (path, value) => ({ path, code: "filter.not_a_date", values: { value } }),
    String,
  );
}

/** A number of people, 0 to 999,999,999. Issues: `filter.not_a_number`, `filter.repeated`. */
export const peopleCount: FilterField<number | null> = single(
  (text) => (/^\d{1,9}$/.test(text) ? Number(text) : null),
  (path, value) => ({ path, code: "filter.not_a_number", values: { value, max: MAX_PEOPLE } }),
  String,
);

/**
 * Words to search for; several texts are one. Any text is taken: what is too long is cut one character
 * above the bound, so that it is still too long when it is read again.
 */
export const searchText: FilterField<string | null> = {
  read(texts) {
    const text = [...new Set(texts)].join(" ");
    if (text === "") return { value: null, bad: [], issues: [] };
    const words = text
      .toWellFormed()
      .replace(/\p{Cc}/gu, " ")
      .trim();
    // Blank space is a search without a word, which finds nothing; it is not "nothing asked".
    if (words === "") return { value: " ", bad: [], issues: [] };
    const cut = words.length > MAX_SEARCH_LENGTH;
    const value = cut ? `${words.slice(0, MAX_SEARCH_LENGTH).toWellFormed()}…` : words;
    return { value, bad: [], issues: [] };
  },
  write: (value) => (value === null ? [] : [value]),
};

/** A reference such as INC-5T8VNK or SRC-5T8VNK. Issues: `reference.unreadable`, `filter.repeated`. */
export const reference: FilterField<string | null> = single(
  (text) => readReference("INC", text) ?? readReference("SRC", text),
  (path, value) => ({ path, code: "reference.unreadable", values: { value } }),
  String,
);

function single<T>(
  readOne: (text: string) => T | null,
  issueOf: (path: string, value: string) => Issue,
  writeOne: (value: T) => string,
): FilterField<T | null> {
  return {
    read(texts, path) {
      const read = sortOut(texts, (text) => {
        const value = readOne(text);
        return value === null ? null : writeOne(value);
      });
      const issues = read.bad.map((value) => issueOf(path, value));
      if (read.good.length <= 1 && read.bad.length === 0)
        return {
          value: read.good[0] === undefined ? null : readOne(read.good[0]),
          bad: [],
          issues,
        };
      const bad = [...read.good, ...read.bad];
      if (bad.length > 1)
        issues.push({
          path,
          code: "filter.repeated",
          values: { value: printable(bad.join(", ")) },
        });
      return { value: null, bad, issues };
    },
    write: (value) => (value === null ? [] : [writeOne(value)]),
  };
}

/** The distinct texts, in their normal form where they have one; stops at one more than is allowed. */
function sortOut(texts: string[], normalise: (text: string) => string | null) {
  const good = new Set<string>();
  const bad = new Set<string>();
  for (const text of texts) {
    const normal = normalise(text.trim());
    if (normal === null) bad.add(printable(text.trim()));
    else good.add(normal);
    if (good.size + bad.size > MAX_VALUES) break;
  }
  return { good: [...good], bad: [...bad] };
}

function notInList(path: string, value: string, list: readonly string[]): Issue {
  return { path, code: "filter.not_in_list", values: { value, allowed: list.join(", ") } };
}

function readDay(text: string, edge: "first" | "last"): string | null {
  if (!/^\d{4}(-\d{2}){0,2}$/.test(text)) return null;
  const [year = 0, month, date] = text.split("-").map(Number);
  const period =
    month === undefined
      ? yearPeriod(year)
      : date === undefined
        ? monthPeriod(year, month)
        : dayPeriod(year, month, date);
  return (edge === "first" ? period?.earliest : period?.latest) ?? null;
}
