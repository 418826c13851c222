import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { IncidentDocument } from "../incident";
import type { IncidentItem } from "./import-item";
import { isLocalId, overlayItem, renameIds } from "./overlay-item";
import { type TestingColumns, testingItem, testingMapping } from "./testing-mapping";

const COLUMNS: TestingColumns = {
  when: "date",
  n: "persons",
  dead: "persons_died",
  by: "source_publisher",
  where: "place",
};
const CELLS = { when: "2014-07-15", n: "9", dead: "2", by: "A newspaper", where: "图们" };
const item = (cells: Record<string, string> = {}, more: object = {}) =>
  testingItem({ ...CELLS, ...cells }, testingMapping(COLUMNS, more));
const without = (header: string): IncidentItem => {
  const { [header]: _, ...cells } = CELLS as Record<string, string>;
  const { [header]: __, ...columns } = COLUMNS;
  return testingItem(
    cells,
    testingMapping(columns, { defaults: { source_publisher: "A newspaper" } }),
  );
};

const byHand = (document: IncidentDocument): IncidentDocument => ({
  ...document,
  title: "A better title",
  summary: "What is known.",
  groups: [
    { ...document.groups[0]!, role: "seeking_refuge" },
    ...document.groups.slice(1),
    { ...document.groups[0]!, id: "f00d", label: "added", partOf: "g:persons" },
  ],
  events: [
    { ...document.events[0]!, id: "cafe", type: "transfer", groups: [] },
    ...document.events,
  ],
  claims: document.claims.map((claim) =>
    claim.id === "c:g:persons.count.1"
      ? { ...claim, credibility: 2, assessment: "rejected" }
      : claim,
  ),
});

describe("a row that is read once more", () => {
  it("changes nothing where it says the same, whatever people changed since", () => {
    const first = item();
    const edited = byHand(first.document);
    expect(overlayItem(first.document, first, first.document)).toEqual(first.document);
    expect(overlayItem(edited, first, first.document)).toEqual(edited);
    expect(overlayItem(edited, first, null)).toEqual(edited);
  });

  it("changes what it says anew and nothing else", () => {
    const edited = byHand(item().document);
    const after = overlayItem(edited, item({ n: "11" }), item().document);
    expect(after.claims.find(({ id }) => id === "c:g:persons.count.1")).toMatchObject({
      count: { low: 11, best: 11, high: 11 },
      assessment: "rejected",
      credibility: 2,
    });
    expect({ ...after, claims: [] }).toEqual({ ...edited, claims: [] });
  });

  it("leaves what the table has no column for", () => {
    const edited = byHand(item().document);
    for (const header of ["when", "n", "dead", "where"])
      expect(overlayItem(edited, without(header), item().document)).toEqual(edited);
  });

  it("takes away what it says no more, but not what people added", () => {
    const first = item().document;
    const after = overlayItem(byHand(first), item({ dead: "NA", where: "" }), first);
    expect(after.groups.map(({ id }) => id)).toEqual(["g:persons", "f00d"]);
    expect(after.events.map(({ id }) => id)).toEqual(["cafe", "e:main"]);
    expect(after.claims.some(({ field }) => field === "place")).toBe(false);
  });

  it("leaves what it says no more where a person has changed it, to be looked at", () => {
    const first = item().document;
    const judged = first.claims.map((claim) => ({ ...claim, assessment: "conflict" as const }));
    const after = overlayItem({ ...first, claims: judged }, item({ dead: "NA" }), first);
    expect(after.groups.map(({ id }) => id)).toEqual(["g:persons", "g:persons_died"]);
  });

  it("adds what it had not said before", () => {
    const first = item({ dead: "" }).document;
    const after = overlayItem(first, item(), first);
    expect(after.groups.map(({ id }) => id)).toEqual(["g:persons", "g:persons_died"]);
    expect(after.claims).toHaveLength(item().document.claims.length);
  });

  it("keeps what only a person changed, where the table says what it said before", () => {
    const first = item();
    const claims = first.document.claims.map((claim) =>
      claim.field === "count" ? { ...claim, count: { low: 7, best: 7, high: 7 } } : claim,
    );
    const edited = { ...first.document, claims };
    expect(overlayItem(edited, first, first.document)).toEqual(edited);
  });

  it("is always an incident that holds together", () => {
    const text = (...cells: string[]) => fc.constantFrom("", ...cells);
    const cells = fc.record({
      when: text("2014-07-15", "2014"),
      n: text("9", "about 20"),
      dead: text("2", "0"),
      by: text("A newspaper", "Another"),
      where: text("图们", "Dandong"),
    });
    fc.assert(
      fc.property(cells, cells, (before, now) => {
        const [first, second] = [item(before), item(now)];
        const after = overlayItem(byHand(first.document), second, first.document);
        const groups = new Set(after.groups.map(({ id }) => id));
        for (const { groupId } of after.claims) if (groupId) expect(groups).toContain(groupId);
        expect(overlayItem(first.document, second, first.document).claims.length).toBe(
          second.document.claims.length,
        );
      }),
    );
  });
});

it("renames a document's ids wherever they are named, and back", () => {
  const { document } = item();
  const renamed = renameIds(document, (id) => `INC/${id}`);
  expect(renamed.groups[1]).toMatchObject({ id: "INC/g:persons_died", partOf: "INC/g:persons" });
  expect(renamed.claims[0]?.sourceId).toBe(document.claims[0]?.sourceId);
  expect(renameIds(renamed, (id) => id.replace("INC/", ""))).toEqual(document);
  expect(["g:persons", "e:main", "c:e:main.date.1", "0f3a"].map(isLocalId)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
