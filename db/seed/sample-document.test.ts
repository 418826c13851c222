import { describe, expect, it } from "vitest";
import { parseTypedDate } from "../../domain/typed-date";
import { sampleDocument } from "./sample-document";
import { sampleIncidentSchema } from "./sample-file";

const written = {
  title: "Three people arrested",
  summary: "In Yunnan.",
  groups: [
    { key: "all", role: "seeking_refuge", nationality: "KP" },
    { key: "child", partOf: "all", role: "seeking_refuge", ageBand: "0-17" },
  ],
  events: [{ key: "arrest", type: "arrest", groups: ["all"] }],
};

function document(claim: Record<string, unknown>) {
  const published = parseTypedDate("23 July 2014").date;
  let ids = 0;
  return sampleDocument(
    sampleIncidentSchema.parse({
      ...written,
      claims: [{ source: "report", statement: "It is said.", ...claim }],
    }),
    new Map([["report", { id: "source-1", published }]]),
    () => `id-${++ids}`,
  );
}

describe("a sample incident", () => {
  it("becomes a document whose parts know each other by id", () => {
    const { groups, events, claims } = document({ group: "all", field: "count", value: "3" });
    expect(groups.map(({ id, partOf }) => [id, partOf])).toEqual([
      ["id-1", null],
      ["id-2", "id-1"],
    ]);
    expect(events[0]).toMatchObject({ id: "id-3", groups: [{ groupId: "id-1" }] });
    expect(claims[0]).toMatchObject({
      sourceId: "source-1",
      groupId: "id-1",
      eventId: null,
      count: { low: 3, best: 3, high: 3 },
      assessment: "accepted",
      scope: "whole",
    });
  });

  it("reckons a relative date from the publication of the source that gives it", () => {
    const { claims } = document({ event: "arrest", field: "date", value: "last week" });
    expect(claims[0]!.date).toMatchObject({
      earliest: "2014-07-14",
      latest: "2014-07-20",
      basis: "derived",
    });
  });

  it("takes the basis that is written beside a date", () => {
    const claim = { event: "arrest", field: "date", value: "July 2014", dateBasis: "estimated" };
    expect(document(claim).claims[0]!.date).toMatchObject({
      earliest: "2014-07-01",
      latest: "2014-07-31",
      basis: "estimated",
    });
  });

  it("reads a place as its role and its id", () => {
    const { claims } = document({ event: "arrest", field: "place", value: "at CN-YN/kunming" });
    expect(claims[0]!.place).toEqual({ role: "at", locationId: "CN-YN/kunming" });
  });

  it.each([
    [{ group: "nobody", field: "count", value: "3" }, "nobody"],
    [{ source: "rumour", group: "all", field: "count", value: "3" }, "rumour"],
    [{ group: "all", field: "count", value: "three or so?" }, "three or so?"],
    [{ group: "all", field: "count" }, "Cannot be read"],
    [{ event: "arrest", field: "date", value: "one fine day" }, "one fine day"],
    [{ event: "arrest", field: "modality", value: "rumoured" }, "rumoured"],
  ])("is refused when it cannot be understood: %j", (claim, word) => {
    expect(() => document(claim)).toThrow(word);
  });
});
