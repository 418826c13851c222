import { hash } from "node:crypto";
import { expect, it } from "vitest";
import type { ImportFault, ImportItem } from "../import/import-item";
import { readTables } from "./read-tables";
import { textFile } from "./testing-files";

async function readAll(...files: Parameters<typeof readTables>[0]): Promise<ImportItem[]> {
  const items: ImportItem[] = [];
  for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
    items.push(item);
  return items;
}

async function faultsOf(...files: Parameters<typeof readTables>[0]) {
  const items = await readAll(...files);
  return items
    .flatMap((item): ImportFault[] => ("faults" in item ? (item.faults ?? []) : []))
    .map(({ file, line, column, issue }) => [
      file,
      line,
      column,
      issue.code,
      issue.values?.value ?? "",
    ]);
}

const incidents = (...rows: string[][]) =>
  textFile("incidents", [["reference", "title", "summary"], ...rows], "incidents.csv");
const INC = "INC-222222";

it("every fault of a package is told with its table, line, column and value", async () => {
  const faults = await faultsOf(
    textFile(
      "incidents",
      [
        ["reference", "title", "review_status", "retracted_reason"],
        [INC, "One", "verified", ""],
        ["INC-1", "", "final", ""],
        [INC, "Again", "", ""],
        ["INC-333333", "Two", "retracted", ""],
        ["INC-444444", "Three"],
      ],
      "incidents.csv",
    ),
    textFile(
      "groups",
      [
        [
          "incident",
          "id",
          "role",
          "unit",
          "nationality",
          "low",
          "best",
          "high",
          "part_of",
          "circumstances",
        ],
        [INC, "g1", "refugee", "person", "China", "20", "15", "30", "", "pregnant; ill"],
        [INC, "g 2", "helper", "", "", "-1", "1.5", "many", "g9", ""],
        ["INC-999999", "g1", "helper", "person", "", "", "", "", "", ""],
      ],
      "groups.csv",
    ),
    textFile(
      "events",
      [
        [
          "incident",
          "id",
          "type",
          "modality",
          "date_text",
          "date_earliest",
          "date_latest",
          "date_kind",
          "date_basis",
          "date_precision",
          "date_edtf",
        ],
        [INC, "e1", "arrest", "reported", "", "2014-07-17", "2014-07-15", "span", "stated", "", ""],
        [INC, "e2", "arrest", "reported", "", "17/07/2014", "", "span", "stated", "", ""],
        [INC, "e3", "arrest", "reported", "July", "", "", "", "", "", ""],
        [
          INC,
          "e4",
          "arrest",
          "reported",
          "",
          "2014-07-15",
          "2014-07-17",
          "span",
          "stated",
          "3",
          "2014-07-16",
        ],
        [INC, "e4", "arrest", "reported", "", "", "", "", "", "", ""],
      ],
      "events.csv",
    ),
    textFile(
      "event_places",
      [
        ["incident", "event", "role", "location"],
        [INC, "e9", "at", "CN"],
        [INC, "e1", "near", "CN"],
        [INC, "e2", "at", "CN"],
        [INC, "e2", "at", "CN"],
      ],
      "event_places.csv",
    ),
    textFile(
      "event_groups",
      [
        ["incident", "event", "group"],
        [INC, "e1", "g8"],
      ],
      "event_groups.csv",
    ),
    textFile(
      "claims",
      [
        [
          "incident",
          "id",
          "source",
          "field",
          "low",
          "modality",
          "scope",
          "assessment",
          "acknowledged",
          "credibility",
        ],
        [INC, "c1", "SRC-1", "count", "2", "", "whole", "accepted", "yes", "7"],
        [INC, "c2", "SRC-222222", "statement", "2", "", "whole", "accepted", "TRUE", ""],
      ],
      "claims.csv",
    ),
  );
  expect(faults).toEqual([
    ["incidents.csv", 3, "reference", "cell.not_an_incident", "INC-1"],
    ["incidents.csv", 3, "title", "cell.needed", ""],
    ["incidents.csv", 3, "review_status", "value.not_in_list", "final"],
    ["incidents.csv", 4, "reference", "row.twice", INC],
    ["groups.csv", 4, "incident", "row.no_such", "INC-999999"],
    ["groups.csv", 2, "role", "value.not_in_list", "refugee"],
    ["groups.csv", 2, "nationality", "cell.not_a_country", "China"],
    ["groups.csv", 2, "circumstances", "value.not_in_list", "ill"],
    ["groups.csv", 3, "id", "cell.not_an_id", "g 2"],
    ["groups.csv", 3, "unit", "cell.needed", ""],
    ["groups.csv", 3, "low", "cell.not_a_whole_number", "-1"],
    ["groups.csv", 3, "best", "cell.not_a_whole_number", "1.5"],
    ["groups.csv", 3, "high", "cell.not_a_whole_number", "many"],
    ["events.csv", 3, "date_earliest", "cell.not_a_day", "17/07/2014"],
    ["events.csv", 5, "date_precision", "cell.differs", "3"],
    ["events.csv", 5, "date_edtf", "cell.differs", "2014-07-16"],
    ["event_places.csv", 3, "role", "value.not_in_list", "near"],
    ["claims.csv", 2, "source", "cell.not_a_source", "SRC-1"],
    ["claims.csv", 2, "acknowledged", "cell.not_yes_or_no", "yes"],
    ["claims.csv", 2, "credibility", "value.not_in_list", "7"],
    ["event_places.csv", 2, "event", "row.no_such", "e9"],
    ["event_places.csv", 5, "", "row.twice", "e2 at CN"],
    ["groups.csv", 2, "best", "count.best_outside_range", "15"],
    ["events.csv", 2, "date_earliest", "date.reversed", "2014-07-17"],
    ["events.csv", 4, "date_kind", "value.not_in_list", ""],
    ["events.csv", 4, "date_basis", "value.not_in_list", ""],
    ["events.csv", 6, "", "incident.id_twice", ""],
    ["groups.csv", 3, "part_of", "group.unknown", "g9"],
    ["event_groups.csv", 2, "group", "group.unknown", "g8"],
    ["claims.csv", 2, "group", "claim.needs_group", ""],
    ["claims.csv", 3, "low", "claim.value_of_other_field", "2"],
    ["incidents.csv", 5, "retracted_reason", "cell.needed", ""],
    ["incidents.csv", 6, "", "row.too_few_cells", 2],
  ]);
});

