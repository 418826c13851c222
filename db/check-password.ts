import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary } from "@zxcvbn-ts/language-common";
import { PASSWORD_LENGTH } from "../domain/account";
import type { Issue } from "../domain/issue";

/** Of 0..4: ten to the tenth guesses are needed, and those here are throttled. */
const MIN_SCORE = 4;
const OF_THE_PLACE = [
  ...["detention", "ledger", "incident", "admin", "researcher", "reviewer", "deportation"],
  ...["china", "korea", "northkorea", "southkorea", "xinjiang", "uyghur", "tibet", "pyongyang"],
];

/** What comes after makes nothing weaker, and takes the estimate long where it repeats itself in disguise. */
const MAX_JUDGED = 64;

const strength = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/**
 * Issues of a new password; it is never repeated in them: `account.password_short`, `account.password_long`,
 * `account.password_weak`. Length counts and that it is none of the common ones, nor made of `context`, what is known
 * of its owner; no kinds of characters are asked for (NIST SP 800-63B, 5.1.1.2).
 */
export function checkPassword(path: string, typed: string, context: readonly string[]): Issue[] {
  const { min, max } = PASSWORD_LENGTH;
  if (typed.length < min) return [{ path, code: "account.password_short", values: { min } }];
  if (typed.length > max) return [{ path, code: "account.password_long", values: { max } }];
  const parts = context.flatMap((text) => {
    const words = text.split(/[^\p{L}\p{N}]+/u);
    return [text, words.join(""), ...words];
  });
  const known = [...OF_THE_PLACE, ...parts];
  const { score } = strength.check(typed.slice(0, MAX_JUDGED), known.filter(Boolean));
  return score < MIN_SCORE ? [{ path, code: "account.password_weak" }] : [];
}
