import type { Finding } from "./finding";

/** E-mail addresses, also of other scripts and with "(at)" and "[dot]" in words. */
export function findEmails(plain: string): Finding[] {
  return [
    ...[...plain.matchAll(WRITTEN)].flatMap((match) => finding(match, "email_address") ?? []),
    ...[...plain.matchAll(IN_WORDS)].flatMap((match) => finding(match, "email_in_words") ?? []),
    ...[...plain.matchAll(SPOKEN)].flatMap((match) => finding(match, "email_in_words") ?? []),
  ];
}

const LOCAL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+-]{0,63})";
const LABEL = "[\\p{L}\\p{N}-]{1,63}";
const WRITTEN = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])(?:${LOCAL}) ?@ ?(?:${LABEL}[.。]){1,6}[a-zA-Z\\u0400-\\u04ff-]{2,24}(?![a-zA-Z\\d])`,
  "gu",
);
const AT = " ?[([{<] ?(?:at|AT|собака) ?[)\\]}>] ?";
const DOT = "(?:\\.| ?[([{<] ?(?:dot|DOT|точка) ?[)\\]}>] ?)";
const IN_WORDS = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}${AT}(?:[A-Za-z0-9-]{1,63}${DOT}){1,5}[A-Za-z]{2,24}`,
  "gu",
);

const SPOKEN =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{2,64} at (?:[A-Za-z0-9-]{1,63} dot ){1,5}[A-Za-z]{2,24}(?![A-Za-z])/gu;

/** Chinese and Korean write no space before an address: there its Latin tail is the address, or there is none. */
function finding(match: RegExpExecArray, why: Finding["why"]): Finding | null {
  const local = match[0].slice(0, Math.max(match[0].indexOf("@"), 0));
  const tail = /[\p{Script=Latin}0-9][\p{Script=Latin}0-9._%+-]{0,63} ?$/u.exec(local);
  const glued = /[\p{Script=Han}\p{Script=Hangul}]/u.test(local);
  if (glued && !tail) return null;
  const start = match.index + (glued ? tail!.index : 0);
  return { kind: "email", start, end: match.index + match[0].length, severity: "block", why };
}
