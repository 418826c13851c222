import { describe, expect, it } from "vitest";
import { namedByAny, refuseUnknownNames, withoutMissing } from "./filter-names";
import { matchesNothing, parseIncidentFilter, serializeIncidentFilter } from "./incident-filter";

const names = {
  provinces: new Map([["CN-YN", "Yunnan"]]),
  countries: new Map([
    ["CN", "China"],
    ["KP", "North Korea"],
  ]),
  places: new Map([["CN-JL/tumen", "Tumen"]]),
  sources: new Map([["SRC-5T8VNK", "Voice of America"]]),
  incidents: new Map([["INC-5T8VNK", "INC-5T8VNK"]]),
};

it("are asked for of several filters at once, whatever field they are of", () => {
  const asked = [
    "province=CN-YN&place=CN-JL/tumen&move=CN>KP>reported&nationality=KP",
    "province=CN-YN&province=CN-SD&country=CN&source=SRC-5T8VNK&ref=INC-5T8VNK&status=held",
  ].map((address) => parseIncidentFilter(new URLSearchParams(address)).filter);
  expect(serializeIncidentFilter(namedByAny(asked)).toString()).toBe(
    new URLSearchParams(
      "province=CN-YN&province=CN-SD&country=CN&place=CN-JL/tumen&move=CN>KP>reported&nationality=KP&source=SRC-5T8VNK&ref=INC-5T8VNK",
    ).toString(),
  );
});

describe("codes that have the form of one but exist nowhere", () => {
  it("are said, and match nothing", () => {
    const { filter } = parseIncidentFilter(
      new URLSearchParams(
        "province=CN-YN&province=CN-QQ&country=QQ&place=CN-JL/tumen&place=CN-JL/tumem&move=CN-JL/tumen>CN-JL/tumen>reported&move=CN-JL/tumen>ZZ>reported&nationality=KP&nationality=ZZ&source=SRC-222222&ref=INC-5T8VNK&ref=INC-222222",
      ),
    );
    expect(matchesNothing(filter)).toBe(false);
    const refused = refuseUnknownNames(filter, names);
    expect(refused.issues).toEqual([
      { path: "province", code: "filter.unknown_province", values: { value: "CN-QQ" } },
      { path: "country", code: "filter.unknown_country", values: { value: "QQ" } },
      { path: "place", code: "filter.unknown_place", values: { value: "CN-JL/tumem" } },
      {
        path: "move",
        code: "filter.unknown_move",
        values: { value: "CN-JL/tumen>ZZ>reported" },
      },
      { path: "nationality", code: "filter.unknown_country", values: { value: "ZZ" } },
      { path: "source", code: "filter.no_source", values: { value: "SRC-222222" } },
      { path: "ref", code: "filter.no_incident", values: { value: "INC-222222" } },
    ]);
    expect(refused.filter).toMatchObject({
      province: ["CN-YN"],
      country: [],
      move: ["CN-JL/tumen>CN-JL/tumen>reported"],
      nationality: ["KP"],
    });
    expect(matchesNothing(refused.filter)).toBe(true);
  });

  it("leave what else is asked for found where they are sources or incidents, of which each reader has others", () => {
    const { filter } = parseIncidentFilter(
      new URLSearchParams("ref=INC-5T8VNK&ref=INC-222222&source=SRC-222222"),
    );
    const refused = refuseUnknownNames(filter, names);
    expect(refused.filter).toEqual(filter);
    expect(withoutMissing(refused.issues, filter, names)).toEqual([
      { path: "source", code: "filter.no_source", values: { value: "SRC-222222" } },
    ]);
  });

  it("leave a filter alone that names only what exists", () => {
    const { filter } = parseIncidentFilter(
      new URLSearchParams("province=CN-YN&country=CN&source=SRC-5T8VNK"),
    );
    expect(refuseUnknownNames(filter, names)).toEqual({ filter, issues: [] });
  });
});
