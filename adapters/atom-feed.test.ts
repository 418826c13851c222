import fc from "fast-check";
import { DOMParser } from "linkedom";
import { expect, it } from "vitest";
import { atomFeed, type Feed } from "./atom-feed";

const feed = (rest: Partial<Feed> = {}): Feed => ({
  key: "incidents type=arrest",
  title: "Arrests",
  author: "Detention Ledger",
  selfHref: "/incidents.atom?type=arrest",
  href: "/incidents?type=arrest",
  entries: [],
  ...rest,
});
const entry = (rest: Partial<Feed["entries"][number]> = {}) => ({
  key: "INC-5T8VNK",
  title: "Held at the border",
  summary: "Seven people.",
  href: "/incidents/INC-5T8VNK",
  updatedAt: Date.UTC(2026, 0, 31, 12),
  ...rest,
});

const parse = (xml: string) => new DOMParser().parseFromString(xml, "text/xml");
type Parsed = ReturnType<typeof parse>;
const textsOf = (document: Parsed, name: string) =>
  [...document.querySelectorAll(name)].map(({ textContent }) => textContent);

/** What of a text XML can hold; a reader makes one line feed of every end of a line. */
const readable = (text: string) =>
  [...text.toWellFormed()]
    .filter(
      (sign) => /[\t\n\r]/.test(sign) || (sign >= " " && sign !== "\uFFFE" && sign !== "\uFFFF"),
    )
    .join("");

it("says of each incident when it changed, what it is and where it stands, in the order given", () => {
  const entries = [entry(), entry({ key: "INC-222222", title: "Released & back", updatedAt: 0 })];
  expect(atomFeed(feed({ entries }))).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:8f3a8e45-0af3-5469-9af1-361a919999e7</id>
<title>Arrests</title>
<updated>2026-01-31T12:00:00.000Z</updated>
<author><name>Detention Ledger</name></author>
<link rel="self" type="application/atom+xml" href="/incidents.atom?type=arrest"/>
<link rel="alternate" type="text/html" href="/incidents?type=arrest"/>
<entry><id>urn:uuid:eb09737a-c2ca-5924-a5f4-1e7a19a46b60</id><title>Held at the border</title><updated>2026-01-31T12:00:00.000Z</updated><link rel="alternate" type="text/html" href="/incidents/INC-5T8VNK"/><summary>Seven people.</summary></entry>
<entry><id>urn:uuid:a21bdfad-9662-5272-a798-5226365e1c84</id><title>Released &amp; back</title><updated>1970-01-01T00:00:00.000Z</updated><link rel="alternate" type="text/html" href="/incidents/INC-5T8VNK"/><summary>Seven people.</summary></entry>
</feed>
`);
});

it("names its own address nowhere where that is a secret, and was never updated while it is empty", () => {
  const xml = atomFeed(feed({ selfHref: null }));
  expect(xml).not.toContain("self");
  expect(xml).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
});

it("is well formed whatever stands in a title, and gives it back without what XML cannot hold", () => {
  const nasty = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({
      unit: fc.constantFrom(
        "<",
        ">",
        "&",
        '"',
        "'",
        "]]>",
        "\0",
        "\u0008",
        "\r",
        "\uD800",
        "\uFFFE",
        "x",
      ),
    }),
    fc.constantFrom("]]></title><entry>", "&lt;script>", "<!--", "<?xml?>", "&#0;"),
  );
  fc.assert(
    fc.property(nasty, nasty, nasty, (title, summary, href) => {
      const xml = atomFeed(feed({ title, href, entries: [entry({ title, summary })] }));
      // No markup but our own, and every ampersand begins an entity: well formed by the grammar.
      expect(
        xml.replaceAll(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*\/?>|<\?xml [^?]*\?>/g, ""),
      ).not.toMatch(/[<>]/);
      expect(xml).not.toMatch(/&(?!amp;|lt;|gt;|quot;|#13;)/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
      expect(xml).not.toMatch(/[\0-\x08\x0b\x0c\x0e-\x1f\uFFFE\uFFFF]/);
      expect(xml.isWellFormed()).toBe(true);
      const document = parse(xml);
      expect(textsOf(document, "feed > title")).toEqual([readable(title)]);
      expect(textsOf(document, "entry > title")).toEqual([readable(title)]);
      expect(textsOf(document, "summary")).toEqual([readable(summary)]);
      expect(document.querySelectorAll("entry")).toHaveLength(1);
    }),
    { numRuns: 500 },
  );
});
