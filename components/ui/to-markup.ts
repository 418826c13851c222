import { Fragment, isValidElement, type ReactNode } from "react";

/**
 * What is shown, as HTML text, as React itself would write it: host elements, and components that only say what is in
 * them, which are called in place. Every text and attribute is escaped. Throws where something could not be the same:
 * components of the browser, of a class or that wait, handlers, styles, refs, fields whose value is no attribute, and
 * addresses that are script.
 */
export function toMarkup(node: ReactNode): string {
  if (typeof node === "string") return escapeText(node);
  if (typeof node === "number" || typeof node === "bigint") return String(node);
  if (node === null || node === undefined || typeof node === "boolean") return "";
  if (isValidElement<Props>(node)) return elementMarkup(node.type, node.props);
  // A promise, an element that is loaded later: nothing that can be written down now.
  if (!(Symbol.iterator in node)) throw new Error("This cannot be written as text at once.");
  let markup = "";
  for (const one of node) markup += toMarkup(one);
  return markup;
}

type Props = Record<string, unknown> & { children?: ReactNode };

function elementMarkup(type: unknown, props: Props): string {
  if (type === Fragment) return toMarkup(props.children);
  if (typeof type === "function") {
    if ("$$typeof" in type)
      throw new Error("A component of the browser cannot be written as text.");
    return toMarkup((type as (props: Props) => ReactNode)(props));
  }
  if (typeof type !== "string") throw new Error("This kind of element cannot be written as text.");
  if (WITH_STATE.has(type)) throw new Error(`The value of a <${type}> is no attribute.`);
  let opening = `<${type}`;
  for (const name in props) opening += attributeMarkup(name, props[name]);
  if (VOID.has(type)) return `${opening}/>`;
  const inner = props.dangerouslySetInnerHTML as { __html: string } | undefined;
  return `${opening}>${inner ? inner.__html : toMarkup(props.children)}</${type}>`;
}

const VOID = new Set(["input", "br", "hr", "img", "wbr", "col"]);
const WITH_STATE = new Set(["textarea", "select", "option", "script", "style"]);

/** Names that React spells its own way; of others browsers take no notice of capitals. */
const NAMES: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  defaultChecked: "checked",
  defaultValue: "value",
};
const NO_ATTRIBUTES = new Set(["children", "dangerouslySetInnerHTML", "suppressHydrationWarning"]);

function attributeMarkup(name: string, value: unknown): string {
  if (NO_ATTRIBUTES.has(name) || value === null || value === undefined) return "";
  if (typeof value === "function" || typeof value === "object")
    throw new Error(`${name} cannot be written as an attribute.`);
  if (typeof value === "boolean" && !/^(aria|data)-/.test(name))
    return value ? ` ${NAMES[name] ?? name}=""` : "";
  if (name === "href" && IS_SCRIPT.test(String(value)))
    throw new Error("A link must not be a script.");
  return ` ${NAMES[name] ?? name}="${escapeText(String(value))}"`;
}

/** As browsers read it, which pass over blanks and control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers pass over them
const IS_SCRIPT = /^[\u0000-\u0020]*j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t\s*:/i;

function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replaceAll(ALL_SPECIAL, (one) => ESCAPED[one]!) : text;
}

const SPECIAL = /["'&<>]/;
const ALL_SPECIAL = /["'&<>]/g;
const ESCAPED: Record<string, string> = {
  '"': "&quot;",
  "'": "&#x27;",
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};
