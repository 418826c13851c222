import { hash } from "node:crypto";
import { expect, it } from "vitest";
import type { IncidentItem } from "../import/import-item";
import type { IncidentDocument } from "../incident";
import {
  aClaim,
  aDocument,
  aGroup,
  anEvent,
  days,
  exactly,
  unknownCount,
} from "../testing-documents";
import { buildIncident } from "./build-incident";
import { readTables } from "./read-tables";
import { textFile } from "./testing-files";

const INC = "INC-222222";

const there: IncidentDocument = aDocument({
  title: "There",
  summary: "As it was",
  groups: [
    aGroup("g1", { count: exactly(20), sex: "female", label: "first" }),
    aGroup("g2", { count: exactly(9) }),
  ],
  events: [
    anEvent("e1", {
      date: { ...days("2014-07-15", "2014-07-17"), precision: 2 },
      places: [{ role: "at", locationId: "CN-YN" }],
      groups: [{ groupId: "g1", count: exactly(3) }],
      description: "words",
    }),
    anEvent("e2", { places: [{ role: "to", locationId: "CN-JL" }] }),
  ],
  claims: [aClaim("c1", "0123", { statement: "It says so.", quote: "So." })],
});

async function itemOf(...files: Parameters<typeof readTables>[0]): Promise<IncidentItem> {
  for await (const item of readTables(files, { digest: (text) => hash("sha256", text) }))
    if (item.what === "incident") return item;
  throw new Error("no incident");
}

async function onto(existing: IncidentDocument | null, ...files: Parameters<typeof readTables>[0]) {
  const { rows } = await itemOf(...files);
  const { document, faults, positionOf } = buildIncident(rows!, existing);
  const told = faults.map(({ file, line, column, issue }) => [file, line, column, issue.code]);
  return { document, faults: told, positionOf };
}

it("an absent column leaves the field as it is, and so does an absent table", async () => {
  const { document, faults } = await onto(
    there,
    textFile(
      "incidents",
      [
        ["reference", "title"],
        [INC, "New title"],
      ],
      "incidents.csv",
    ),
    textFile(
      "groups",
      [
        ["incident", "id", "best"],
        [INC, "g1", ""],
      ],
      "groups.csv",
    ),
  );
  expect(faults).toEqual([]);
  expect(document).toEqual({
    ...there,
    title: "New title",
    groups: [{ ...there.groups[0], count: { low: 20, best: null, high: 20 } }, there.groups[1]],
  });
});

it("an empty cell of a column that is there empties the field", async () => {
  const { document } = await onto(
    there,
    textFile(
      "incidents",
      [
        ["reference", "summary"],
        [INC, ""],
      ],
      "incidents.csv",
    ),
    textFile(
      "groups",
      [
        ["incident", "id", "sex", "label"],
        [INC, "g1", "", ""],
      ],
      "groups.csv",
    ),
  );
  expect(document.summary).toBe("");
  expect(document.groups[0]).toEqual({ ...there.groups[0], sex: null, label: "" });
});

it("a table without the one of incidents changes what is there and makes nothing new", async () => {
  const file = textFile(
    "claims",
    [
      ["incident", "id", "statement"],
      [INC, "c1", "It says more."],
    ],
    "claims.csv",
  );
  expect(await onto(there, file)).toMatchObject({
    faults: [],
    document: { ...there, claims: [{ ...there.claims[0], statement: "It says more." }] },
  });
  expect((await onto(null, file)).faults).toContainEqual([
    "claims.csv",
    2,
    "incident",
    "row.no_such",
  ]);
});

it("something new needs every column that it cannot do without", async () => {
  const { document, faults } = await onto(
    there,
    textFile(
      "groups",
      [
        ["incident", "id", "label"],
        [INC, "g1", "same"],
        [INC, "g3", "new"],
      ],
      "groups.csv",
    ),
  );
  expect(faults).toEqual([
    ["groups.csv", 3, "role", "row.column_needed"],
    ["groups.csv", 3, "unit", "row.column_needed"],
  ]);
  expect(document.groups.map(({ id }) => id)).toEqual(["g1", "g2", "g3"]);
});

