import { describe, expect, it } from "vitest";
import { matchesNothing } from "./incident-filter";
import { drawnHref, laneHref, timelineHref, undatedHref, windowHref } from "./timeline-links";
import { drawnFilter, parseTimelineRequest, serializeTimelineRequest } from "./timeline-request";

const read = (address: string) => parseTimelineRequest(new URLSearchParams(address));

describe("the address of a timeline", () => {
  it.each([
    "",
    "province=CN-YN&from=2014-01-01&to=2014-12-31&dates=certain&lane=status",
    "type=arrest&lane=province&window=2013-01-01..2014-12-31",
    "lane=nationality&only=not_known&page=2&size=50",
  ])("is read and written the same, %s", (address) => {
    const { request, issues } = read(address);
    expect(issues).toEqual([]);
    expect(serializeTimelineRequest(request).toString()).toBe(address);
  });

  it("draws all of a filter but its dates, and nothing where these are a mistake", () => {
    const drawn = (address: string) => drawnFilter(read(address).request.filter);
    expect(drawn("from=2014&type=arrest")).toEqual(drawn("type=arrest"));
    for (const mistake of ["from=abc", "from=2015&to=2014", "when=15"])
      expect([mistake, matchesNothing(drawn(mistake))]).toEqual([mistake, true]);
  });

  it("names every mistake; none of its own widens or narrows what is drawn", () => {
    const { request, issues } = read(
      "lane=colour&window=2014&only=everything&size=7&type=arest&lanes=none",
    );
    expect(issues.map(({ path, code }) => [path, code])).toEqual([
      ["type", "filter.not_in_list"],
      ["lanes", "filter.unknown_parameter"],
      ["size", "page.not_a_size"],
      ["lane", "timeline.not_a_lane"],
      ["window", "timeline.not_a_window"],
      ["only", "timeline.not_a_list"],
    ]);
    expect(request).toMatchObject({ lane: "none", window: null, only: null });
    expect(request.filter.invalid).toEqual([
      { name: "type", value: "arest" },
      { name: "lanes", value: "none" },
    ]);
  });
});

describe("where a timeline leads", () => {
  const { request } = read("type=arrest&from=2010-01-01&dates=certain&lane=province&page=2");
  const july = { from: "2014-07-01", to: "2014-07-31" };

  it("to another window, all else kept", () => {
    expect(windowHref(request, july)).toBe(
      "/timeline?from=2010-01-01&dates=certain&type=arrest&lane=province&window=2014-07-01..2014-07-31",
    );
    expect(timelineHref(request, "/timeline.svg")).toMatch(/^\/timeline\.svg\?/);
  });

  it("to the table with exactly what a number counts", () => {
    expect(
      laneHref(request, { key: "CN-YN", codes: ["CN-YN"] }, { ...july, dates: "possible" }),
    ).toBe("/incidents?province=CN-YN&from=2014-07-01&to=2014-07-31&type=arrest");
    expect(laneHref(request, { key: "CN-YN", codes: ["CN-YN"] }, null)).toBe(
      "/incidents?province=CN-YN&type=arrest",
    );
  });

  it("from what is drawn of the dates that are asked for to what the filter finds, else to the list below", () => {
    const yunnan = { key: "CN-YN", codes: ["CN-YN"] };
    const { request: dated } = read("from=2014-07-10&to=2014-07-20&dates=certain&lane=province");
    const bars = { unit: null, window: july, known: july, asked: 2, leftOut: 0 };
    expect(drawnHref(dated, bars, yunnan)).toBe(
      "/incidents?province=CN-YN&from=2014-07-10&to=2014-07-20&dates=certain",
    );
    const window = { from: "2014-07-15", to: "2014-07-31" };
    expect(drawnHref(dated, { ...bars, window }, yunnan)).toBe("#timeline-list");
    expect(drawnHref(dated, { ...bars, leftOut: 1 }, yunnan)).toBe("#timeline-list");
    expect(drawnHref(dated, { ...bars, unit: "day" }, yunnan)).toBe(
      "/incidents?province=CN-YN&from=2014-07-01&to=2014-07-31",
    );
    expect(drawnHref(dated, bars, { key: "not_known", codes: [] })).toBe("#timeline-list");
    const open = { ...bars, known: { from: "2013-01-01", to: "2014-07-31" } };
    const { request: since } = read("from=2014-07-10");
    expect(drawnHref(since, open, { key: "", codes: [] })).toBe("/incidents?from=2014-07-10");
  });

  it("to a list of its own where no filter can say it", () => {
    expect(laneHref(request, { key: "not_known", codes: [] }, { ...july, dates: "certain" })).toBe(
      "/timeline?from=2014-07-01&to=2014-07-31&dates=certain&type=arrest&lane=province&only=not_known",
    );
    expect(undatedHref(request)).toBe("/timeline?type=arrest&lane=province&only=undated");
  });
});
