import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headlineOf } from "./headline";
import type { Claim, IncidentDocument, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";
import {
  aClaim,
  aDocument,
  aGroup,
  anEvent,
  aSource,
  byId,
  days,
  exactly,
  unknownCount,
} from "./testing-documents";
import { ASSESSMENTS, CLAIM_SCOPES, EVENT_TYPES, MODALITIES } from "./vocabulary";

function place(id: string, rest: Partial<LocationFacts> = {}): LocationFacts {
  return {
    id,
    kind: "province",
    facilityKind: null,
    countryId: id.slice(0, 2),
    provinceId: id,
    localityId: null,
    ...rest,
  };
}

const whole = (groupId: string) => ({ groupId, count: unknownCount });

const places = byId([
  place("CN", { kind: "country", provinceId: null }),
  place("CN-YN"),
  place("CN-SD"),
  place("CN-YN/kunming", { kind: "locality", provinceId: "CN-YN", localityId: "CN-YN/kunming" }),
]);

describe("the date of an incident", () => {
  const arrest = anEvent("a", { date: days("2014-07-15", "2014-07-17") });

  it("is that of its earliest reported arrest; later events do not widen it", () => {
    const doc = aDocument({
      events: [
        anEvent("t", { type: "transfer", date: days("2014-07-01", "2014-07-23") }),
        arrest,
        anEvent("later", { date: days("2014-08-01", "2014-08-01") }),
      ],
    });
    const headline = headlineOf(doc, new Map(), places);
    expect(headline.eventIds).toEqual(["a"]);
    expect(headline.date).toMatchObject({ earliest: "2014-07-15", latest: "2014-07-17" });
  });

  it("is that of the first reported event where nobody was seized", () => {
    const doc = aDocument({
      events: [
        anEvent("r", { type: "release", date: days("2015-01-02", "2015-01-02") }),
        anEvent("d", { type: "deportation", date: days("2015-01-01", "2015-01-01") }),
      ],
    });
    expect(headlineOf(doc, new Map(), places).eventIds).toEqual(["d"]);
  });

  it("does not exist while nothing is reported", () => {
    const doc = aDocument({
      events: [
        anEvent("d", {
          type: "deportation",
          modality: "anticipated",
          date: days("2015-01-01", null),
        }),
      ],
    });
    const headline = headlineOf(doc, new Map(), places);
    expect(headline.date).toBeNull();
    expect(headline.provinces).toEqual([]);
    expect(headline.atRiskOf).toEqual(["deportation"]);
  });

  it("is the hull of accepted claims, and of all standing ones where none is accepted", () => {
    const claims = [
      aClaim("1", "voa", { field: "date", eventId: "a", date: days("2014-07-14", "2014-07-20") }),
      aClaim("2", "chosun", {
        field: "date",
        eventId: "a",
        date: days("2014-07-15", "2014-07-17"),
      }),
    ];
    const sources = byId([aSource("voa"), aSource("chosun")]);
    const said = (first: Claim["assessment"], second: Claim["assessment"]) =>
      headlineOf(
        aDocument({
          events: [anEvent("a")],
          claims: [
            { ...claims[0]!, assessment: first },
            { ...claims[1]!, assessment: second },
          ],
        }),
        sources,
        places,
      ).date;
    expect(said("work_needed", "accepted")).toMatchObject({
      earliest: "2014-07-15",
      latest: "2014-07-17",
    });
    expect(said("work_needed", "conflict")).toMatchObject({
      earliest: "2014-07-14",
      latest: "2014-07-20",
    });
    expect(said("rejected", "rejected")).toBeNull();
  });
});

describe("the places of an incident", () => {
  it("are the most precise ones of the events its date rests on", () => {
    const doc = aDocument({
      events: [
        anEvent("a", {
          date: days("2014-07-15", "2014-07-17"),
          places: [
            { role: "at", locationId: "CN" },
            { role: "at", locationId: "CN-YN" },
            { role: "at", locationId: "CN-YN/kunming" },
            { role: "at", locationId: "CN-SD" },
          ],
        }),
      ],
    });
    const headline = headlineOf(doc, new Map(), places);
    expect(headline.places).toEqual(["CN-SD", "CN-YN/kunming"]);
    expect(headline.provinces).toEqual(["CN-SD", "CN-YN"]);
    expect(headline.countries).toEqual(["CN"]);
    expect(headline.localities).toEqual(["CN-YN/kunming"]);
  });
});

describe("how many people", () => {
  const sources = byId([
    aSource("voa"),
    aSource("chosun"),
    aSource("kbs"),
    aSource("copy", { derived: true }),
  ]);
  const count = (id: string, sourceId: string, n: number, rest: Partial<Claim> = {}) =>
    aClaim(id, sourceId, { field: "count", groupId: "g", count: exactly(n), ...rest });

  it("spans what independent sources say, best as the editor accepted", () => {
    const doc = aDocument({
      groups: [aGroup("g")],
      claims: [
        count("1", "voa", 20, { assessment: "conflict" }),
        count("2", "chosun", 29),
        count("3", "kbs", 27, { assessment: "conflict" }),
      ],
    });
    const headline = headlineOf(doc, sources, places);
    expect(headline.persons).toEqual({ low: 20, best: 29, high: 29 });
    expect(headline.byField.persons).toBe("contested");
    expect(headline.disagreement).toEqual(["persons"]);
    expect(headline.corroboration).toBe("contested");
  });

  it("is not contested by one outlet correcting itself", () => {
    const doc = aDocument({
      groups: [aGroup("g")],
      claims: [count("1", "first", 5), count("2", "second", 6)],
    });
    const outlet = byId([
      aSource("first", { publisher: "Chosun Ilbo" }),
      aSource("second", { publisher: " chosun ilbo" }),
    ]);
    const headline = headlineOf(doc, outlet, places);
    expect(headline.persons).toEqual({ low: 5, best: 5, high: 6 });
    expect(headline.byField.persons).toBe("single_source");
    expect(headline.independentSources).toBe(1);
  });

  it("leaves out a claim about a part, and takes in one whose scope nobody knows", () => {
    const doc = (scope: Claim["scope"]) =>
      aDocument({
        groups: [aGroup("g")],
        claims: [count("1", "chosun", 29), count("2", "voa", 20, { scope })],
      });
    expect(headlineOf(doc("part"), sources, places).persons).toEqual(exactly(29));
    expect(headlineOf(doc("unknown"), sources, places).persons).toEqual({
      low: 20,
      best: 29,
      high: 29,
    });
  });

  it("keeps helpers and families apart", () => {
    const doc = aDocument({
      groups: [
        aGroup("g", { count: exactly(20) }),
        aGroup("h", { role: "helper", count: exactly(6) }),
        aGroup("f", { unit: "family", partOf: "g", count: exactly(4) }),
      ],
    });
    const headline = headlineOf(doc, new Map(), places);
    expect(headline.persons).toEqual(exactly(20));
    expect(headline.helpers).toEqual(exactly(6));
    expect(headline.families).toEqual(exactly(4));
  });

  it("is unknown, not zero, where nobody gave a number", () => {
    const doc = aDocument({
      groups: [aGroup("g"), aGroup("f", { unit: "family", count: exactly(213) })],
    });
    const headline = headlineOf(doc, new Map(), places);
    expect(headline.persons).toEqual(unknownCount);
    expect(headline.families).toEqual(exactly(213));
  });
});

describe("custody status", () => {
  const arrest = anEvent("a", { date: days("2014-07-15", "2014-07-17") });
  const statusesOf = (doc: IncidentDocument) =>
    headlineOf(doc, new Map(), places).statuses.map(({ status }) => status);

  it("comes from the last reported event, in order of time and not of writing", () => {
    const release = anEvent("r", { type: "release", date: days("2014-08-01", "2014-08-01") });
    expect(statusesOf(aDocument({ groups: [aGroup("g")], events: [release, arrest] }))).toEqual([
      "released",
    ]);
  });

  it("is left alone by what is only anticipated, denied or unconfirmed", () => {
    for (const modality of ["anticipated", "denied", "unconfirmed"] as const)
      expect(
        statusesOf(
          aDocument({
            groups: [aGroup("g")],
            events: [
              arrest,
              anEvent("d", {
                type: "deportation",
                modality,
                date: days("2014-08-01", "2014-08-01"),
              }),
            ],
          }),
        ),
      ).toEqual(["arrested"]);
  });

  it("splits with the group: some are moved, the others stay what they were", () => {
    const doc = aDocument({
      groups: [aGroup("g", { count: exactly(27) })],
      events: [
        arrest,
        anEvent("d", {
          type: "deportation",
          date: days("2014-08-01", "2014-08-01"),
          groups: [{ groupId: "g", count: exactly(18) }],
        }),
      ],
    });
    expect(statusesOf(doc)).toEqual(["deported", "arrested"]);
  });

  it("belongs to a part where an event names the part", () => {
    const doc = aDocument({
      groups: [aGroup("g"), aGroup("p", { partOf: "g" })],
      events: [
        anEvent("a", {
          date: days("2021-11-29", "2021-11-29"),
          groups: [{ groupId: "g", count: unknownCount }],
        }),
        anEvent("s", {
          type: "sentencing",
          date: days("2021-12-01", "2021-12-16"),
          groups: [{ groupId: "p", count: unknownCount }],
        }),
      ],
    });
    const headline = headlineOf(doc, new Map(), places);
    expect(headline.groups.p?.statuses).toEqual([{ status: "sentenced", eventId: "s" }]);
    expect(headline.groups.g?.statuses).toEqual([{ status: "arrested", eventId: "a" }]);
    expect(headline.status).toBe("sentenced");
  });

  it("leaves the whole behind once its parts, all of it, went their own ways", () => {
    const doc = (released: number) =>
      aDocument({
        groups: [
          aGroup("g", { count: exactly(228) }),
          aGroup("p", { partOf: "g", count: exactly(109) }),
          aGroup("q", { partOf: "g", count: exactly(released) }),
        ],
        events: [
          anEvent("a", { date: days("2021-11-29", "2021-11-29"), groups: [whole("g")] }),
          anEvent("s", {
            type: "sentencing",
            date: days("2021-12-01", "2021-12-16"),
            groups: [whole("p")],
          }),
          anEvent("r", {
            type: "release",
            date: days("2021-12-01", "2021-12-16"),
            groups: [whole("q")],
          }),
        ],
      });
    expect(statusesOf(doc(119))).toEqual(["sentenced", "released"]);
    expect(statusesOf(doc(118))).toEqual(["sentenced", "arrested", "released"]);
  });

  it("ends the risk of what was anticipated once nobody is within reach, but not of what comes after", () => {
    const feared = anEvent("d", { type: "deportation", modality: "anticipated" });
    const risk = (...later: IncidentEvent[]) =>
      headlineOf(
        aDocument({ groups: [aGroup("g")], events: [arrest, ...later] }),
        new Map(),
        places,
      ).atRiskOf;
    const next = (type: IncidentEvent["type"]) =>
      anEvent("x", { type, date: days("2014-08-01", "2014-08-01") });
    expect(risk(feared, next("transfer"))).toEqual(["deportation"]);
    expect(risk(feared, next("deportation"))).toEqual([]);
    expect(risk(feared, next("release"))).toEqual([]);
    expect(risk(next("deportation"), feared)).toEqual(["deportation"]);
    expect(risk(next("death"), feared)).toEqual([]);
  });
});

describe("modality", () => {
  const sources = byId([aSource("voa"), aSource("chosun"), aSource("copy", { derived: true })]);
  const said = (id: string, sourceId: string, modality: Claim["modality"]) =>
    aClaim(id, sourceId, { field: "modality", eventId: "t", modality });
  const transfer = (claims: Claim[]) =>
    headlineOf(
      aDocument({ events: [anEvent("t", { type: "transfer", modality: "unconfirmed" })], claims }),
      sources,
      places,
    ).events.t!;

  it("is reported when one independent source reports it, whatever others expect", () => {
    expect(
      transfer([said("1", "voa", "anticipated"), said("2", "chosun", "reported")]),
    ).toMatchObject({
      modality: "reported",
      saidBy: { reported: 1, anticipated: 1, denied: 0, unconfirmed: 0 },
    });
  });

  it("is not made reported by a copy beside an original that only expects it", () => {
    expect(
      transfer([said("1", "voa", "anticipated"), said("2", "copy", "reported")]).modality,
    ).toBe("anticipated");
  });

  it("is contested, and still reported, when somebody denies it", () => {
    const event = transfer([said("1", "voa", "denied"), said("2", "chosun", "reported")]);
    expect(event.modality).toBe("reported");
    expect(event.corroboration.modality).toBe("contested");
  });
});

// Random incidents: three groups (one a part), two events, claims of five sources, two of them copies.
const sourceList = [
  aSource("s1", { reliability: "A" }),
  aSource("s2", { published: days("2014-07-23", "2014-07-23") }),
  aSource("s3", { publisher: "s1" }),
  aSource("c1", { derived: true }),
  aSource("c2", { derived: true, reliability: "A" }),
];
const sources = byId(sourceList);
const countArb = fc
  .tuple(fc.nat(50), fc.nat(20), fc.nat(20), fc.boolean(), fc.boolean(), fc.boolean())
  .map(([low, more, most, hasLow, hasBest, hasHigh]) => ({
    low: hasLow ? low : null,
    best: hasBest ? low + more : null,
    high: hasHigh ? low + more + most : null,
  }));
const dayArb = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2014-07-${String(day).padStart(2, "0")}`);
const dateArb = fc
  .tuple(fc.option(dayArb), fc.option(dayArb))
  .map(([a, b]) => (a !== null && b !== null && a > b ? days(b, a) : days(a, b)));
const claimArb = (sourceIds: string[]) =>
  fc
    .record({
      sourceId: fc.constantFrom(...sourceIds),
      field: fc.constantFrom("count", "date", "modality", "place") as fc.Arbitrary<Claim["field"]>,
      groupId: fc.constantFrom("g", "p", "h"),
      eventId: fc.constantFrom("a", "b"),
      count: countArb,
      date: dateArb,
      modality: fc.constantFrom(...MODALITIES),
      locationId: fc.constantFrom("CN", "CN-YN", "CN-SD"),
      assessment: fc.constantFrom(...ASSESSMENTS),
      scope: fc.constantFrom(...CLAIM_SCOPES),
      acknowledged: fc.boolean(),
    })
    .map(
      ({
        field,
        groupId,
        eventId,
        count,
        date,
        modality,
        locationId,
        ...rest
      }): Partial<Claim> => ({
        ...rest,
        field,
        groupId: field === "count" ? groupId : null,
        eventId: field === "count" ? null : eventId,
        count: field === "count" ? count : null,
        date: field === "date" ? date : null,
        modality: field === "modality" ? modality : null,
        place: field === "place" ? { role: "at", locationId } : null,
      }),
    );
const documentArb = fc
  .record({
    counts: fc.tuple(countArb, countArb, countArb),
    types: fc.tuple(fc.constantFrom(...EVENT_TYPES), fc.constantFrom(...EVENT_TYPES)),
    modalities: fc.tuple(fc.constantFrom(...MODALITIES), fc.constantFrom(...MODALITIES)),
    dates: fc.tuple(fc.option(dateArb), fc.option(dateArb)),
    claims: fc.array(claimArb(["s1", "s2", "s3", "c1"]), { maxLength: 8 }),
  })
  .map(({ counts, types, modalities, dates, claims }) =>
    aDocument({
      groups: [
        aGroup("g", { count: counts[0] }),
        aGroup("p", { count: counts[1], partOf: "g" }),
        aGroup("h", { count: counts[2], role: "helper" }),
      ],
      events: [
        anEvent("a", { type: types[0], modality: modalities[0], date: dates[0] }),
        anEvent("b", { type: types[1], modality: modalities[1], date: dates[1] }),
      ],
      claims: claims.map((claim, at) => aClaim(`k${at}`, claim.sourceId!, claim)),
    }),
  );

describe("of any incident", () => {
  it("the order of its claims changes nothing", () => {
    fc.assert(
      fc.property(documentArb, fc.infiniteStream(fc.nat()), (doc, chance) => {
        const shuffled = doc.claims
          .map((claim) => ({ claim, key: chance.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ claim }) => claim);
        expect(headlineOf({ ...doc, claims: shuffled }, sources, places)).toEqual(
          headlineOf(doc, sources, places),
        );
      }),
    );
  });

  it("a copy raises no corroboration, of the whole or of any field", () => {
    fc.assert(
      fc.property(documentArb, claimArb(["c1", "c2"]), (doc, copy) => {
        const before = headlineOf(doc, sources, places);
        const claims = [...doc.claims, aClaim("copy", copy.sourceId!, copy)];
        const after = headlineOf({ ...doc, claims }, sources, places);
        expect(after.independentSources).toBe(before.independentSources);
        expect(after.corroboration).toBe(before.corroboration);
        expect(after.byField).toEqual(before.byField);
      }),
    );
  });

  it("a part never adds to a total", () => {
    fc.assert(
      fc.property(documentArb, countArb, (doc, count) => {
        const more = { ...doc, groups: [...doc.groups, aGroup("q", { count, partOf: "p" })] };
        const [before, after] = [
          headlineOf(doc, sources, places),
          headlineOf(more, sources, places),
        ];
        expect([after.persons, after.helpers, after.families]).toEqual([
          before.persons,
          before.helpers,
          before.families,
        ]);
      }),
    );
  });

  it("a bound is zero only where a source or the editor gave zero", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const headline = headlineOf(doc, sources, places);
        const given = [...doc.groups.map((g) => g.count), ...doc.claims.map((c) => c.count)];
        for (const bound of ["low", "best", "high"] as const)
          if (headline.persons[bound] === 0) expect(given.some((c) => c?.[bound] === 0)).toBe(true);
      }),
    );
  });

  it("low, best and high of a total stay in order", () => {
    fc.assert(
      fc.property(documentArb, (doc) => {
        const { low, best, high } = headlineOf(doc, sources, places).persons;
        if (low !== null && high !== null) expect(low).toBeLessThanOrEqual(high);
        if (low !== null && best !== null) expect(low).toBeLessThanOrEqual(best);
        if (best !== null && high !== null) expect(best).toBeLessThanOrEqual(high);
      }),
    );
  });

  it("an anticipated event changes no status", () => {
    fc.assert(
      fc.property(
        documentArb,
        fc.constantFrom(...EVENT_TYPES),
        fc.option(dateArb),
        (doc, type, date) => {
          const expected = anEvent("x", { type, date, modality: "anticipated" });
          const more = { ...doc, events: [...doc.events, expected] };
          const [before, after] = [
            headlineOf(doc, sources, places),
            headlineOf(more, sources, places),
          ];
          expect(after.statuses).toEqual(before.statuses);
          expect(after.status).toBe(before.status);
          expect(after.date).toEqual(before.date);
        },
      ),
    );
  });
});
