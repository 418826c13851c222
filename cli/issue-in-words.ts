import type { Issue } from "../domain/issue";
import type { MarkKind } from "../domain/personal-data/mark";
import { texts } from "./texts";

const KINDS: Record<MarkKind, string> = {
  phone: "a phone number",
  email: "an e-mail address",
  identity_number: "an identity number",
  passport: "a passport number",
  birth_date: "a date of birth",
  handle: "an account name",
  address: "a street address",
  name: "a name",
};

type Values = NonNullable<Issue["values"]>;

/** No likely name is kept in what is typed here: there is nowhere to say why. */
const personalData = (path: string, { value, kind, replacement }: Values) =>
  `${quoted(value)} looks like ${KINDS[kind as MarkKind]}, which cannot be in a ${path}: write ${replacement} instead`;

const WORDS: Record<string, (path: string, values: Values) => string> = {
  "text.required": (path) => `the ${path} must not be empty`,
  "text.too_long": (path, { value, max }) =>
    `the ${path} ${quoted(value)} is too long: at most ${max} characters are possible`,
  "text.not_storable": (path, { value }) =>
    `the ${path} ${quoted(value)} has characters that cannot be stored: NUL, or half of a character`,
  "personal_data.blocked": personalData,
  "personal_data.undecided": personalData,
};

/** What is wrong with a value of a command, such as its `reason`, without the full stop; the code where there are no words. */
export function issueInWords({ path, code, values = {} }: Issue): string {
  const say = WORDS[code];
  if (say) return say(path, values);
  const key = `issues.${code}`;
  const { has, say: words } = texts();
  return has(key) ? words(key, values).replace(/\.$/, "") : `${path}: ${code}`;
}

/** On one line, as it was typed else. */
function quoted(value: string | number | undefined): string {
  return JSON.stringify(value);
}
