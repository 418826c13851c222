import { describe, expect, it } from "vitest";
import { parseMapRequest } from "../../domain/map-request";
import {
  chooseAddress,
  countryListAddress,
  lookAddress,
  mapAddress,
  provinceListAddress,
  townListAddress,
  wholeListAddress,
} from "./addresses";

const read = (query: string) => parseMapRequest(new URLSearchParams(query)).request;

describe("from a map", () => {
  it("a province leads to the map with it, and from there to the map without it", () => {
    expect(chooseAddress(read("type=arrest&shade=people"), "CN-YN")).toBe(
      "/map?province=CN-YN&type=arrest&shade=people",
    );
    expect(chooseAddress(read("province=CN-JL&province=CN-YN"), "CN-YN")).toBe(
      "/map?province=CN-JL",
    );
    expect(chooseAddress(read("province=CN-YN"), "CN-JL")).toBe(
      "/map?province=CN-JL&province=CN-YN",
    );
    expect(chooseAddress(read("province=CN-YN"), "CN-YN")).toBe("/map");
  });

  it("a number leads to the incidents of that province alone, with all else of the filter", () => {
    expect(
      provinceListAddress(read("province=CN-JL&country=CN&type=arrest&view=CN&sort=name"), "CN-YN"),
    ).toBe("/incidents?province=CN-YN&country=CN&type=arrest");
    expect(provinceListAddress(read("place=CN-JL/tumen&type=arrest"), "CN")).toBe(
      "/incidents?province=CN-unknown&type=arrest",
    );
  });

  it("a town leads to the incidents there, whatever else was chosen on the map", () => {
    expect(townListAddress(read("province=CN-YN&place=LA&from=2014&view=CN"), "CN-JL/tumen")).toBe(
      "/incidents?place=CN-JL%2Ftumen&from=2014-01-01",
    );
    expect(chooseAddress(read("place=CN-JL/tumen"), "CN-YN")).toBe("/map?province=CN-YN");
  });

  it("the number of all leads to what the tables count, whatever was chosen on the map", () => {
    expect(wholeListAddress(read("province=CN-JL&place=LA&from=2014&view=CN"))).toBe(
      "/incidents?from=2014-01-01",
    );
    expect(wholeListAddress(read("view=CN"))).toBe("/incidents");
  });

  it("a country leads to its incidents, but not where the filter holds it to another country", () => {
    expect(countryListAddress(read("province=CN-JL&q=held"), "CN")).toBe(
      "/incidents?q=held&country=CN",
    );
    expect(countryListAddress(read("country=CN&country=KP"), "KP")).toBe("/incidents?country=KP");
    expect(countryListAddress(read("country=CN"), "LA")).toBeNull();
  });

  it("another look keeps the filter, and the files are those of the same map", () => {
    const request = read("province=CN-JL&bound=high&shade=people");
    expect(lookAddress(request, { shade: "incidents" })).toBe("/map?province=CN-JL&bound=high");
    expect(mapAddress(request, "/map.csv")).toBe("/map.csv?province=CN-JL&shade=people&bound=high");
  });
});
