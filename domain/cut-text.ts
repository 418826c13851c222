/** The first `max` UTF-16 units of a text, without half a sign at their end. */
export function cutText(text: string, max: number): string {
  return text.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}
