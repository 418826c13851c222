import { findArabicNames } from "./find-arabic-names";
import { findCyrillicNames } from "./find-cyrillic-names";
import { findHanNames } from "./find-han-names";
import { findHangulNames } from "./find-hangul-names";
import { findLatinNames } from "./find-latin-names";
import type { Finding } from "./finding";
import { nameKey } from "./name-key";

/** Likely names of people, all as warnings. `notNames`: what is known to be something else, as `nameKey` writes it. */
export function findNames(plain: string, notNames: ReadonlySet<string>): Finding[] {
  return [findLatinNames, findHangulNames, findHanNames, findCyrillicNames, findArabicNames]
    .flatMap((find) => find(plain))
    .filter(
      ({ start, end }) =>
        notNames.size === 0 ||
        !(isEndOf(notNames, plain, start, end) || isStartOf(notNames, plain, start, end)),
    )
    .map((found) => ({ ...found, kind: "name", severity: "warn" }));
}

const MOST_BEFORE = 12;
const MOST_AFTER = 20;

/** True when the stretch, or it with some of what stands before it, is known: 罗斯 at the end of 白俄罗斯. */
function isEndOf(names: ReadonlySet<string>, plain: string, start: number, end: number): boolean {
  const shortest = nameKey(plain.slice(start, end)).length;
  const key = nameKey(plain.slice(Math.max(0, start - MOST_BEFORE), end));
  for (let length = shortest; length <= key.length; length++) {
    if (names.has(key.slice(-length))) return true;
  }
  return false;
}

/** The same with some of what stands behind it, in whole words: Ho Chi at the beginning of Ho Chi Minh City. */
function isStartOf(names: ReadonlySet<string>, plain: string, start: number, end: number): boolean {
  const shortest = nameKey(plain.slice(start, end)).length;
  const key = nameKey(plain.slice(start, end + MOST_AFTER));
  for (let length = shortest + 1; length <= key.length; length++) {
    if (LETTER.test(key[length] ?? "")) continue;
    if (names.has(key.slice(0, length))) return true;
  }
  return false;
}

const LETTER = /(?!\p{Script=Han})[\p{L}\p{N}]/u;
