import { describe, expect, it } from "vitest";
import type { FormContext } from "./form-reading";
import { formPathOf } from "./form-reading";
import {
  blankClaim,
  blankEvent,
  blankGroup,
  blankIncidentForm,
  blankPlace,
  blankSource,
  freeKey,
  type IncidentForm,
  incidentFormSchema,
} from "./incident-form";
import { incidentFormOf } from "./incident-form-of";
import { readClaimsForm } from "./read-claims-form";
import { readIncidentForm } from "./read-incident-form";
import { aClaim, aDocument, aGroup, anEvent, days, exactly } from "./testing-documents";

const places: FormContext["places"] = new Map([
  ["Kunming", [{ id: "CN-YN/kunming", label: "Kunming, Yunnan, China" }]],
  ["Shandong", [{ id: "CN-SD", label: "Shandong, China" }]],
  ["Tumen", [{ id: "CN-JL/tumen", label: "Tumen, Jilin, China" }]],
  [
    "Jilin",
    [
      { id: "CN-JL", label: "Jilin, China" },
      { id: "CN-JL/jilin-city", label: "Jilin City, Jilin, China" },
    ],
  ],
  [
    "Jilin, China",
    [
      { id: "CN-JL", label: "Jilin, China" },
      { id: "CN-JL/jilin-city", label: "Jilin City, Jilin, China" },
    ],
  ],
]);

function context(rest: Partial<FormContext> = {}): FormContext {
  let next = 0;
  return {
    newId: () => `id${++next}`,
    before: null,
    sources: new Map([
      [
        "SRC-222222",
        { id: "known", ref: "SRC-222222", published: days("2014-07-23", "2014-07-23") },
      ],
    ]),
    places,
    ...rest,
  };
}

const cite = (source: string, quote = "") => ({ source, quote, locator: "", statement: "" });

function form(rest: Partial<IncidentForm> = {}): IncidentForm {
  return { ...blankIncidentForm(), title: "A case", ...rest };
}

const read = (rest: Partial<IncidentForm>, given: Partial<FormContext> = {}) =>
  readIncidentForm(form(rest), context(given));
const told = (rest: Partial<IncidentForm>, given: Partial<FormContext> = {}) =>
  read(rest, given).issues.map(({ path, code }) => `${path} ${code}`);

