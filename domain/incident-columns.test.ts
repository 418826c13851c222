import { describe, expect, it } from "vitest";
import {
  chosenCsvColumns,
  chosenPageColumns,
  csvColumnsOf,
  INCIDENT_COLUMNS,
  PAGE_COLUMN_NAMES,
  parseColumns,
  serializePageColumns,
} from "./incident-columns";
import { CSV_COLUMN_NAMES } from "./incident-csv-columns";
import { SORT_KEYS } from "./incident-sort";

function parse(columns: string) {
  return parseColumns(new URLSearchParams({ columns }));
}

const allOfThem =
  "reference title review_status date_text date_earliest date_latest date_kind date_precision date_edtf countries provinces province_names localities persons_low persons_best persons_high helpers_low helpers_best helpers_high families nationalities event_types status status_date at_risk_of corroboration disagreement sources independent_sources citations summary created_at updated_at";

const shownAtFirst =
  "reference date title provinces people types status corroboration sources review";

describe("the registry of columns", () => {
  it("has the columns of the table in their order, each sorted by its own name", () => {
    expect(PAGE_COLUMN_NAMES.join(" ")).toBe(
      "reference date title provinces people roles nationality types status corroboration sources review updated",
    );
    expect(PAGE_COLUMN_NAMES).toEqual(SORT_KEYS);
  });

  it("has every column of the CSV behind exactly one column of the table", () => {
    expect(INCIDENT_COLUMNS.flatMap(({ csv }) => csv).sort()).toEqual(CSV_COLUMN_NAMES.toSorted());
  });
});

describe("choosing columns", () => {
  it("shows the usual ones and takes all of them away where none are chosen", () => {
    for (const address of ["", "columns=", "columns=,,"]) {
      const { columns, issues } = parseColumns(new URLSearchParams(address));
      expect(issues).toEqual([]);
      expect(chosenCsvColumns(columns).join(" ")).toBe(allOfThem);
      expect(chosenPageColumns(columns).join(" ")).toBe(shownAtFirst);
    }
  });

  it("takes names of the CSV one for one, in the order given", () => {
    const { columns } = parse("persons_best,reference,status,provinces");
    expect(chosenCsvColumns(columns)).toEqual(["persons_best", "reference", "status", "provinces"]);
    expect(chosenPageColumns(columns)).toEqual(["people", "reference", "status", "provinces"]);
  });

  it("expands the names of the table in the CSV", () => {
    expect(chosenCsvColumns(parse("people").columns)).toEqual([
      "persons_low",
      "persons_best",
      "persons_high",
      "helpers_low",
      "helpers_best",
      "helpers_high",
      "families",
    ]);
  });

  it("reads a name that both have as the table's where a name of the table stands beside it", () => {
    expect(chosenCsvColumns(parse("updated,status").columns)).toEqual([
      "created_at",
      "updated_at",
      "status",
      "status_date",
      "at_risk_of",
    ]);
    expect(chosenCsvColumns(parse("updated_at,status").columns)).toEqual(["updated_at", "status"]);
  });

  it("takes lists, repeated parameters and both spellings, each column once", () => {
    const params = new URLSearchParams(
      "columns=date,title&columns= date_text ,title&columns=roles",
    );
    const { columns, issues } = parseColumns(params);
    expect(issues).toEqual([]);
    expect(chosenPageColumns(columns)).toEqual(["date", "title", "roles"]);
    expect(chosenCsvColumns(columns)).toEqual([
      "date_text",
      "date_earliest",
      "date_latest",
      "date_kind",
      "date_precision",
      "date_edtf",
      "title",
      "summary",
      "roles",
    ]);
  });

  it("says each name it does not know and keeps the others", () => {
    const { columns, issues } = parse("date,shoe,constructor,Title");
    expect(issues.map(({ path, code, values }) => [path, code, values?.value])).toEqual([
      ["columns", "columns.unknown", "shoe"],
      ["columns", "columns.unknown", "constructor"],
      ["columns", "columns.unknown", "Title"],
    ]);
    expect(chosenPageColumns(columns)).toEqual(["date"]);
  });

  it("bears a list of a million names", () => {
    expect(parse("x,".repeat(1_000_000)).issues).toHaveLength(1);
  });

  it("is written down only where it differs from the usual", () => {
    const { columns } = parse("");
    expect(serializePageColumns(chosenPageColumns(columns))).toBeNull();
    expect(serializePageColumns(PAGE_COLUMN_NAMES)).toBe(PAGE_COLUMN_NAMES.join(","));
    expect(serializePageColumns(["people", "date"])).toBe("people,date");
    expect(csvColumnsOf(chosenPageColumns(columns))).toBeNull();
    expect(csvColumnsOf(["sources", "review"])).toBe(
      "sources,independent_sources,citations,review_status",
    );
    expect(chosenPageColumns(parse("sources,independent_sources,review_status").columns)).toEqual([
      "sources",
      "review",
    ]);
  });
});
