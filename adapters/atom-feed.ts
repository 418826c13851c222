import { createHash } from "node:crypto";

/** One entry. `key`: what it is of, the same for ever; `updatedAt`: milliseconds since 1970. */
export type FeedEntry = {
  key: string;
  title: string;
  summary: string;
  href: string;
  updatedAt: number;
};

/** `key`: what the feed is of. `selfHref`: null where its own address is a secret. `entries`: in their order. */
export type Feed = {
  key: string;
  title: string;
  author: string;
  selfHref: string | null;
  href: string;
  entries: readonly FeedEntry[];
};

/**
 * A feed as an Atom document (RFC 4287). Any text makes a well-formed one: what XML cannot hold is left out.
 * It was updated when the newest of its entries was; with none, never: at the beginning of 1970.
 */
export function atomFeed({ key, title, author, selfHref, href, entries }: Feed): string {
  const updatedAt = Math.max(0, ...entries.map((entry) => entry.updatedAt));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element("id", idOf(key)),
    element("title", title),
    element("updated", instant(updatedAt)),
    `<author>${element("name", author)}</author>`,
    ...(selfHref === null ? [] : [link("self", "application/atom+xml", selfHref)]),
    link("alternate", "text/html", href),
    ...entries.map((entry) =>
      [
        "<entry>",
        element("id", idOf(entry.key)),
        element("title", entry.title),
        element("updated", instant(entry.updatedAt)),
        link("alternate", "text/html", entry.href),
        element("summary", entry.summary),
        "</entry>",
      ].join(""),
    ),
    "</feed>\n",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(rel: string, type: string, href: string): string {
  return `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;
}

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
/** All but these may not stand in XML 1.0, escaped or not. */
const UNFIT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  const fit = text.toWellFormed().replaceAll(UNFIT, "");
  // A reader would make a line feed of a lone carriage return.
  return fit.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign]!).replaceAll("\r", "&#13;");
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

/** A space of our own for ids, made once by chance. */
const NAMESPACE = "860f66ff4601a8f8dfd9c11cb30ed4cf";

/** The id of a key for ever, wherever the program is reached: a UUID of its name (RFC 9562, version 5). */
function idOf(key: string): string {
  const hash = createHash("sha1").update(Buffer.from(NAMESPACE, "hex")).update(key, "utf8");
  const bytes = hash.digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return `urn:uuid:${parts.join("-")}-${hex.slice(20)}`;
}
