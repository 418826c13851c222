/** Letters and digits that are not mistaken for one another when read aloud or copied by hand. */
const ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 6;

export type ReferencePrefix = "INC" | "SRC";

/**
 * A reference such as `INC-5T8VNK`: six characters of thirty, random, never sequential or time-ordered,
 * so it tells nothing of how many others there are. `randomByte` returns 0..255, uniformly.
 */
export function newReference(prefix: ReferencePrefix, randomByte: () => number): string {
  let code = "";
  while (code.length < LENGTH) {
    const byte = randomByte();
    // 240 is the largest multiple of 30 below 256: a byte above would favour the first letters.
    if (byte < 240) code += ALPHABET[byte % ALPHABET.length];
  }
  return `${prefix}-${code}`;
}

/** A reference of one kind as a whole number below 729 million, another for each: to be kept where many are. */
export function referenceNumber(ref: string): number {
  let number = 0;
  for (const sign of ref.slice(-LENGTH)) number = number * ALPHABET.length + ALPHABET.indexOf(sign);
  return number;
}

/** The reference of a kind that a number stands for. */
export function referenceOfNumber(prefix: ReferencePrefix, number: number): string {
  const signs = new Array<number>(LENGTH);
  for (let at = LENGTH - 1, rest = number; at >= 0; at--, rest = Math.floor(rest / ALPHABET.length))
    signs[at] = ALPHABET.charCodeAt(rest % ALPHABET.length);
  return `${prefix}-${String.fromCharCode(...signs)}`;
}

/** The reference in its written form, or null when the text is none. Lower case is accepted. */
export function readReference(prefix: ReferencePrefix, text: string): string | null {
  const written = text.trim().toUpperCase();
  const pattern = new RegExp(`^${prefix}-[${ALPHABET}]{${LENGTH}}$`);
  return pattern.test(written) ? written : null;
}
