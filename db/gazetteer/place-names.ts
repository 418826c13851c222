/**
 * The two names written as one, `투먼(도문)`, apart: the first is the main name, the second an alias.
 * Null where the cell is empty.
 */
export function splitNames(cell: string): { main: string | null; others: string[] } {
  const [main, ...others] = cell
    .split(/[()]/)
    .map((name) => name.normalize("NFC").trim())
    .filter((name) => name !== "");
  return { main: main ?? null, others };
}

/**
 * A CLDR subdivision name without the marks by which CLDR keeps namesakes apart, which are no part
 * of the name: `²`, `†`, and a closing bracket as in `몬타나 주 (불가리아)`. Null where nothing is left.
 */
export function withoutDisambiguation(name: string | null): string | null {
  const bare = (name ?? "")
    .normalize("NFC")
    .replace(/\s*[¹²³†]+$/u, "")
    .replace(/\s+\([^)]*\)$/u, "")
    .trim();
  return bare === "" ? null : bare;
}

/**
 * The spellings of a Korean name without the space before its unit: `지린 성` gives `지린성`.
 * None for a name without spaces, or with a bracket, which is an explanation and not spelled together.
 */
export function koreanWithoutSpaces(name: string | null): string[] {
  if (!name?.includes(" ") || name.includes("(")) return [];
  const unitJoined = name.replace(/ (?=[^ ]+$)/u, "");
  return [...new Set([unitJoined, name.replaceAll(" ", "")])];
}

/**
 * The permanent last part of an id, made from the English name: marks and apostrophes dropped,
 * everything else that is no letter or digit a hyphen. `Ji'an` gives `jian`.
 */
export function slugOf(nameEn: string): string {
  return nameEn
    .normalize("NFKD")
    .replace(/[\p{M}'’ʼ]/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** Aliases in their order, each once without regard to case, without blanks and without the main names. */
export function distinctAliases(aliases: string[], mainNames: (string | null)[]): string[] {
  const seen = new Set(mainNames.map((name) => name?.toLowerCase()));
  return aliases
    .map((alias) => alias.normalize("NFC").trim())
    .filter((alias) => {
      const key = alias.toLowerCase();
      if (key === "" || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