describe("a case typed into the form", () => {
  const wire = {
    ...blankSource("s1", "new"),
    publisher: "VOA",
    published: "week of 21 July 2014",
  };

  it("passes over the rows in which nothing is typed", () => {
    expect(read({})).toMatchObject({
      document: { title: "A case", summary: "", groups: [], events: [], claims: [] },
      newSources: [],
      issues: [],
    });
  });

  it("makes a claim of a count beside which a source is chosen, and no figure of the editor's own", () => {
    const { document, newSources, issues } = read({
      sources: [wire],
      groups: [
        {
          ...blankGroup("g1"),
          role: "seeking_refuge",
          nationality: "KP",
          count: "about 20",
          cite: { source: "s1", quote: "some twenty people", locator: "par. 2", statement: "" },
        },
      ],
    });
    expect(issues).toEqual([]);
    expect(newSources).toMatchObject([{ key: "s1", source: { publisher: "VOA", kind: "news" } }]);
    expect(document.groups).toMatchObject([
      { id: "id1", nationality: "KP", count: { low: null, best: null, high: null } },
    ]);
    expect(document.claims).toMatchObject([
      {
        sourceId: "s1",
        groupId: "id1",
        field: "count",
        count: { low: null, best: 20, high: null },
        quote: "some twenty people",
        locator: "par. 2",
        assessment: "accepted",
        scope: "whole",
      },
    ]);
  });

  it("keeps a value without a source as the editor's own", () => {
    const { document } = read({
      groups: [{ ...blankGroup("g1"), role: "helper", count: "5-6" }],
      events: [
        {
          ...blankEvent("e1"),
          type: "arrest",
          date: "15–17 July 2014",
          places: [{ ...blankPlace(), name: "Kunming" }],
          groups: [{ group: "g1", count: "5" }],
        },
      ],
    });
    expect(document.claims).toEqual([]);
    expect(document.groups[0]?.count).toEqual({ low: 5, best: null, high: 6 });
    expect(document.events[0]).toMatchObject({
      date: { earliest: "2014-07-15", latest: "2014-07-17", kind: "span", basis: "stated" },
      places: [{ role: "at", locationId: "CN-YN/kunming" }],
      groups: [{ groupId: "id1", count: exactly(5) }],
    });
  });

  it("cites the source of an event for its modality, date, places and numbers", () => {
    const { document, issues } = read({
      sources: [wire],
      groups: [{ ...blankGroup("g1"), role: "seeking_refuge" }],
      events: [
        {
          ...blankEvent("e1"),
          type: "transfer",
          modality: "anticipated",
          date: "last week",
          cite: cite("s1", "likely to be transferred"),
          places: [
            { ...blankPlace(), name: "Shandong" },
            { ...blankPlace(), role: "to", name: "Tumen", cite: cite("", "to Tumen") },
          ],
          groups: [{ group: "g1", count: "18" }],
        },
      ],
    });
    expect(issues).toEqual([]);
    expect(document.events[0]).toMatchObject({
      modality: "anticipated",
      date: null,
      places: [],
      groups: [{ groupId: "id1", count: { low: null, best: null, high: null } }],
    });
    expect(document.claims.map(({ field, quote }) => [field, quote])).toEqual([
      ["modality", "likely to be transferred"],
      ["count", "likely to be transferred"],
      ["date", "likely to be transferred"],
      ["place", "likely to be transferred"],
      ["place", "to Tumen"],
    ]);
    expect(document.claims).toMatchObject([
      { eventId: "id2", groupId: null, modality: "anticipated" },
      { eventId: "id2", groupId: "id1", count: exactly(18) },
      { date: { earliest: "2014-07-14", latest: "2014-07-20", basis: "derived" } },
      { place: { role: "at", locationId: "CN-SD" } },
      { place: { role: "to", locationId: "CN-JL/tumen" } },
    ]);
  });

  it("lets one fact of an event cite a source of its own", () => {
    const { document } = read({
      sources: [wire, { ...blankSource("s2", "known"), ref: "src-222222" }],
      events: [
        {
          ...blankEvent("e1"),
          type: "arrest",
          date: "last week",
          dateCite: cite("s2"),
          cite: cite("s1", "arrested"),
        },
      ],
    });
    expect(document.claims.map(({ field, sourceId, quote }) => [field, sourceId, quote])).toEqual([
      ["modality", "s1", "arrested"],
      ["date", "known", ""],
    ]);
    expect(document.claims[1]?.date).toMatchObject({ earliest: "2014-07-14", basis: "derived" });
  });

  it("keeps a number that cannot be told as a statement of its source", () => {
    const { document } = read({
      sources: [wire],
      groups: [{ ...blankGroup("g1"), role: "helper", count: "dozens", cite: cite("s1") }],
    });
    expect(document.claims).toMatchObject([
      { field: "statement", statement: "dozens", groupId: "id1", count: null },
    ]);
  });

  it("knows which source copies which, in whatever order they stand", () => {
    const { newSources, issues } = read({
      sources: [
        { ...blankSource("s1", "new"), title: "Copy", copies: ["s2", "s3", "s2"] },
        { ...blankSource("s2", "new"), title: "Original" },
        { ...blankSource("s3", "known"), ref: "SRC-222222" },
      ],
    });
    expect(issues).toEqual([]);
    expect(newSources[0]?.source.derivedFrom).toEqual(["s2", "known"]);
  });

  it("takes a place by its full written form where a name alone means several", () => {
    const at = (name: string) => ({
      events: [{ ...blankEvent("e1"), type: "arrest", places: [{ ...blankPlace(), name }] }],
    });
    expect(read(at("Jilin, China")).document.events[0]?.places).toEqual([
      { role: "at", locationId: "CN-JL" },
    ]);
    expect(read(at("Jilin")).issues).toEqual([
      {
        path: "events.0.places.0.name",
        code: "place.ambiguous",
        values: { value: "Jilin", candidates: "Jilin, China; Jilin City, Jilin, China" },
      },
    ]);
    expect(read(at("Atlantis")).issues).toEqual([
      { path: "events.0.places.0.name", code: "place.not_found", values: { value: "Atlantis" } },
    ]);
  });

  it("names every mistake at once, each at its field, whatever rows were passed over", () => {
    expect(
      told({
        title: " ",
        summary: "\0",
        sources: [
          blankSource("s1", "new"),
          { ...blankSource("s2", "new"), url: "javascript:alert(1)", published: "32 July 2014" },
          { ...blankSource("s3", "known"), ref: "SRC-333333" },
        ],
        groups: [
          blankGroup("g1"),
          { ...blankGroup("g2"), role: "spy", count: "30-20", nationality: "XXX" },
          { ...blankGroup("g3"), role: "helper", count: "9", cite: cite("s1", "nine") },
          { ...blankGroup("g4"), role: "helper", cite: cite("", "ten"), partOf: "g9" },
        ],
        events: [
          blankEvent("e1"),
          {
            ...blankEvent("e2"),
            modality: "perhaps",
            date: "30 February 2014",
            description: "x".repeat(1_000_000),
            groups: [
              { group: "g9", count: "3" },
              { group: "", count: "-1" },
            ],
          },
        ],
        claims: [
          blankClaim("n1", "count", "s1"),
          { ...blankClaim("n2", "count", "s3"), value: "dozens" },
          { ...blankClaim("n3", "date", ""), value: "last week" },
          { ...blankClaim("n4", "status", "s2"), value: "fine", credibility: "9" },
        ],
      }).sort(),
    ).toEqual([
      "claims.1.group claim.needs_group",
      "claims.1.value count.no_number",
      "claims.2.event claim.needs_event",
      "claims.2.source claim.source_missing",
      "claims.2.value date.needs_publication",
      "claims.3.credibility value.not_in_list",
      "claims.3.group claim.needs_group",
      "claims.3.value value.not_in_list",
      "events.1.date date.impossible",
      "events.1.description text.too_long",
      "events.1.groups.0.group group.unknown",
      "events.1.groups.1.count count.negative",
      "events.1.groups.1.group value.not_chosen",
      "events.1.modality value.not_in_list",
      "events.1.type value.not_chosen",
      "groups.1.count count.low_above_high",
      "groups.1.nationality value.wrong_type",
      "groups.1.role value.not_in_list",
      "groups.2.cite.source claim.source_not_written",
      "groups.3.cite.source claim.source_missing",
      "groups.3.partOf group.unknown",
      "sources.1.published date.impossible",
      "sources.1.url source.not_a_web_address",
      "sources.2.ref source.unknown",
      "summary text.not_storable",
      "title text.required",
    ]);
  });

  it("finds a part larger than its whole, and more people at an event than there are, also where cited", () => {
    expect(
      told({
        sources: [wire],
        groups: [
          { ...blankGroup("g1"), role: "helper", count: "20", cite: cite("s1") },
          { ...blankGroup("g2"), role: "helper", count: "21", partOf: "g1", cite: cite("s1") },
        ],
        events: [
          {
            ...blankEvent("e1"),
            type: "arrest",
            cite: cite("s1"),
            groups: [{ group: "g1", count: "22" }],
          },
        ],
      }),
    ).toEqual([
      "groups.1.count group.part_above_whole",
      "events.0.groups.0.count event.more_than_group",
    ]);
  });

  it("says where in the form a fault found in the document stands", () => {
    const { origins } = read({
      sources: [wire],
      groups: [
        blankGroup("g1"),
        { ...blankGroup("g2"), role: "helper", count: "9", cite: cite("s1", "nine") },
      ],
    });
    expect(formPathOf(origins, "groups.0.nationality")).toBe("groups.1.nationality");
    expect(formPathOf(origins, "claims.0.quote")).toBe("groups.1.cite.quote");
    expect(formPathOf(origins, "claims.0.count.low")).toBe("groups.1.count");
    expect(formPathOf(origins, "newSources.0.derivedFrom")).toBe("sources.0.copies");
    expect(formPathOf(origins, "title")).toBe("title");
  });
});