it("a heading that does not fit is told, and nothing is read by it", async () => {
  const faults = await faultsOf(
    textFile(
      "groups",
      [
        ["incident", "role", "role", "shoe size"],
        [INC, "helper", "helper", "4"],
      ],
      "g.csv",
    ),
    textFile("sources", [["publisher"], ["VOA"]], "s.csv"),
    textFile("sources", [["reference"], ["SRC-222222"]], "t.csv"),
  );
  expect(faults).toEqual([
    ["s.csv", 1, "reference", "table.column_missing", "reference"],
    ["t.csv", 1, "", "table.twice", "t.csv"],
    ["g.csv", 1, "role", "table.column_twice", "role"],
    ["g.csv", 1, "shoe size", "table.column_unknown", "shoe size"],
    ["g.csv", 1, "id", "table.column_missing", "id"],
  ]);
});

it("sources, places and links are told of in the same way", async () => {
  const faults = await faultsOf(
    textFile(
      "sources",
      [
        [
          "reference",
          "kind",
          "url",
          "language",
          "reliability",
          "access",
          "derived_from",
          "accessed",
        ],
        [
          "SRC-222222",
          "news",
          "javascript:alert(1)",
          "Korean",
          "B",
          "public",
          "SRC-333333; VOA",
          "2014-02-30",
        ],
        ["SRC-222222", "news", "", "", "G", "secret", "", ""],
      ],
      "sources.csv",
    ),
    textFile(
      "locations",
      [
        ["id", "parent", "kind", "name_en", "lat", "lon", "country", "province", "origin"],
        ["XX", "CN", "country", "", "91", "0,5", "CN", "", "us"],
        ["XX-A", "XX", "province", "A", "1", "", "XX", "", "us"],
      ],
      "locations.csv",
    ),
    textFile(
      "links",
      [
        ["from", "to", "type", "note"],
        [INC, INC, "follows", ""],
        [INC, "INC-333333", "after", "x".repeat(1001)],
      ],
      "links.csv",
    ),
  );
  expect(faults.map((fault) => fault.slice(0, 4))).toEqual([
    ["locations.csv", 2, "name_en", "cell.needed"],
    ["locations.csv", 2, "lat", "cell.not_a_number"],
    ["locations.csv", 2, "lon", "cell.not_a_number"],
    ["locations.csv", 2, "parent", "location.parent"],
    ["locations.csv", 2, "country", "location.country"],
    ["locations.csv", 3, "province", "location.province"],
    ["locations.csv", 3, "lon", "location.half_a_point"],
    ["sources.csv", 2, "derived_from", "cell.not_a_source"],
    ["sources.csv", 2, "accessed", "cell.not_a_day"],
    ["sources.csv", 2, "url", "source.not_a_web_address"],
    ["sources.csv", 2, "language", "value.wrong_type"],
    ["sources.csv", 3, "reliability", "value.not_in_list"],
    ["sources.csv", 3, "access", "value.not_in_list"],
    ["sources.csv", 3, "", "row.twice"],
    ["links.csv", 2, "to", "link.to_itself"],
    ["links.csv", 3, "type", "value.not_in_list"],
    ["links.csv", 3, "note", "text.too_long"],
  ]);
});

