import { expect, it } from "vitest";
import { riskNow } from "./at-risk";
import { DANGERS } from "./custody";
import { parseIncidentFilter, serializeIncidentFilter } from "./incident-filter";
import { keyFigureFilters } from "./key-figures";

const today = "2026-11-24";
const figures = (address: string, forReview = false) =>
  Object.fromEntries(
    keyFigureFilters(parseIncidentFilter(new URLSearchParams(address)).filter, {
      today,
      forReview,
    }).map(({ name, filter }) => [name, serializeIncidentFilter(filter).toString()]),
  );

const custody =
  "status=deportation_ordered&status=sentenced&status=charged&status=held&status=arrested";
const risk = DANGERS.map((type) => `risk=${type}`).join("&");

it("each key figure has the filter that finds what it counts", () => {
  expect(figures("", true)).toEqual({
    incidents: "",
    people: "",
    helpers: "role=helper",
    atRisk: `${risk}&news_from=2025-11-24`,
    inCustody: custody,
    silentInCustody: `${custody}&news_to=2026-08-25`,
    silentAtRisk: `${risk}&news_to=2026-08-25`,
    deported: "status=deported",
    lost: "status=died&status=disappeared",
    free: "status=escaped&status=released&status=resettled",
    draft: "review=draft",
    inReview: "review=in_review",
  });
});

it("asks beside a filter, and leaves out what cannot be asked beside it", () => {
  expect(figures("province=CN-YN&from=2014&status=held&role=helper&role=crew")).toEqual({
    incidents: "province=CN-YN&from=2014-01-01&status=held&role=helper&role=crew",
    people: "province=CN-YN&from=2014-01-01&status=held&role=helper&role=crew",
    helpers: "province=CN-YN&from=2014-01-01&status=held&role=helper",
    certain: "province=CN-YN&from=2014-01-01&dates=certain&status=held&role=helper&role=crew",
    atRisk: `province=CN-YN&from=2014-01-01&status=held&${risk}&news_from=2025-11-24&role=helper&role=crew`,
    inCustody: "province=CN-YN&from=2014-01-01&status=held&role=helper&role=crew",
    silentInCustody:
      "province=CN-YN&from=2014-01-01&status=held&news_to=2026-08-25&role=helper&role=crew",
    silentAtRisk: `province=CN-YN&from=2014-01-01&status=held&${risk}&news_to=2026-08-25&role=helper&role=crew`,
  });
});

it("draws the line between at risk and fate unknown where a row does", () => {
  const stale = (lastNews: string) => riskNow({ atRiskOf: ["deportation"], lastNews }, today).stale;
  expect([stale("2025-11-24"), stale("2025-11-23")]).toEqual([false, true]);
});
