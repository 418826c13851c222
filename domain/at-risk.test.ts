import { describe, expect, it } from "vitest";
import { riskNow } from "./at-risk";

describe("the risk people are in today", () => {
  it("stands while news are no older than 365 days", () => {
    const headline = { atRiskOf: ["deportation" as const], lastNews: "2014-07-24" };
    expect(riskNow(headline, "2014-08-01")).toEqual({
      of: ["deportation"],
      stale: false,
      since: "2014-07-24",
    });
    expect(riskNow(headline, "2015-07-24").stale).toBe(false);
    expect(riskNow(headline, "2015-07-25").stale).toBe(true);
  });

  it("is last known where no day of any news is known", () => {
    expect(riskNow({ atRiskOf: ["charge"], lastNews: null }, "2015-07-25")).toEqual({
      of: ["charge"],
      stale: true,
      since: null,
    });
  });

  it("is none where nothing is anticipated", () => {
    expect(riskNow({ atRiskOf: [], lastNews: "2014-07-24" }, "2014-07-25").of).toEqual([]);
  });
});
