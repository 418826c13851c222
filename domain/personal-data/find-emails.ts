import type { Finding } from "./finding";

/** E-mail addresses, also of other scripts and with "(at)" and "[dot]" in words. */
export function findEmails(plain: string): Finding[] {
  return [
    ...[...plain.matchAll(WRITTEN)].flatMap((match) => finding(match, "email_address") ?? []),
    ...[...plain.matchAll(SPACED)].flatMap((match) => finding(match, "email_address") ?? []),
    ...[...plain.matchAll(OTHER_DOMAIN)].flatMap((match) => finding(match, "email_address") ?? []),
    ...[...plain.matchAll(IN_WORDS)].flatMap((match) => finding(match, "email_in_words") ?? []),
    ...[...plain.matchAll(SPOKEN)].flatMap((match) => finding(match, "email_in_words") ?? []),
    ...[...plain.matchAll(KOREAN)].flatMap((match) => finding(match, "email_in_words") ?? []),
  ];
}

const LOCAL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+-]{0,63})";
const LABEL = "[\\p{L}\\p{N}-]{1,63}";
const AROUND_AT = " ?(?:\\r?\\n)?@(?:\\r?\\n)? ?";
const WRITTEN = new RegExp(
  `(?<![\\p{L}\\p{N}._%+-])(?:${LOCAL})${AROUND_AT}(?:${LABEL}[.。]){1,6}[a-zA-Z\\u0400-\\u04ff-]{2,24}(?![a-zA-Z\\d])`,
  "gu",
);
/** "kim @ example . com": no ending that is also a word ("in", "is", "me"). */
const SPACED =
  /(?<![\w.%+-])[\w.%+-]{1,64} ?@ ?(?:[A-Za-z0-9-]{1,63}(?: ?\. ?)){1,5}(?:com|net|org|info|edu|gov|kr|cn|ru|jp|tw|hk|uk|de)(?![\w.-]\w|\w)/gu;
/** Domains whose last part is of no alphabet: only those that exist, since Han has no spaces to end it. */
const OTHER_DOMAIN =
  /(?<![\w.%+-])[\w.%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,5}(?:中国|中國|公司|网络|網絡|网址|在线|香港|台湾|台灣|한국|닷컴|닷넷|السعودية|مصر|ایران|امارات|شبكة|موقع|سورية|پاکستان|ไทย|भारत)/gu;
const AT = " ?[([{<] ?(?:at|AT|собака) ?[)\\]}>] ?";
const DOT = "(?:\\.| ?[([{<] ?(?:dot|DOT|точка) ?[)\\]}>] ?)";
const IN_WORDS = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}${AT}(?:[A-Za-z0-9-]{1,63}${DOT}){1,5}[A-Za-z]{2,24}`,
  "gu",
);

const SPOKEN =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{2,64} (?:at|AT) (?:[A-Za-z0-9-]{1,63} (?:dot|DOT) ){1,5}[A-Za-z]{2,24}(?![A-Za-z])/gu;

/** 골뱅이, "snail", is what Korean calls the @. */
const KOREAN =
  /(?<![\w.%+-])[\w.%+-]{1,64} ?골뱅이 ?[A-Za-z0-9가-힣-]{1,30}?(?:\.| ?[점닷쩜] ?)(?:[A-Za-z]{2,24}(?:\.[a-z]{2})?|컴|넷)/gu;

/** Chinese and Korean write no space before an address: there its Latin tail is the address, or there is none. */
function finding(match: RegExpExecArray, why: Finding["why"]): Finding | null {
  const local = match[0].slice(0, Math.max(match[0].indexOf("@"), 0));
  const tail = /[\p{Script=Latin}0-9][\p{Script=Latin}0-9._%+-]{0,63}\s{0,3}$/u.exec(local);
  const glued = /[\p{Script=Han}\p{Script=Hangul}]/u.test(local);
  if (glued && !tail) return null;
  const start = match.index + (glued ? tail!.index : 0);
  return { kind: "email", start, end: match.index + match[0].length, severity: "block", why };
}
