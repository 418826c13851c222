/** The beginning of every made-up word that stands in nothing but what is restricted. */
export const STEM = "zzkanari";

/** A number of people, and a day, that only a restricted source gives. */
export const COUNT = 791_937;
export const DAY = "1987-03-14";

/** A place and a nationality that only a restricted source names, with every name they have. */
export const PLACE = "CN-NM/erenhot";
export const NATIONALITY = "KI";

/** The places in which a made-up word stands, each of which is also how the word ends. */
export const PLACED = [
  ...(["text", "publisher", "headline", "url", "licence", "archive", "stored"] as const),
  ...(["published", "scope", "statement", "quote", "locator", "date", "label", "event"] as const),
  ...(["title", "summary", "verified", "untrue", "retracted", "rewritten", "logged"] as const),
  ...(["why", "account", "colleague", "invited", "token", "comment", "kept", "note"] as const),
  ...(["between", "differs", "setting", "detail", "address"] as const),
];
/** Those that are public for a while. */
export const SHOWN = ["shown", "told", "paper", "article"] as const;

export function word(place: (typeof PLACED)[number] | (typeof SHOWN)[number]): string {
  return `${STEM}${place}`;
}

// The beginning alone too, should a word be cut.
const WORDS = [STEM, ...[...PLACED, ...SHOWN].map(word)];
export const NAMES = [
  PLACE,
  "Erenhot",
  "二连浩特",
  "얼롄하오터",
  "얼렌하오터",
  "Kiribati",
  `"nationality":"${NATIONALITY}"`,
];
const DAYS = [DAY, "14 March 1987", "19870314"];

// Alone, so that no hash that happens to hold these digits is one.
const NUMBERS = /(?<![\w.])(791,?937|1987)(?![\w.])/g;

/**
 * The canaries among some bytes, whatever they are: text in UTF-8 or UTF-16, escaped as in JSON or in an address,
 * or a database file. `others`: references and ids that are as secret as the words.
 */
export function canariesIn(bytes: Buffer, others: readonly string[] = []): string[] {
  const text = bytes.toString("latin1");
  const lower = text.toLowerCase();
  const found = new Set<string>();
  for (const one of [...WORDS, ...NAMES, ...DAYS, ...others])
    if (spellings(one).some((spelling) => text.includes(spelling) || lower.includes(spelling)))
      found.add(one);
  for (const [number] of text.matchAll(NUMBERS)) found.add(number);
  return [...found].sort();
}

/** How a word may stand among bytes, as latin1 shows them. */
function spellings(word: string): string[] {
  const utf16 = Buffer.from(word, "utf16le");
  const escaped = [...word]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      return code < 128 ? letter : `\\u${code.toString(16).padStart(4, "0")}`;
    })
    .join("");
  const bytes = [Buffer.from(word), utf16, Buffer.from(utf16).swap16()];
  const inAddress = encodeURIComponent(word);
  return [...new Set([...bytes.map((some) => some.toString("latin1")), escaped, inAddress])];
}