describe("a case opened for editing", () => {
  const before = aDocument({
    title: "Sweep",
    summary: "Two provinces",
    groups: [
      aGroup("all", { nationality: "KP", count: { low: 20, best: 27, high: 29 } }),
      aGroup("part", { partOf: "all", circumstances: ["infant"], ageBand: "18-59", sex: "female" }),
    ],
    events: [
      anEvent("arrest", {
        date: {
          text: "the week before the report",
          earliest: "2014-07-14",
          latest: "2014-07-20",
          kind: "within",
          basis: "derived",
          precision: 3,
        },
        places: [{ role: "at", locationId: "CN-YN/kunming" }],
        groups: [{ groupId: "part", count: exactly(9) }],
      }),
    ],
    claims: [
      aClaim("c1", "known", { field: "count", groupId: "all", count: exactly(29), quote: "29" }),
      aClaim("c2", "known", {
        field: "date",
        eventId: "arrest",
        date: {
          text: "last week",
          earliest: "2014-07-15",
          latest: "2014-07-17",
          kind: "span",
          basis: "derived",
          precision: 2,
        },
        assessment: "conflict",
        credibility: 2,
        acknowledged: true,
      }),
      aClaim("c3", "known", {
        field: "place",
        eventId: "arrest",
        place: { role: "to", locationId: "CN-JL/tumen" },
        scope: "part",
        scopeText: "nine",
      }),
      aClaim("c4", "known", { field: "modality", eventId: "arrest", modality: "denied" }),
      aClaim("c5", "known", { field: "status", groupId: "all", status: "held" }),
      aClaim("c6", "known", { statement: "Families.", assessment: "rejected" }),
    ],
  });
  const names: Record<string, string> = {
    "CN-YN/kunming": "Kunming, Yunnan, China",
    "CN-JL/tumen": "Tumen, Jilin, China",
  };
  const typed = incidentFormOf(
    before,
    [{ id: "known", ref: "SRC-222222" }],
    (id) => names[id] as string,
  );
  const given = context({
    before,
    places: new Map(Object.entries(names).map(([id, label]) => [label, [{ id, label }]])),
  });

  it("is saved untouched as exactly what it was", () => {
    const { document, newSources, issues } = readIncidentForm(typed, given);
    expect(issues).toEqual([]);
    expect(newSources).toEqual([]);
    expect(document).toEqual(before);
  });

  it("survives the way through a request", () => {
    expect(incidentFormSchema.parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  });

  it("reads a date anew once its text is touched", () => {
    const events = [{ ...typed.events[0]!, date: "July 2014" }];
    const { document } = readIncidentForm({ ...typed, events }, given);
    expect(document.events[0]?.date).toMatchObject({
      text: "July 2014",
      earliest: "2014-07-01",
      latest: "2014-07-31",
      basis: "stated",
    });
  });

  it("gives new rows ids of their own and puts their claims behind the old ones", () => {
    const groups = [
      ...typed.groups,
      { ...blankGroup("g3"), role: "helper", count: "6", cite: cite("known") },
    ];
    const { document } = readIncidentForm({ ...typed, groups }, given);
    expect(document.groups.map(({ id }) => id)).toEqual([
      "all",
      "part",
      expect.stringMatching(/^id/),
    ]);
    expect(document.claims.at(-1)).toMatchObject({ field: "count", count: exactly(6) });
    expect(document.claims.slice(0, 6)).toEqual(before.claims);
  });

  it("adds claims alone to it", () => {
    const claims = [
      { ...blankClaim("n1", "count", "s1"), group: "all", value: "27", quote: "27명" },
      { ...blankClaim("n2", "place", "s1"), event: "arrest", value: "Kunming, Yunnan, China" },
    ];
    const sources = [{ ...blankSource("s1", "new"), publisher: "KBS" }];
    const { document, newSources, issues } = readClaimsForm(
      { sources, claims, keep: {} },
      before,
      given,
    );
    expect(issues).toEqual([]);
    expect(newSources).toHaveLength(1);
    expect(document.claims).toMatchObject([
      { sourceId: "s1", groupId: "all", count: exactly(27), quote: "27명" },
      { eventId: "arrest", place: { role: "at", locationId: "CN-YN/kunming" } },
    ]);
    expect(readClaimsForm({ sources: [], claims: [], keep: {} }, before, given).issues).toEqual([
      { path: "", code: "claim.none" },
    ]);
  });
});

describe("a request that is not from the form", () => {
  it.each([
    [null],
    ["text"],
    [[]],
    [{ groups: "x", events: [null, 1, { places: { 0: 1 }, groups: "x" }], sources: [[]] }],
    [{ title: ["a", "b"], groups: [{ count: {}, circumstances: "infant", cite: "x" }] }],
  ])("is taken as far as it has the form's shape: %j", (sent) => {
    const parsed = incidentFormSchema.parse(sent);
    expect(parsed.title).toBe("");
    expect(() => readIncidentForm(parsed, context())).not.toThrow();
  });

  it("is read without an error whatever the text", () => {
    for (const text of ["\0", "\ud800", "<script>", "x".repeat(100_000), "__proto__", "-1e309"]) {
      const everywhere = JSON.parse(
        JSON.stringify(
          {
            ...blankIncidentForm(),
            claims: ["count", "date", "place"].map((field) => blankClaim("n", field, "s1")),
          },
          (_name, value) => (typeof value === "string" ? text : value),
        ),
      );
      const { issues } = readIncidentForm(incidentFormSchema.parse(everywhere), context());
      expect(issues.length).toBeGreaterThan(5);
    }
  });
});

describe("the key of a new row", () => {
  it("is one that no row has", () => {
    expect(freeKey("g", [])).toBe("g1");
    expect(freeKey("g", [{ key: "g1" }, { key: "g3" }])).toBe("g4");
    expect(freeKey("g", [{ key: "g2" }])).toBe("g3");
  });
});
