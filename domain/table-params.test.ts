import fc from "fast-check";
import { expect, it } from "vitest";
import { countryCodes } from "./country-codes";
import { choice, codes, searchText } from "./filter-field";
import { tableLinks } from "./table-links";
import {
  asksForNothing,
  emptyTableRequest,
  isFiltered,
  isWordlessSearch,
  parseTableRequest,
  refuseUnknownCodes,
  serializeTableRequest,
  type TableSpec,
} from "./table-params";

type Filter = {
  q: string | null;
  colour: ("red" | "green")[];
  country: string[];
  shade: "light" | "dark";
};

const spec: TableSpec<"name" | "size_of", Filter> = {
  sortKeys: ["name", "size_of"],
  descendingFirst: ["size_of"],
  sort: { key: "name", descending: false },
  filters: {
    q: searchText,
    colour: codes(["red", "green"]),
    country: countryCodes,
    shade: choice(["light", "dark"]),
  },
};
const parse = (address: string) => parseTableRequest(spec, new URLSearchParams(address));
const codesOf = (address: string) => parse(address).issues.map(({ code }) => code);

it("an address that says nothing asks for everything in the table's own order", () => {
  const { request, issues } = parse("");
  expect(issues).toEqual([]);
  expect(request).toEqual({
    filter: { q: null, colour: [], country: [], shade: "light" },
    invalid: [],
    sort: { key: "name", descending: false },
    page: { page: 1, size: 25 },
  });
  expect(isFiltered(spec, request)).toBe(false);
  expect(asksForNothing(request)).toBe(false);
});

it("an address says filters, order and page", () => {
  const { request, issues } = parse(
    "colour=green&colour=red&country=cn&shade=dark&q=+two+words&sort=-size_of&page=3&size=50",
  );
  expect(issues).toEqual([]);
  expect(request).toEqual({
    filter: { q: "two words", colour: ["red", "green"], country: ["CN"], shade: "dark" },
    invalid: [],
    sort: { key: "size_of", descending: true },
    page: { page: 3, size: 50 },
  });
  expect(isFiltered(spec, request)).toBe(true);
});

it("blank parameters of a form that was not filled in ask for nothing", () => {
  const { request, issues } = parse("q=&colour=&country=&shade=&sort=&page=&size=");
  expect(issues).toEqual([]);
  expect(request).toEqual(emptyTableRequest(spec));
});

it("every mistake is told, with its value and what is allowed, and nothing is widened", () => {
  const { request, issues } = parse(
    "colour=blue&country=China&shade=grey&taste=sweet&sort=drop+table&page=-1&size=26",
  );
  expect(issues).toEqual([
    {
      path: "colour",
      code: "filter.not_in_list",
      values: { value: "blue", allowed: "red, green" },
    },
    { path: "country", code: "filter.unknown_country", values: { value: "China" } },
    {
      path: "shade",
      code: "filter.not_in_list",
      values: { value: "grey", allowed: "light, dark" },
    },
    { path: "taste", code: "filter.unknown_parameter", values: { value: "taste" } },
    {
      path: "sort",
      code: "sort.unknown",
      values: { value: "drop table", allowed: "name, size_of" },
    },
    { path: "page", code: "page.not_a_page", values: { value: "-1", max: 999_999_999 } },
    { path: "size", code: "page.not_a_size", values: { value: "26", allowed: "25, 50, 100" } },
  ]);
  expect(request.sort).toEqual({ key: "name", descending: false });
  expect(request.page).toEqual({ page: 1, size: 25 });
  expect(asksForNothing(request)).toBe(true);
});

it("a wrong order or page alone changes nothing of what is found", () => {
  expect(asksForNothing(parse("sort=-taste&page=0&size=1").request)).toBe(false);
  expect(codesOf("sort=name&sort=-name")).toEqual(["sort.unknown"]);
});

it("a search without a letter or digit finds nothing, which is no mistake", () => {
  for (const address of ["q=%20", "q=%3F%21", "q=%00"]) {
    const { request, issues } = parse(address);
    expect(issues, address).toEqual([]);
    expect(isWordlessSearch(request), address).toBe(true);
    expect(asksForNothing(request), address).toBe(true);
  }
});

it("a search of more than 10,000 characters is refused", () => {
  expect(codesOf(`q=${"a".repeat(10_000)}`)).toEqual([]);
  expect(codesOf(`q=${"a".repeat(10_001)}`)).toEqual(["filter.search_too_long"]);
  expect(asksForNothing(parse(`q=${"a".repeat(10_001)}`).request)).toBe(true);
});

it("more than a hundred values of one filter are refused", () => {
  const many = Array.from(
    { length: 101 },
    (_, at) =>
      `country=A${String.fromCharCode(65 + (at % 26))}&country=${String.fromCharCode(66 + Math.floor(at / 26))}${String.fromCharCode(65 + (at % 26))}`,
  ).join("&");
  expect(codesOf(many)).toEqual(["filter.too_many_values"]);
  expect(asksForNothing(parse(many).request)).toBe(true);
});

it("a code that the gazetteer does not know is refused as any other mistake", () => {
  const { request } = parse("country=CN&country=ZZ");
  const refused = refuseUnknownCodes(
    request,
    "country",
    new Set(["CN", "MM"]),
    "filter.unknown_country",
  );
  expect(refused.issues).toEqual([
    { path: "country", code: "filter.unknown_country", values: { value: "ZZ" } },
  ]);
  expect(refused.request.filter.country).toEqual(["CN"]);
  expect(asksForNothing(refused.request)).toBe(true);
  expect(serializeTableRequest(spec, refused.request).toString()).toBe("country=CN&country=ZZ");
});

it("the canonical address of any address asks for the same", () => {
  const name = fc.constantFrom("q", "colour", "country", "shade", "sort", "page", "size", "other");
  const value = fc.oneof(
    fc.constantFrom("red", "green", "cn", "dark", "-name", "size_of", "2", "100", " ", "x"),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(name, value), { maxLength: 8 }), (pairs) => {
      const { request } = parseTableRequest(spec, new URLSearchParams(pairs));
      const written = serializeTableRequest(spec, request);
      const again = parseTableRequest(spec, new URLSearchParams(written.toString())).request;
      expect(again.filter).toEqual(request.filter);
      expect(again.sort).toEqual(request.sort);
      expect(again.page).toEqual(request.page);
      expect(asksForNothing(again)).toBe(asksForNothing(request));
      expect(serializeTableRequest(spec, again).toString()).toBe(written.toString());
    }),
  );
});

it("headings sort, the other way round where the table already is, from the first page on", () => {
  const { request } = parse("colour=red&sort=size_of&page=2&size=50");
  const { sortHrefs, pager, clearHref } = tableLinks(spec, "/things", request, 120);
  expect(sortHrefs).toEqual({
    name: "/things?colour=red&size=50",
    size_of: "/things?colour=red&sort=-size_of&size=50",
  });
  expect(pager.hrefs.next).toBe("/things?colour=red&sort=size_of&page=3&size=50");
  expect(clearHref).toBe("/things?sort=size_of&size=50");
});

it("what reads best from the most is sorted that way first", () => {
  const { sortHrefs } = tableLinks(spec, "/things", emptyTableRequest(spec), 3);
  expect(sortHrefs).toEqual({ name: "/things?sort=-name", size_of: "/things?sort=-size_of" });
});

it("a table without a filter has nothing to clear", () => {
  expect(tableLinks(spec, "/things", emptyTableRequest(spec), 3).clearHref).toBeNull();
});
