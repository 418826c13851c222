import { expect, it } from "vitest";
import { differenceOf, parseComparison, serializeComparison, sharedFields } from "./comparison";
import { serializeIncidentFilter } from "./incident-filter";
import { exactly } from "./testing-documents";

const read = (address: string) => parseComparison(new URLSearchParams(address));
const sides = (address: string) =>
  read(address).filters.map((filter) => serializeIncidentFilter(filter).toString());

it("takes what belongs to one side beside what belongs to both", () => {
  expect(sides("type=arrest&a.province=CN-YN&b.province=CN-JL&b.from=2014")).toEqual([
    "province=CN-YN&type=arrest",
    "province=CN-JL&from=2014-01-01&type=arrest",
  ]);
});

it("lets a side have another value than both, and takes a blank field for none", () => {
  expect(sides("from=2013&a.from=2014&b.from=&a.province=")).toEqual([
    "from=2014-01-01",
    "from=2013-01-01",
  ]);
});

it("says a mistake of both once, and names the side of any other", () => {
  const { issues } = read("type=arest&a.from=soon&b.colour=red");
  expect(issues.map(({ path, code }) => [path, code])).toEqual([
    ["a.from", "filter.not_a_date"],
    ["type", "filter.not_in_list"],
    ["b.colour", "filter.unknown_parameter"],
  ]);
});

it.each([
  "",
  "type=arrest&a.province=CN-YN&b.province=CN-JL",
  "a.from=2013-01-01&a.to=2013-12-31&b.from=2014-01-01&b.to=2014-12-31",
  "a.status=held",
])("is written as it was read: %s", (address) => {
  expect(serializeComparison(read(address).filters).toString()).toBe(address);
});

it("tells which fields are the same in both, dates only all together", () => {
  const shared = sharedFields(read("type=arrest&from=2014&a.to=2014&a.province=CN-YN").filters);
  expect(shared).toContain("type");
  expect(shared).not.toContain("province");
  expect(shared.filter((name) => ["from", "to", "dates"].includes(name))).toEqual([]);
});

it.each([
  [exactly(30), exactly(18), { kind: "exact", more: 12 }],
  [exactly(0), exactly(0), { kind: "exact", more: 0 }],
  [{ low: 20, best: 29, high: 29 }, exactly(5), { kind: "atLeast", more: 15 }],
  [exactly(5), { low: 20, best: 29, high: 29 }, { kind: "atLeast", more: -15 }],
  [{ low: 20, best: null, high: null }, exactly(5), { kind: "atLeast", more: 15 }],
  [{ low: 3, best: null, high: null }, exactly(5), { kind: "open", more: null }],
  [
    { low: 3, best: null, high: null },
    { low: 9, best: null, high: null },
    { kind: "open", more: null },
  ],
  [
    { low: 3, best: 4, high: 6 },
    { low: 5, best: 5, high: 9 },
    { kind: "overlap", more: null },
  ],
] as const)("%j against %j differs by %j", (first, second, difference) => {
  expect(differenceOf(first, second)).toEqual(difference);
});
