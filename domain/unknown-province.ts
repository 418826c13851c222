/** What the filter calls places of a country of which no province is known, `CN-unknown`. */
export function unknownProvinceOf(country: string): string {
  return `${country}${MARK}`;
}

/** The country of such a code; null for a province. */
export function countryOfUnknown(code: string): string | null {
  return code.endsWith(MARK) ? code.slice(0, -MARK.length) : null;
}

/** A code of ISO 3166-2 or of places without a province, however it is written; null for any other text. */
export function readProvinceCode(text: string): string | null {
  const code = text.toUpperCase();
  if (/^[A-Z]{2}-UNKNOWN$/.test(code)) return unknownProvinceOf(code.slice(0, 2));
  return /^[A-Z]{2}-[A-Z0-9]{1,3}$/.test(code) ? code : null;
}

const MARK = "-unknown";
