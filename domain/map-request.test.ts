import { describe, expect, it } from "vitest";
import { nextMapSort, parseMapRequest, serializeMapRequest } from "./map-request";

const read = (query: string) => parseMapRequest(new URLSearchParams(query));
const usual = { shade: "incidents", bound: "best", moves: "shown", view: null };

describe("the address of a map", () => {
  it("says the filter of the list and how the map is drawn", () => {
    const { request, issues } = read(
      "province=CN-YN&from=2014-07&shade=people&bound=high&moves=hidden&view=cn&sort=-high",
    );
    expect(issues).toEqual([]);
    expect(request.filter).toMatchObject({ province: ["CN-YN"], from: "2014-07-01" });
    expect(request.look).toEqual({ shade: "people", bound: "high", moves: "hidden", view: "CN" });
    expect(request.sort).toEqual({ key: "high", descending: true });
  });

  it("says nothing of what is usual", () => {
    const { request, issues } = read("");
    expect(issues).toEqual([]);
    expect(request.look).toEqual(usual);
    expect(serializeMapRequest(request).toString()).toBe("");
  });

  it.each([
    "province=CN-YN&type=arrest&shade=people&bound=low&moves=hidden&view=world&sort=name",
    "q=held&view=KP",
    "colour=red",
  ])("is the same after it was read: %s", (query) => {
    expect(serializeMapRequest(read(query).request).toString()).toBe(query);
  });

  it.each([
    ["view=everywhere", "map.unknown_view"],
    ["view=CN&view=KP", "map.unknown_view"],
    ["shade=red", "filter.not_in_list"],
    ["bound=middle", "filter.not_in_list"],
    ["sort=height", "sort.unknown"],
  ])("with a mistake draws the usual map and says so: %s", (query, code) => {
    const { request, issues } = read(query);
    expect(request.look).toEqual(usual);
    expect(issues.map((issue) => issue.code)).toEqual([code]);
    expect(request.filter.invalid).toEqual([]);
  });

  it("with a mistake in the filter finds nothing", () => {
    const { request, issues } = read("colour=red&shade=people");
    expect(request.filter.invalid).toEqual([{ name: "colour", value: "red" }]);
    expect(issues.map(({ code }) => code)).toEqual(["filter.unknown_parameter"]);
  });
});

it("a column is sorted by the most first, names from the beginning, and then the other way round", () => {
  const byIncidents = { key: "incidents", descending: true } as const;
  expect(nextMapSort(byIncidents, "incidents")).toEqual({ key: "incidents", descending: false });
  expect(nextMapSort(byIncidents, "high")).toEqual({ key: "high", descending: true });
  expect(nextMapSort(byIncidents, "name")).toEqual({ key: "name", descending: false });
});