it("nothing is taken away; what the rows speak of wholly comes in their order", async () => {
  const groups = (...ids: string[]) =>
    textFile("groups", [["incident", "id"], ...ids.map((id) => [INC, id])], "groups.csv");
  const order = async (...ids: string[]) =>
    (await onto(there, groups(...ids))).document.groups.map(({ id }) => id);
  expect(await order("g2")).toEqual(["g1", "g2"]);
  expect(await order("g2", "g1")).toEqual(["g2", "g1"]);
});

it("positions order the rows, whatever order they stand in", async () => {
  const { document } = await onto(
    there,
    textFile("groups", [
      ["incident", "id", "position"],
      [INC, "g1", "2"],
      [INC, "g2", "1"],
    ]),
  );
  expect(document.groups.map(({ id }) => id)).toEqual(["g2", "g1"]);
});

it("the places of an event are those of its rows, and stay where neither they nor the event are there", async () => {
  const { document } = await onto(
    there,
    textFile("event_places", [
      ["incident", "event", "role", "location"],
      [INC, "e1", "at", "CN-JL"],
    ]),
  );
  expect(document.events.map(({ places }) => places)).toEqual([
    [{ role: "at", locationId: "CN-JL" }],
    [{ role: "to", locationId: "CN-JL" }],
  ]);
  const { document: emptied } = await onto(
    there,
    textFile(
      "events",
      [
        ["incident", "id"],
        [INC, "e2"],
      ],
      "events.csv",
    ),
    textFile("event_places", [["incident", "event", "role", "location"]], "event_places.csv"),
  );
  expect(emptied.events.map(({ places }) => places.length)).toEqual([1, 0]);
});

it("how many of a group an event concerns stays where the column is not there", async () => {
  const { document } = await onto(
    there,
    textFile("event_groups", [
      ["incident", "event", "group"],
      [INC, "e1", "g2"],
      [INC, "e1", "g1"],
    ]),
  );
  expect(document.events[0]!.groups).toEqual([
    { groupId: "g2", count: unknownCount },
    { groupId: "g1", count: exactly(3) },
  ]);
});

it("an issue of the ledger is found again in the files", async () => {
  const { positionOf } = await onto(
    there,
    textFile(
      "incidents",
      [
        ["reference", "title"],
        ["INC-333333", "Other"],
        [INC, "Title"],
      ].toSpliced(1, 1),
      "incidents.csv",
    ),
    textFile(
      "events",
      [
        ["incident", "id"],
        [INC, "e2"],
      ],
      "events.csv",
    ),
    textFile(
      "event_places",
      [
        ["incident", "event", "role", "location"],
        [INC, "e2", "at", "XX"],
      ],
      "event_places.csv",
    ),
    textFile(
      "claims",
      [
        ["incident", "id", "source"],
        [INC, "c1", "SRC-222222"],
      ],
      "claims.csv",
    ),
  );
  expect(positionOf("events.1.places.0")).toEqual({
    file: "event_places.csv",
    line: 2,
    column: "location",
  });
  expect(positionOf("claims.0.sourceId")).toEqual({
    file: "claims.csv",
    line: 2,
    column: "source",
  });
  expect(positionOf("events.1.date.latest")).toEqual({
    file: "events.csv",
    line: 2,
    column: "date_latest",
  });
  // Only the ledger has these.
  expect(positionOf("groups.0.count.low")).toEqual({ file: "incidents.csv", line: 2, column: "" });
  expect(positionOf("events.0.places.0")).toEqual({ file: "incidents.csv", line: 2, column: "" });
  expect(positionOf("title")).toEqual({ file: "incidents.csv", line: 2, column: "title" });
});
