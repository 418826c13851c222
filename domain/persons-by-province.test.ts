import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headlineOf } from "./headline";
import type { Group, IncidentDocument, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";
import { personsByProvince } from "./persons-by-province";
import { aDocument, aGroup, anEvent, byId, exactly } from "./testing-documents";
import { EVENT_TYPES, MODALITIES, PLACE_ROLES, ROLES, UNITS } from "./vocabulary";

const place = (id: string, rest: Partial<LocationFacts> = {}): LocationFacts => ({
  id,
  kind: "province",
  facilityKind: null,
  countryId: id.slice(0, 2),
  provinceId: id.slice(0, 5),
  localityId: null,
  ...rest,
});
const places = byId([
  place("CN", { kind: "country", provinceId: null }),
  place("KP", { kind: "country", provinceId: null }),
  place("CN-SD"),
  place("CN-YN"),
  place("CN-JL"),
  place("KP-09"),
  place("CN-SD/qingdao", { kind: "locality", localityId: "CN-SD/qingdao" }),
  place("CN-YN/kunming", { kind: "locality", localityId: "CN-YN/kunming" }),
  place("CN-JL/tumen", { kind: "locality", localityId: "CN-JL/tumen" }),
]);
const at = (...ids: string[]) => ids.map((locationId) => ({ role: "at" as const, locationId }));
const to = (locationId: string) => ({ role: "to" as const, locationId });
const from = (locationId: string) => ({ role: "from" as const, locationId });
const whole = (...ids: string[]) =>
  ids.map((groupId) => ({ groupId, count: { low: null, best: null, high: null } }));
const headline = (doc: IncidentDocument) => headlineOf(doc, new Map(), places);
/** Each area with what is said of it, as `low/best/high`, "?" for what is not known. */
const shares = (groups: Group[], events: IncidentEvent[]) => {
  const doc = aDocument({ groups, events });
  const written = personsByProvince(doc, headline(doc), places).map(({ id, low, best, high }) => [
    id,
    [low, best, high].map((bound) => bound ?? "?").join("/"),
  ]);
  return Object.fromEntries(written);
};

const ALL = aGroup("all", { count: { low: 20, best: 29, high: 29 } });
const QINGDAO = aGroup("qingdao", { partOf: "all", count: { low: 9, best: 20, high: 20 } });
const KUNMING = aGroup("kunming", { partOf: "all", count: { low: 9, best: 9, high: 18 } });
const HELPERS = aGroup("helpers", { role: "helper", count: exactly(6) });
const GROUPS = [ALL, QINGDAO, KUNMING, HELPERS];
const arrest = (places: IncidentEvent["places"], groups: IncidentEvent["groups"] = []) =>
  anEvent(`arrest ${JSON.stringify([places, groups])}`, { places, groups });

describe("the arrests of July 2014", () => {
  it("are in either province, nobody knows how many where, while only the whole is named", () => {
    expect(
      shares(GROUPS, [arrest(at("CN-SD/qingdao", "CN-YN/kunming"), whole("all", "helpers"))]),
    ).toEqual({ "CN-SD": "0/?/29", "CN-YN": "0/?/29" });
  });

  it("are split as the two reports have it once each city names its group", () => {
    expect(
      shares(GROUPS, [
        arrest(at("CN-SD/qingdao"), whole("qingdao")),
        arrest(at("CN-YN/kunming"), whole("kunming", "helpers")),
      ]),
    ).toEqual({ "CN-SD": "9/20/20", "CN-YN": "9/9/18" });
  });

  it("bring everyone to Jilin, and perhaps everyone to North Korea", () => {
    expect(
      shares(GROUPS, [
        arrest(at("CN-SD", "CN-YN"), whole("all", "helpers")),
        anEvent("transfer", {
          type: "transfer",
          places: [to("CN-JL/tumen")],
          groups: [...whole("all"), { groupId: "kunming", count: exactly(18) }],
        }),
        anEvent("return", {
          type: "deportation",
          modality: "anticipated",
          places: [to("KP")],
          groups: whole("all"),
        }),
      ]),
    ).toEqual({ "CN-JL": "20/29/29", "CN-SD": "0/?/29", "CN-YN": "0/?/29", KP: "0/?/29" });
  });

  it("bring only the Kunming group to Jilin by the report that says so", () => {
    expect(
      shares(GROUPS, [
        arrest(at("CN-SD", "CN-YN"), whole("all")),
        anEvent("transfer", {
          type: "transfer",
          places: [from("CN-YN/kunming"), to("CN-JL/tumen")],
          groups: [{ groupId: "kunming", count: exactly(18) }],
        }),
      ]),
    ).toEqual({ "CN-JL": "18/18/18", "CN-SD": "0/?/29", "CN-YN": "18/?/29" });
  });
});

describe("the whole", () => {
  it.each<[string, IncidentEvent[], Record<string, string>]>([
    ["is in the only province", [arrest(at("CN-YN"))], { "CN-YN": "20/29/29" }],
    [
      "is in the only province though a part alone is named there",
      [arrest(at("CN-YN"), whole("kunming"))],
      { "CN-YN": "20/29/29" },
    ],
    [
      "is in the only province beside a country of which no province is known",
      [
        arrest(at("CN-YN")),
        anEvent("r", { type: "deportation", modality: "anticipated", places: [to("KP")] }),
      ],
      { "CN-YN": "20/29/29", KP: "0/?/29" },
    ],
    ["is in the country, where that is all that is known", [arrest(at("CN"))], { CN: "20/29/29" }],
    [
      "is in each province through which everyone passed",
      [
        arrest(at("CN-YN")),
        anEvent("t", { type: "transfer", places: [from("CN-YN"), to("CN-JL")] }),
      ],
      { "CN-JL": "20/29/29", "CN-YN": "20/29/29" },
    ],
    [
      "is nowhere for certain where the event is only expected, unconfirmed or denied",
      [
        arrest(at("CN-YN")),
        anEvent("e", { modality: "anticipated", places: at("CN-JL") }),
        anEvent("u", { modality: "unconfirmed", places: at("CN-SD") }),
        anEvent("d", { modality: "denied", places: at("KP-09") }),
      ],
      { "CN-JL": "0/?/29", "CN-SD": "0/?/29", "CN-YN": "20/29/29", "KP-09": "0/?/29" },
    ],
    [
      "was not where somebody spoke of it, nor for certain where an event that changes no custody names nobody",
      [
        arrest(at("CN-YN")),
        anEvent("s", { type: "statement", places: at("CN-SD"), groups: whole("all") }),
        anEvent("o", { type: "other", places: at("CN-JL") }),
      ],
      { "CN-JL": "0/?/29", "CN-SD": "0/?/29", "CN-YN": "20/29/29" },
    ],
    [
      "is not split between a province and the rest of its country",
      [arrest(at("CN-SD")), anEvent("t", { type: "transfer", places: at("CN-YN", "KP") })],
      { "CN-SD": "20/29/29", "CN-YN": "0/?/29", KP: "0/?/29" },
    ],
  ])("%s", (_name, events, expected) => {
    expect(shares(GROUPS, events)).toEqual(expected);
  });

  it("leaves nobody where only helpers were, who never count", () => {
    expect(
      shares(GROUPS, [arrest(at("CN-YN"), whole("all")), arrest(at("CN-SD"), whole("helpers"))]),
    ).toEqual({ "CN-SD": "0/0/0", "CN-YN": "20/29/29" });
  });

  it("stays unknown where nobody is counted", () => {
    const events = [arrest(at("CN-YN")), arrest(at("CN-SD"))];
    expect(shares([], events)).toEqual({ "CN-SD": "?/?/?", "CN-YN": "?/?/?" });
    expect(shares([aGroup("some")], events)).toEqual({ "CN-SD": "?/?/?", "CN-YN": "?/?/?" });
    const atLeast = aGroup("many", { count: { low: 12, best: null, high: null } });
    expect(shares([atLeast], [arrest(at("CN-YN")), arrest(at("CN-SD", "CN-JL"))])).toEqual({
      "CN-JL": "0/?/?",
      "CN-SD": "0/?/?",
      "CN-YN": "12/?/?",
    });
  });
});

describe("parts", () => {
  const eight = aGroup("eight", { count: exactly(8) });
  const women = aGroup("women", { partOf: "eight", count: exactly(5) });
  const couple = aGroup("couple", { partOf: "eight", count: exactly(2) });
  const elsewhere = arrest(at("CN-SD"), whole("eight"));

  it("never add to their whole", () => {
    expect(
      shares([eight, women], [elsewhere, arrest(at("CN-YN"), whole("eight", "women"))]),
    ).toMatchObject({ "CN-YN": "8/8/8" });
  });

  it("of one whole may share people, so that they only bound each other", () => {
    expect(
      shares([eight, women, couple], [elsewhere, arrest(at("CN-YN"), whole("women", "couple"))]),
    ).toMatchObject({ "CN-YN": "5/?/7" });
  });

  it("are as many as the event took", () => {
    const three = [{ groupId: "women", count: exactly(3) }];
    expect(
      shares(
        [eight, women],
        [
          elsewhere,
          arrest(at("CN-YN"), three),
          anEvent("held", { type: "detention", places: at("CN-YN"), groups: three }),
        ],
      ),
    ).toMatchObject({ "CN-YN": "3/3/3" });
  });

  it("of separate wholes add up", () => {
    const others = aGroup("others", { count: { low: 3, best: 4, high: 6 } });
    expect(
      shares([eight, women, others], [elsewhere, arrest(at("CN-YN"), whole("women", "others"))]),
    ).toMatchObject({ "CN-SD": "8/8/8", "CN-YN": "8/9/11" });
  });

  it("that are families are not converted into persons", () => {
    const families = aGroup("families", { partOf: "eight", unit: "family", count: exactly(2) });
    expect(
      shares([eight, families], [elsewhere, arrest(at("CN-YN"), whole("families"))]),
    ).toMatchObject({ "CN-YN": "0/?/8" });
  });
});

describe("of any incident", () => {
  const count = fc
    .tuple(fc.nat(20), fc.nat(5), fc.nat(5), fc.nat(7))
    .map(([low, more, most, known]) => ({
      low: known & 1 ? low : null,
      best: known & 2 ? low + more : null,
      high: known & 4 ? low + more + most : null,
    }));
  const groups = fc
    .array(
      fc.record({
        role: fc.constantFrom(...ROLES),
        unit: fc.constantFrom("person" as const, ...UNITS),
        count,
        above: fc.option(fc.nat(4)),
      }),
      { maxLength: 5 },
    )
    .map((list) =>
      list.map(({ above, ...rest }, n) =>
        aGroup(`g${n}`, { ...rest, partOf: above !== null && above < n ? `g${above}` : null }),
      ),
    );
  const document = groups.chain((list) =>
    fc
      .array(
        fc.record({
          type: fc.constantFrom(...EVENT_TYPES),
          modality: fc.constantFrom("reported" as const, ...MODALITIES),
          places: fc.array(
            fc.record({
              role: fc.constantFrom(...PLACE_ROLES),
              locationId: fc.constantFrom(...places.keys()),
            }),
            { maxLength: 3 },
          ),
          groups: fc
            .subarray(list.map(({ id }) => id))
            .chain((ids) =>
              fc.tuple(...ids.map((groupId) => count.map((some) => ({ groupId, count: some })))),
            ),
        }),
        { maxLength: 4 },
      )
      .map((events) =>
        aDocument({ groups: list, events: events.map((rest, n) => anEvent(`e${n}`, rest)) }),
      ),
  );

  it("has low <= best <= high <= the whole's high, in every area that an event touches", () => {
    fc.assert(
      fc.property(document, (doc) => {
        const derived = headline(doc);
        const shares = personsByProvince(doc, derived, places);
        const touched = doc.events.flatMap(({ id }) => derived.events[id]!.places);
        const areas = touched.map(({ locationId }) => {
          const facts = places.get(locationId)!;
          return facts.provinceId ?? facts.countryId;
        });
        expect(shares.map(({ id }) => id)).toEqual([...new Set(areas)].sort());
        for (const { low, best, high } of shares) {
          const known = [low, best, high, derived.persons.high].filter((bound) => bound !== null);
          expect(known).toEqual(known.toSorted((a, b) => a - b));
          expect(known.every((bound) => bound >= 0)).toBe(true);
        }
        const provinces = shares.filter(({ id }) => id.includes("-"));
        if (provinces.length === 1) expect(provinces[0]).toMatchObject(derived.persons);
      }),
      { numRuns: 500 },
    );
  });

  it("does not depend on the order of groups, events and places", () => {
    fc.assert(
      fc.property(document, (doc) => {
        const turned = {
          ...doc,
          groups: doc.groups.toReversed(),
          events: doc.events
            .toReversed()
            .map((event) => ({ ...event, places: event.places.toReversed() })),
        };
        expect(personsByProvince(turned, headline(turned), places)).toEqual(
          personsByProvince(doc, headline(doc), places),
        );
      }),
    );
  });
});
