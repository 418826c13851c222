import { describe, expect, it } from "vitest";
import messages from "../messages/en.json";
import type { Headline } from "./headline-type";
import { type CsvColumnName, csvRecord, DEFAULT_CSV_COLUMNS } from "./incident-csv-columns";
import type { IncidentRow } from "./incident-row";
import { days, exactly, unknownCount } from "./testing-documents";
import { sayFrom } from "./testing-say";

const headline: Headline = {
  date: { ...days("2014-07-15", "2014-07-17"), text: "last week", kind: "span", precision: 2 },
  eventIds: ["e1"],
  places: ["CN-SD/qingdao", "CN-YN"],
  countries: ["CN"],
  provinces: ["CN-SD", "CN-YN"],
  localities: ["CN-SD/qingdao"],
  laterProvinces: ["CN-JL"],
  persons: { low: 20, best: 29, high: 29 },
  helpers: { low: 5, best: null, high: 6 },
  families: exactly(4),
  roles: ["seeking_refuge", "helper"],
  nationalities: ["CN", "KP"],
  eventTypes: [
    { type: "arrest", modality: "reported" },
    { type: "deportation", modality: "anticipated" },
  ],
  statuses: [
    { status: "held", eventId: "e2", groupIds: ["g1"] },
    { status: "released", eventId: "e3", groupIds: ["g2"] },
  ],
  status: "held",
  statusDate: days("2014-07-01", "2014-07-31"),
  atRiskOf: ["deportation"],
  lastNews: "2014-07-24",
  corroboration: "contested",
  byField: {
    date: "corroborated",
    place: "corroborated",
    persons: "contested",
    helpers: "contested",
    parts: "unsourced",
    status: "single_source",
  },
  disagreement: ["persons", "helpers"],
  sources: 6,
  independentSources: 3,
  groups: {},
  events: {},
};

const row: IncidentRow = {
  ref: "INC-5T8VNK",
  title: "Arrests in Qingdao and Kunming",
  summary: "Two groups.\nSix helpers.",
  reviewStatus: "draft",
  publication: "internal",
  createdAt: Date.UTC(2026, 0, 2, 3, 4, 5, 6),
  updatedAt: Date.UTC(2026, 0, 3),
  headline,
  placeNames: {
    CN: "China",
    "CN-SD": "Shandong",
    "CN-YN": "Yunnan",
    "CN-JL": "Jilin",
    "CN-SD/qingdao": "Qingdao",
  },
  citations: [
    {
      ref: "SRC-222222",
      publisher: "Voice of America",
      title: "Arrested, face deportation",
      date: days("2014-07-21", "2014-07-21"),
      url: "https://example.org/1",
    },
    { ref: "SRC-333333", publisher: "KBS World", title: "", date: null, url: "" },
  ],
};

const context = { say: sayFrom(messages), today: "2014-08-01" };

function cell(name: CsvColumnName, change: Partial<Headline> = {}, today = context.today) {
  const changed = { ...row, headline: { ...headline, ...change } };
  return csvRecord(changed, [name], { ...context, today })[0];
}

describe("a row of the case summary", () => {
  it("holds every column, in codes, days and true numbers", () => {
    const record = csvRecord(row, [...DEFAULT_CSV_COLUMNS, "roles", "later_provinces"], context);
    const names = [...DEFAULT_CSV_COLUMNS, "roles", "later_provinces"];
    expect(Object.fromEntries(names.map((name, at) => [name, record[at]]))).toEqual({
      reference: "INC-5T8VNK",
      title: "Arrests in Qingdao and Kunming",
      review_status: "draft",
      date_text: "last week",
      date_earliest: "2014-07-15",
      date_latest: "2014-07-17",
      date_kind: "span",
      date_precision: 2,
      date_edtf: "2014-07-15/2014-07-17",
      countries: "CN",
      provinces: "CN-SD; CN-YN",
      province_names: "Shandong; Yunnan",
      localities: "Qingdao",
      persons_low: 20,
      persons_best: 29,
      persons_high: 29,
      helpers_low: 5,
      helpers_best: null,
      helpers_high: 6,
      families: 4,
      nationalities: "CN; KP",
      event_types: "arrest; deportation (anticipated)",
      status: "held; released",
      status_date: "2014-07",
      at_risk_of: "deportation",
      corroboration: "contested",
      disagreement: "persons; helpers",
      sources: 6,
      independent_sources: 3,
      citations:
        "Voice of America, Arrested, face deportation, 2014-07-21, https://example.org/1; KBS World",
      summary: "Two groups.\nSix helpers.",
      created_at: "2026-01-02T03:04:05.006Z",
      updated_at: "2026-01-03T00:00:00.000Z",
      roles: "seeking_refuge; helper",
      later_provinces: "CN-JL",
    });
  });

  it("leaves empty what is unknown, never zero", () => {
    expect(cell("persons_low", { persons: unknownCount })).toBeNull();
    expect(cell("families", { families: unknownCount })).toBeNull();
    expect(cell("date_earliest", { date: null })).toBeNull();
    expect(cell("date_edtf", { date: null })).toBeNull();
    expect(cell("status_date", { statusDate: null })).toBeNull();
    expect(cell("status", { statuses: [], status: "unknown" })).toBe("unknown");
    expect(cell("persons_low", { persons: exactly(0) })).toBe(0);
  });

  it("gives families in words where their number is not exact", () => {
    expect(cell("families", { families: { low: 3, best: null, high: 5 } })).toBe("3–5");
    expect(cell("families", { families: { low: 3, best: null, high: null } })).toBe("at least 3");
    expect(cell("families", { families: { low: null, best: 3, high: null } })).toBe("about 3");
  });

  it("says of a risk that it is last known, once news are older than 365 days", () => {
    expect(cell("at_risk_of", {}, "2015-07-24")).toBe("deportation");
    expect(cell("at_risk_of", {}, "2015-07-25")).toBe("deportation (last known 2014-07-24)");
    expect(cell("at_risk_of", { lastNews: null })).toBe("deportation (last known)");
    expect(cell("at_risk_of", { atRiskOf: [] })).toBe("");
  });
});
