/**
 * A drawing as text that is right in a page and as XML. Style elements are left out: the policy of a page forbids
 * them, and a drawing of ours needs none. Links are taken out of the order of the keyboard: a table has them too.
 */
export function svgText(node: Node): string {
  if (node.nodeType === TEXT) return escaped(node.nodeValue ?? "");
  if (node.nodeType !== ELEMENT) return "";
  const { localName, attributes, childNodes } = node as Element;
  if (localName === "style") return "";
  const written = Array.from(attributes, ({ name, value }) => ` ${name}="${escaped(value)}"`);
  if (localName === "a") written.push(' tabindex="-1"');
  const inside = Array.from(childNodes, svgText).join("");
  return `<${localName}${written.join("")}>${inside}</${localName}>`;
}

const ELEMENT = 1;
const TEXT = 3;

/** Characters that XML cannot hold at all are replaced. */
export function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
