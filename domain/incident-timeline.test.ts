import { describe, expect, it } from "vitest";
import { headlineOf } from "./headline";
import type { Claim, IncidentDocument, IncidentEvent } from "./incident";
import { incidentTimeline } from "./incident-timeline";
import type { PartialDate } from "./partial-date";
import { aClaim, aDocument, anEvent, aSource, byId, days } from "./testing-documents";

const sources = byId([
  aSource("voa", { published: days("2014-07-21", "2014-07-25") }),
  aSource("chosun"),
  aSource("kbs"),
  aSource("copy", { derived: true }),
]);
const of = (doc: IncidentDocument) =>
  incidentTimeline(doc, headlineOf(doc, sources, new Map()), sources);
const ofEvents = (...events: IncidentEvent[]) => of(aDocument({ events }));
const span = (from: string, to: string): PartialDate => ({ ...days(from, to), kind: "span" });
const extent = (from: string, to: string, rest = {}) => ({
  from,
  to,
  fadesIn: false,
  fadesOut: false,
  cutsIn: false,
  cutsOut: false,
  ...rest,
});

describe("what is drawn of an event", () => {
  it("is solid for its one day or the days it lasted, hollow for a time it lies within", () => {
    const { rows } = ofEvents(
      anEvent("day", { date: days("2014-07-15", "2014-07-15") }),
      anEvent("lasted", { date: span("2014-07-15", "2014-07-17") }),
      anEvent("within", { date: days("2014-07-15", "2014-07-20") }),
    );
    expect(rows.map(({ known }) => known)).toEqual([
      extent("2014-07-15", "2014-07-15"),
      extent("2014-07-15", "2014-07-17"),
      null,
    ]);
    expect(rows[2]?.possible).toEqual(extent("2014-07-15", "2014-07-20"));
  });

  it("is never solid where the date is only estimated", () => {
    const date = { ...span("2014-07-15", "2014-07-17"), basis: "estimated" as const };
    expect(ofEvents(anEvent("lasted", { date })).rows[0]).toMatchObject({
      possible: extent("2014-07-15", "2014-07-17"),
      known: null,
    });
  });

  it("is hollow as far as any standing date reaches, around what the accepted one makes known", () => {
    const dated = (id: string, sourceId: string, date: PartialDate, rest: Partial<Claim> = {}) =>
      aClaim(id, sourceId, { eventId: "arrest", field: "date", date, ...rest });
    const [row] = of(
      aDocument({
        events: [anEvent("arrest")],
        claims: [
          dated("a", "chosun", span("2014-07-15", "2014-07-17")),
          dated("b", "voa", days("2014-07-14", "2014-07-20"), { assessment: "work_needed" }),
          dated("c", "kbs", days("2014-06-01", "2014-06-30"), { assessment: "rejected" }),
        ],
      }),
    ).rows;
    expect(row).toMatchObject({
      possible: extent("2014-07-14", "2014-07-20"),
      known: extent("2014-07-15", "2014-07-17"),
    });
  });

  it("fades in from the event before where only its last day is known", () => {
    const { rows } = ofEvents(
      anEvent("arrest", { date: days("2014-07-15", "2014-07-17") }),
      anEvent("transfer", { type: "transfer", date: days(null, "2014-07-23") }),
    );
    expect(rows[1]?.possible).toEqual(extent("2014-07-15", "2014-07-23", { fadesIn: true }));
  });

  it("fades out to the end of the axis where only its first day is known", () => {
    const { axis, rows } = ofEvents(
      anEvent("arrest", { date: days("2014-07-15", "2014-07-15") }),
      anEvent("held", { type: "detention", date: days("2014-07-16", null) }),
    );
    expect(rows[1]?.possible).toEqual(extent("2014-07-16", axis!.to, { fadesOut: true }));
  });

  it("of an expected event without a date goes on from the last news", () => {
    const { axis, rows } = of(
      aDocument({
        events: [
          anEvent("arrest", { date: days("2014-07-15", "2014-07-17") }),
          anEvent("return", { type: "deportation", modality: "anticipated" }),
        ],
        claims: [aClaim("a", "voa", { eventId: "arrest" })],
      }),
    );
    expect(rows[1]).toMatchObject({
      modality: "anticipated",
      at: "inside",
      possible: extent("2014-07-25", axis!.to, { fadesOut: true }),
      known: null,
    });
  });

  it("is nothing where no date is known; it keeps its place in the order", () => {
    const { rows } = ofEvents(
      anEvent("arrest", { date: days("2014-07-15", "2014-07-15") }),
      anEvent("questioned", { type: "interrogation" }),
      anEvent("release", { type: "release", date: days("2014-08-01", "2014-08-01") }),
    );
    expect(rows.map(({ eventId, at }) => `${eventId} ${at}`)).toEqual([
      "arrest inside",
      "questioned undated",
      "release inside",
    ]);
  });
});

