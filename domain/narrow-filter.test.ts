import { expect, it } from "vitest";
import { parseIncidentFilter, serializeIncidentFilter } from "./incident-filter";
import { type Narrowing, narrowFilter } from "./narrow-filter";

it.each<[string, Narrowing, string | null]>([
  ["", { role: ["helper"] }, "role=helper"],
  [
    "province=CN-YN",
    { status: ["held", "arrested"] },
    "province=CN-YN&status=held&status=arrested",
  ],
  ["status=held", { status: ["held", "arrested"] }, "status=held"],
  ["status=held&status=deported", { status: ["held"] }, "status=held"],
  ["status=held&status=deported", { status: ["held", "arrested"] }, null],
  ["status=held&status=nothing", { status: ["held"] }, "status=held&status=nothing"],
  ["", { news_to: "2026-08-25" }, "news_to=2026-08-25"],
  ["news_to=2020", { news_to: "2026-08-25" }, "news_to=2020-12-31"],
  ["news_from=2020", { news_from: "2026-08-25" }, "news_from=2026-08-25"],
  ["news_from=2026-09-01", { news_from: "2026-08-25" }, "news_from=2026-09-01"],
  ["news_from=2026-09-01", { news_to: "2026-08-25" }, null],
])("%s narrowed by %j is %s", (address, narrowing, expected) => {
  const { filter } = parseIncidentFilter(new URLSearchParams(address));
  const narrowed = narrowFilter(filter, narrowing);
  expect(narrowed && serializeIncidentFilter(narrowed).toString()).toBe(expected);
});
