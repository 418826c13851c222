import { describe, expect, it } from "vitest";
import messages from "../messages/en.json";
import { days, exactly, unknownCount } from "./testing-documents";
import { sayFrom } from "./testing-say";
import type { TimelineBar } from "./timeline-chart";
import { barLabel, binLabel, laneName, periodText } from "./timeline-words";

const say = sayFrom(messages);
const words = { locale: "en", say, today: "2014-08-01" };

describe("the words of a timeline", () => {
  it.each([
    ["2014-07-01", "2014-07-31", "Jul 2014"],
    ["2014-07-14", "2014-07-20", "14–20 Jul 2014"],
    ["2014-07-01", "2014-09-30", "Jul–Sept 2014"],
    ["2010-01-01", "2019-12-31", "2010–2019"],
    ["2014-07-14", "2014-07-14", "14 Jul 2014"],
  ])("call %s to %s %s", (from, to, text) => {
    expect(periodText({ from, to }, words)).toBe(text);
  });

  it("call lanes by what they hold", () => {
    const named = (key: string, codes: string[], name: string | null = null) =>
      laneName({ key, codes, name }, say);
    expect(named("", [])).toBe("all incidents");
    expect(named("CN-YN", ["CN-YN"], "Yunnan")).toBe("Yunnan");
    expect(named("CN-QQ", ["CN-QQ"])).toBe("CN-QQ");
    expect(named("held", ["held"])).toBe("held");
    expect(named("unknown", ["unknown"])).toBe("unknown");
    expect(named("others", ["LA", "TH"])).toBe("2 others");
    expect(named("not_known", [])).toBe("not known");
  });

  it("tell a bin's number, how sure it is and how many people", () => {
    const bin = {
      from: "2014-07-01",
      to: "2014-07-31",
      possible: 12,
      certain: 8,
      anticipated: 0,
      persons: { low: 20, best: 29, high: 29 },
      certainPersons: unknownCount,
    };
    expect(binLabel(bin, false, words)).toBe(
      "Jul 2014: 12 incidents possibly, 8 of them certainly; 20–29 (best 29) people",
    );
    const some = { ...bin, anticipated: 3 };
    expect(binLabel(some, true, words)).toMatch(/people; 3 with anticipated events$/);
    expect(binLabel(some, false, words)).toMatch(/people; 3 last known at risk$/);
  });

  it("tell of a bar what it is, when, where, how many, what became of them and what threatens", () => {
    const bar = {
      title: "Families arrested",
      event: { type: "deportation", modality: "anticipated" },
      date: days("2014-07-15", "2014-07-17"),
      places: ["Shandong", "Yunnan"],
      headline: {
        persons: exactly(29),
        status: "held",
        statuses: [{ status: "held", eventId: "e", groupIds: [] }],
        atRiskOf: ["deportation"],
        lastNews: "2014-07-23",
      },
    } as unknown as TimelineBar;
    expect(barLabel(bar, words)).toBe(
      "Families arrested: deportation (anticipated) · 15–17 Jul 2014 · Shandong, Yunnan · 29 people · held, at risk of deportation",
    );
    expect(barLabel({ ...bar, event: null, places: [] }, words)).toMatch(/: 15–17 Jul 2014 · 29 p/);
  });
});