describe("the axis", () => {
  const arrest = anEvent("arrest", { date: span("2014-07-15", "2014-07-17") });

  it("is missing where no event has a date", () => {
    expect(ofEvents(anEvent("arrest")).axis).toBeNull();
    expect(ofEvents().axis).toBeNull();
  });

  it("leaves room around a single day", () => {
    const day = anEvent("arrest", { date: days("2014-07-15", "2014-07-15") });
    expect(ofEvents(day).axis).toEqual({ from: "2014-07-14", to: "2014-07-16" });
  });

  it("takes in weeks before and after, and leaves a day years later out of the week's detail", () => {
    const { axis, rows } = ofEvents(
      anEvent("left", { type: "other", date: days("2014-06-01", "2014-07-31") }),
      arrest,
      anEvent("earlier", { type: "sentencing", date: days("2009-03-01", "2009-03-01") }),
      anEvent("freed", { type: "release", date: days("2017-01-05", "2017-01-05") }),
    );
    expect(axis).toEqual({ from: "2014-05-29", to: "2014-08-03" });
    expect(rows.map(({ eventId, at }) => `${eventId} ${at}`)).toEqual([
      "earlier before",
      "left inside",
      "arrest inside",
      "freed after",
    ]);
  });

  it("cuts off what reaches far beyond on either side", () => {
    const { axis, rows } = ofEvents(
      arrest,
      anEvent("that year", { type: "interrogation", date: days("2014-01-01", "2014-12-31") }),
    );
    expect(rows[0]?.possible).toEqual(
      extent(axis!.from, axis!.to, { cutsIn: true, cutsOut: true }),
    );
  });

  it("grows over years where the events themselves lie years apart", () => {
    const { axis } = ofEvents(
      arrest,
      anEvent("a", { type: "transfer", date: days("2014-09-10", "2014-09-10") }),
      anEvent("b", { type: "sentencing", date: days("2015-02-10", "2015-02-10") }),
      anEvent("c", { type: "release", date: days("2016-07-10", "2016-07-10") }),
    );
    expect([axis?.from.slice(0, 4), axis?.to.slice(0, 4)]).toEqual(["2014", "2016"]);
  });
});

it("counts who reports and who expects an event, and its copies apart", () => {
  const said = (id: string, sourceId: string, modality: "reported" | "anticipated") =>
    aClaim(id, sourceId, { eventId: "transfer", field: "modality", modality });
  const [row] = of(
    aDocument({
      events: [anEvent("transfer", { type: "transfer" })],
      claims: [
        said("a", "chosun", "reported"),
        said("b", "kbs", "reported"),
        said("c", "voa", "anticipated"),
        said("d", "copy", "reported"),
      ],
    }),
  ).rows;
  expect(row).toMatchObject({
    saidBy: { reported: 2, anticipated: 1, unconfirmed: 0, denied: 0 },
    sources: 3,
    copies: 1,
    spokenOfBy: [
      { sourceId: "chosun", isCopy: false },
      { sourceId: "kbs", isCopy: false },
      { sourceId: "voa", isCopy: false },
      { sourceId: "copy", isCopy: true },
    ],
  });
});
