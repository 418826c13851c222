import { describe, expect, it } from "vitest";
import { parseIncidentRequest, serializeIncidentRequest } from "./incident-request";

function canonical(address: string) {
  return serializeIncidentRequest(
    parseIncidentRequest(new URLSearchParams(address)).request,
  ).toString();
}

describe("an address of incidents", () => {
  it("leaves out what is the default", () => {
    expect(canonical("sort=-date&page=1&size=25&dates=possible&q=")).toBe("");
  });

  it("has one canonical form", () => {
    expect(
      canonical("columns=people,date&size=50&page=3&sort=title&to=2014&from=2014&province=CN-YN"),
    ).toBe(
      "province=CN-YN&from=2014-01-01&to=2014-12-31&sort=title&page=3&size=50&columns=people%2Cdate",
    );
  });

  it("reports the mistakes of all its parameters", () => {
    const { issues } = parseIncidentRequest(
      new URLSearchParams("type=x&sort=drop table&page=-1&size=7&columns=date,shoe"),
    );
    expect(issues.map(({ code }) => code)).toEqual([
      "filter.not_in_list",
      "sort.unknown",
      "page.not_a_page",
      "page.not_a_size",
      "columns.unknown",
    ]);
  });
});
