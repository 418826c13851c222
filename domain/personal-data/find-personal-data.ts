import type { CountryCode } from "libphonenumber-js/min";
import { findAddresses } from "./find-addresses";
import { findBirthDates } from "./find-birth-dates";
import { findEmails } from "./find-emails";
import { findHandles } from "./find-handles";
import { findIdentityNumbers } from "./find-identity-numbers";
import { findNames } from "./find-names";
import { findPassports } from "./find-passports";
import { findPhones, PHONE_REGIONS } from "./find-phones";
import type { Finding } from "./finding";
import type { Mark } from "./mark";
import { plainText } from "./plain-text";

/**
 * - `regions`: countries whose phone numbers are found without country code; the field's own by default.
 * - `notNames`: names of places, publishers and organisations in any script, as `nameKey` writes them;
 *   what is one of them is never marked as a person's name.
 */
export type PersonalDataOptions = { regions?: CountryCode[]; notNames?: ReadonlySet<string> };

/**
 * What in a text may tell who somebody is, in order of appearance, never overlapping; where rules
 * disagree, the more certain one stands. Numbers and contacts block, names and addresses warn.
 * It misses some: most of all names. Time grows with the length of the text only.
 */
export function findPersonalData(text: string, options: PersonalDataOptions = {}): Mark[] {
  const { plain, original } = plainText(text);
  const links = [...plain.matchAll(LINK)].map(({ index, 0: link }) => [index, index + link.length]);
  const outsideLinks = linkFilter(links);
  const found = [
    findEmails(plain),
    findHandles(plain),
    findIdentityNumbers(plain).filter(
      ({ why, ...at }) => why !== "identity_named" || outsideLinks(at),
    ),
    findPassports(plain).filter(outsideLinks),
    findBirthDates(plain).filter(outsideLinks),
    findPhones(plain, options.regions ?? PHONE_REGIONS).filter(outsideLinks),
    findAddresses(plain).filter(outsideLinks),
    findNames(plain, options.notNames ?? NONE).filter(outsideLinks),
  ].flat();
  return withoutOverlaps(found, plain.length).map(({ start, end, ...rest }) => {
    const at = original(start, end);
    return { ...rest, ...at, text: text.slice(at.start, at.end) };
  });
}

const NONE: ReadonlySet<string> = new Set();

const LINK = /(?:https?:\/\/|www\.)[^\s"'<>，。；、（）]{1,2000}/giu;

/** True for what no link holds. Both lists are read once. */
function linkFilter(links: number[][]): (finding: { start: number; end: number }) => boolean {
  const starts = links.map(([start]) => start!);
  return ({ start }) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= start) low = middle + 1;
      else high = middle;
    }
    return low === 0 || links[low - 1]![1]! <= start;
  };
}

/** Keeps each finding whose stretch is still free, the first given first, then sorts by place. */
function withoutOverlaps(findings: Finding[], length: number): Finding[] {
  const taken = new Uint8Array(length);
  const kept = findings.filter(({ start, end }) => {
    if (end <= start || taken.subarray(start, end).includes(1)) return false;
    taken.fill(1, start, end);
    return true;
  });
  return kept.sort((a, b) => a.start - b.start);
}
