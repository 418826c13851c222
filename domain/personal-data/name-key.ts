/** A name as names are compared: NFKC, lower case, without marks, hyphens and apostrophes, single spaces. */
export function nameKey(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ‘.]/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/[\s-]+/gu, " ")
    .trim();
}
