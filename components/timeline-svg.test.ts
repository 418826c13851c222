import { describe, expect, it } from "vitest";
import { days, exactly } from "../domain/testing-documents";
import { extentIn, type TimelineBar } from "../domain/timeline-chart";
import { timelineSvg } from "./timeline-svg";

const window = { from: "2014-07-01", to: "2014-07-31" };
const date = days("2014-07-15", null);
const bar = {
  key: "INC-222222",
  ref: "INC-222222",
  title: "Families arrested",
  event: null,
  date,
  possible: extentIn(date, window)!,
  known: null,
  expected: null,
  row: 0,
  places: [],
  headline: { persons: exactly(29) },
} as unknown as TimelineBar;
const lane = { key: "x", codes: ["x"], name: "x", possible: 1, certain: 0, bins: [], bars: [bar] };
const timeline = {
  lane: "province" as const,
  window,
  known: window,
  unit: null,
  total: 1,
  undated: 0,
  asked: null,
  leftOut: 0,
  possible: 1,
  certain: 0,
  lanes: [lane],
};
const words = {
  locale: "en",
  title: 'Timeline: "a" <b> & c',
  notes: ["Jul 2014"],
  laneNames: ["Yunnan: 1"],
};

describe("the picture of a timeline", () => {
  const svg = timelineSvg(timeline, [{ from: "2014-07-10", to: null }], words);

  it("stands alone: sized, titled, with axis and lanes, and asks for nothing from elsewhere", () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="1200" height="\d+"/);
    expect(svg).toContain("Timeline: &quot;a&quot; &lt;b&gt; &amp; c");
    expect(svg).toContain(">Yunnan: 1</text>");
    expect(svg).toMatch(/>\d+ Jul( 2014)?<\/text>/);
    expect(svg.replace("http://www.w3.org/2000/svg", "")).not.toMatch(
      /https?:|<style|<script|href/,
    );
  });

  it("breaks a title that is longer than a line, and the drawing begins below it", () => {
    const long = timelineSvg(timeline, [], {
      ...words,
      title: `Timeline: ${"arrests, ".repeat(30)}`,
    });
    const heightOf = (of: string) => Number(/height="(\d+)"/.exec(of)![1]);
    expect(long.match(/font-size="18"/g)).toHaveLength(3);
    expect(heightOf(long)).toBe(heightOf(svg) + 48);
  });

  it("draws what is open as fading and what the filter asks for as shaded", () => {
    expect(svg).toContain('fill="url(#fades-out)"');
    expect(svg).toMatch(/x="29\.03\d*%" y="0" width="70\.96\d*%"/);
  });

  it.each([
    ["denied", /<rect [^>]*fill="none" stroke="#5c626b"\/>\n<line [^>]*stroke="#a32020"\/>/],
    ["unconfirmed", /<rect [^>]*fill="none" [^>]*stroke-dasharray="2 3"\/>/],
    ["anticipated", /<rect [^>]*fill="none" [^>]*stroke-dasharray="5 4"\/>/],
  ])("draws an event that is %s otherwise than one that is reported", (modality, look) => {
    const event = { type: "arrest", modality } as TimelineBar["event"];
    const lanes = [{ ...lane, bars: [{ ...bar, event }] }];
    expect(timelineSvg({ ...timeline, lanes }, [], words)).toMatch(look);
    expect(svg).not.toMatch(look);
  });

  it("draws dashed how many of a period are anticipated, from the base and as wide as its column", () => {
    const none = { low: null, best: null, high: null };
    const count = { possible: 4, certain: 3, anticipated: 2, persons: none, certainPersons: none };
    const bins = [{ from: "2014-07-01", to: "2014-07-31", ...count }];
    const binned = { ...timeline, unit: "month" as const, lanes: [{ ...lane, bins, bars: [] }] };
    const drawn = timelineSvg(binned, [], words);
    expect(drawn).toMatch(/<rect x="6%" y="42" width="88%" height="40" fill="#e2f0f2"/);
    expect(drawn).toMatch(
      /<rect x="6%" y="62" width="88%" height="20" fill="none" stroke="#8a4200" stroke-dasharray="5 4"\/>/,
    );
  });

  it("is well formed whatever its words are", () => {
    const drawn = timelineSvg(timeline, [], { ...words, title: "a\uFFFFb\0c\uD800d" });
    expect(drawn).toContain("a\uFFFDb\uFFFDc\uFFFDd");
    expect(drawn).not.toMatch(/[\0-\b\uFFFE\uFFFF]/);
  });

  it("names no case", () => {
    expect(svg).not.toContain("Families");
    expect(svg).not.toContain("INC-");
  });
});
