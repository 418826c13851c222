import type { EventType, Role } from "../vocabulary";

/** The languages that synthetic texts are written in; a source may be in any of them. */
export type Language = "en" | "ko" | "zh";

/**
 * What synthetic texts of one language are composed from. In braces: `{count}` how many, with its counting word;
 * `{people}` who; `{place}` where; `{next}` a second place; `{n}` a number.
 */
export type Phrases = {
  roles: Readonly<Record<Role, string>>;
  /** The same of one person, where the language tells them apart. */
  one?: Readonly<Record<Role, string>>;
  /** `{people}` of a nationality: `{role}` and `{country}`. */
  from: string;
  count: {
    exactly: string;
    about: string;
    atLeast: string;
    atMost: string;
    between: string;
    unknown: string;
  };
  titles: readonly string[];
  summaries: readonly string[];
  closings: readonly string[];
  /** Between two sentences. */
  space: string;
  events: Readonly<Partial<Record<EventType, readonly string[]>>>;
  parts: readonly string[];
  quotes: readonly string[];
  statements: readonly string[];
  locators: readonly string[];
  headlines: readonly string[];
  publishers: readonly string[];
};

/** The words put in the places they are for; what has no word stays. */
export function fill(phrase: string, words: Readonly<Record<string, string>>): string {
  return phrase.replace(/\{(\w+)\}/g, (whole, name: string) => words[name] ?? whole);
}
