/** A number with its thousands apart, "12,000". */
export function grouped(number: number): string {
  return number.toLocaleString("en");
}
