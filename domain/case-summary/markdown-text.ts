/**
 * Text as CommonMark shows it letter by letter: nothing in it is taken for markup, HTML or an address. Line breaks
 * become spaces; see `markdownParagraphs` where they matter.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/\s+/gu, " ")
      .trim()
      // What is markup anywhere in a line.
      .replace(/[\\`*_[\]<>&~|]/g, "\\$&")
      // What is markup at the beginning of one.
      .replace(/^([#+=-]|\d{1,9}(?=[.)]))/, (start) => (/\d/.test(start) ? start : `\\${start}`))
      .replace(/^(\d{1,9})([.)])/, "$1\\$2")
  );
}

/** The same for a text of several lines, each a paragraph of its own. */
export function markdownParagraphs(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(markdownText)
    .filter((line) => line !== "")
    .join("\n\n");
}

/** A web address that can be followed; what would end it early is written as it is in addresses. */
export function markdownAddress(url: string): string {
  return `<${url.replace(/[\s<>\\]/gu, (sign) => encodeURIComponent(sign))}>`;
}