it("columns that somebody added to the incidents are kept with them, less their guard", async () => {
  const [item] = await readAll(
    textFile("incidents", [
      ["reference", "title", "Case officer's view", "empty"],
      [INC, "One", "'=maybe", ""],
    ]),
  );
  expect(item).toMatchObject({ ref: INC, kept: { "Case officer's view": "=maybe" } });
});

it("of two readings of the same row key and digest are the same; of another row the digest is not", async () => {
  const of = async (title: string) => {
    const [item] = await readAll(incidents([INC, title, ""]));
    return item?.what === "incident" ? [item.rowKey, item.rowDigest] : [];
  };
  expect(await of("One")).toEqual(await of("One"));
  expect((await of("One"))[0]).toBe(INC);
  expect((await of("One"))[1]).not.toBe((await of("Two"))[1]);
});

it("a row of a former import that stands there twice is named, whichever incident it is of", async () => {
  const row = (incident: string, of: string, file: string, line: string) => [
    incident,
    of,
    file,
    line,
    "created",
    "",
    "",
    '{"Weather":"rain"}',
  ];
  const [one, other] = ["a".repeat(24), "b".repeat(24)];
  const files = [
    incidents([INC, "One", ""], ["INC-333333", "Two", ""]),
    textFile(
      "imported_rows",
      [
        ["incident", "import", "file", "line", "action", "row_key", "row_digest", "kept"],
        row(INC, one, "x.csv", "2"),
        row(INC, other, "x.csv", "2"),
        row(INC, one, "x.csv", "3"),
        row("INC-333333", one, "x.csv", "2"),
        // As it came back with a package.
        row("INC-333333", other, `${one}: x.csv`, "3"),
      ],
      "imported_rows.csv",
    ),
  ];
  expect(await faultsOf(...files)).toEqual([
    ["imported_rows.csv", 5, "incident", "row.twice", "INC-333333"],
    ["imported_rows.csv", 6, "incident", "row.twice", "INC-333333"],
  ]);
  const kept = (await readAll(...files)).flatMap((item) =>
    item.what === "incident" ? [item.former?.map(({ at }) => at?.line)] : [],
  );
  expect(kept).toEqual([[2, 3, 4], []]);
});
