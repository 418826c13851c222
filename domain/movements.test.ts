import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { headlineOf } from "./headline";
import type { Group, IncidentEvent } from "./incident";
import type { LocationFacts } from "./location";
import { movements } from "./movements";
import { aDocument, aGroup, anEvent, byId, days, exactly, unknownCount } from "./testing-documents";
import { EVENT_TYPES, MODALITIES, PLACE_ROLES } from "./vocabulary";

const place = (id: string): LocationFacts => {
  const [province = id, town] = id.split("/");
  const steps = id.includes("-") ? id.split("/").length : 0;
  return {
    id,
    kind: (["country", "province", "locality", "facility"] as const)[steps]!,
    facilityKind: null,
    countryId: id.slice(0, 2),
    provinceId: steps > 0 ? province : null,
    localityId: steps > 1 ? `${province}/${town}` : null,
  };
};
const places = byId(
  [
    "CN",
    "KP",
    "CN-YN",
    "CN-SD/qingdao",
    "CN-YN/kunming",
    "CN-JL/tumen",
    "CN-JL/tumen/centre",
    "CN-LN/shenyang",
    "KP-09",
  ].map(place),
);
const day = (n: number) => days(`2014-07-${n}`, `2014-07-${n}`);
const at = (...ids: string[]) => ids.map((locationId) => ({ role: "at" as const, locationId }));
const to = (locationId: string) => ({ role: "to" as const, locationId });
const from = (locationId: string) => ({ role: "from" as const, locationId });
const named = (...ids: string[]) => ids.map((groupId) => ({ groupId, count: unknownCount }));
/** Each move as "from > to", with its people and whatever is not simply reported. */
const moves = (groups: Group[], events: IncidentEvent[]) => {
  const doc = aDocument({ groups, events });
  return movements(doc, headlineOf(doc, new Map(), places), places).map(
    (move) =>
      `${move.from} > ${move.to}: ${move.groupIds.join(", ") || "all"}${
        move.modality === "reported" ? "" : ` (${move.modality})`
      }`,
  );
};

const ALL = aGroup("all", { count: exactly(29) });
const QINGDAO = aGroup("qingdao", { partOf: "all", count: exactly(20) });
const KUNMING = aGroup("kunming", { partOf: "all", count: exactly(9) });
const HELPERS = aGroup("helpers", { role: "helper", count: exactly(6) });
const GROUPS = [ALL, QINGDAO, KUNMING, HELPERS];
const CITIES = at("CN-SD/qingdao", "CN-YN/kunming");
const expectedReturn = anEvent("return", {
  type: "deportation",
  modality: "anticipated",
  places: [to("KP")],
  groups: named("all"),
});

describe("the case of July 2014", () => {
  const left = anEvent("left", {
    type: "other",
    date: day(1),
    places: [from("KP-09")],
    groups: named("all"),
  });
  const arrest = anEvent("arrest", {
    date: days("2014-07-15", "2014-07-17"),
    places: CITIES,
    groups: named("all", "helpers"),
  });
  const transfer = anEvent("transfer", {
    type: "transfer",
    date: days(null, "2014-07-23"),
    places: [to("CN-JL/tumen")],
    groups: [...named("all"), { groupId: "kunming", count: exactly(18) }],
  });

  it("leads from both cities to Tumen, and is expected to lead on to North Korea", () => {
    const visit = anEvent("visit", {
      type: "consular_visit",
      modality: "anticipated",
      places: [from("CN-LN/shenyang")],
      groups: named("helpers"),
    });
    expect(moves(GROUPS, [left, arrest, transfer, expectedReturn, visit])).toEqual([
      "CN-SD/qingdao > CN-JL/tumen: all",
      "CN-YN/kunming > CN-JL/tumen: all",
      "CN-JL/tumen > KP: all (anticipated)",
    ]);
  });

  it("does not say from where a part went whose city nobody gave", () => {
    const some = { ...transfer, groups: named("kunming") };
    expect(moves(GROUPS, [arrest, some])).toEqual([]);
  });

  it("says it where each city names its group", () => {
    const apart = [
      anEvent("q", { date: day(15), places: at("CN-SD/qingdao"), groups: named("qingdao") }),
      anEvent("k", { date: day(15), places: at("CN-YN/kunming"), groups: named("kunming") }),
    ];
    expect(moves(GROUPS, [...apart, { ...transfer, groups: named("kunming") }])).toEqual([
      "CN-YN/kunming > CN-JL/tumen: kunming",
    ]);
    expect(moves(GROUPS, [...apart, { ...transfer, groups: named("all") }])).toEqual([
      "CN-SD/qingdao > CN-JL/tumen: all",
      "CN-YN/kunming > CN-JL/tumen: all",
    ]);
  });
});

describe("a way", () => {
  const held = (n: number, ...ids: string[]) =>
    anEvent(`held${n}`, { type: "detention", date: day(n), places: at(...ids) });
  it.each<[string, IncidentEvent[], string[]]>([
    [
      "leads from the arrest to where they were held, taken and sent",
      [
        anEvent("a", { date: day(10), places: at("CN-YN/kunming") }),
        held(11, "CN-LN/shenyang"),
        anEvent("t", { type: "transfer", date: day(12), places: [to("CN-JL/tumen")] }),
        anEvent("d", { type: "deportation", date: day(13), places: [to("KP-09")] }),
      ],
      [
        "CN-YN/kunming > CN-LN/shenyang: all",
        "CN-LN/shenyang > CN-JL/tumen: all",
        "CN-JL/tumen > KP-09: all",
      ],
    ],
    [
      "follows the days and not the order in which events were written down",
      [held(12, "CN-JL/tumen"), held(11, "CN-LN/shenyang")],
      ["CN-LN/shenyang > CN-JL/tumen: all"],
    ],
    [
      "goes through the place an event is from",
      [
        held(10, "CN-YN/kunming"),
        anEvent("d", {
          type: "deportation",
          date: day(12),
          places: [from("CN-JL/tumen"), to("KP")],
        }),
      ],
      ["CN-YN/kunming > CN-JL/tumen: all", "CN-JL/tumen > KP: all"],
    ],
    [
      "does not lead into the place they are in",
      [held(10, "CN-YN/kunming"), held(11, "CN-YN"), held(12, "CN"), held(13, "CN-JL/tumen")],
      ["CN-YN/kunming > CN-JL/tumen: all"],
    ],
    [
      "leads from one building of a town to another town, and into the building",
      [held(10, "CN-JL/tumen"), held(11, "CN-JL/tumen/centre"), held(12, "CN-LN/shenyang")],
      ["CN-JL/tumen/centre > CN-LN/shenyang: all"],
    ],
    [
      "is not made up where several places follow several",
      [held(10, "CN-YN/kunming", "CN-SD/qingdao"), held(11, "CN-JL/tumen", "CN-LN/shenyang")],
      [],
    ],
    [
      "leads on in expectation, while what is reported goes on from where people really were",
      [
        held(10, "CN-YN/kunming"),
        anEvent("t", {
          type: "transfer",
          modality: "anticipated",
          date: day(11),
          places: [to("CN-JL/tumen")],
        }),
        anEvent("d", {
          type: "deportation",
          modality: "anticipated",
          date: day(12),
          places: [to("KP")],
        }),
        held(13, "CN-LN/shenyang"),
      ],
      [
        "CN-YN/kunming > CN-JL/tumen: all (anticipated)",
        "CN-JL/tumen > KP: all (anticipated)",
        "CN-YN/kunming > CN-LN/shenyang: all",
      ],
    ],
    [
      "is unconfirmed where the event is, and none where it is denied",
      [
        held(10, "CN-YN/kunming"),
        anEvent("u", { type: "transfer", modality: "unconfirmed", places: [to("CN-JL/tumen")] }),
        anEvent("n", { type: "transfer", modality: "denied", places: [to("CN-LN/shenyang")] }),
      ],
      ["CN-YN/kunming > CN-JL/tumen: all (unconfirmed)"],
    ],
    [
      "ends where people are released, and begins anew where they are arrested again",
      [
        held(10, "CN-YN/kunming"),
        anEvent("r", { type: "release", date: day(11), places: at("CN-LN/shenyang") }),
        anEvent("a", { date: day(20), places: at("CN-SD/qingdao") }),
        held(21, "CN-JL/tumen"),
      ],
      ["CN-YN/kunming > CN-LN/shenyang: all", "CN-SD/qingdao > CN-JL/tumen: all"],
    ],
    [
      "is none where people are only spoken of, visited or sentenced, or fled by themselves",
      [
        held(10, "CN-YN/kunming"),
        anEvent("s", { type: "statement", date: day(11), places: at("CN") }),
        anEvent("v", { type: "consular_visit", date: day(12), places: at("CN-LN/shenyang") }),
        anEvent("c", { type: "sentencing", date: day(13), places: at("CN-JL/tumen") }),
        anEvent("o", { type: "other", date: day(14), places: [to("KP")] }),
      ],
      [],
    ],
  ])("%s", (_name, events, expected) => {
    expect(moves([ALL], events)).toEqual(expected);
  });

  it("is there though no group is", () => {
    const taken = anEvent("t", { type: "transfer", places: [from("CN-YN"), to("CN-JL/tumen")] });
    expect(moves([], [taken])).toEqual(["CN-YN > CN-JL/tumen: all"]);
  });

  it("is one for all the groups that an event takes along it", () => {
    const events = [
      anEvent("a", { date: day(10), places: at("CN-YN/kunming") }),
      anEvent("t", {
        type: "transfer",
        date: day(11),
        places: [to("CN-JL/tumen")],
        groups: named("helpers", "all"),
      }),
    ];
    expect(moves(GROUPS, events)).toEqual(["CN-YN/kunming > CN-JL/tumen: all, helpers"]);
  });

  it("from several places is not made up for some of the people", () => {
    const some = (id: string, n: number, placed: IncidentEvent["places"]) =>
      anEvent(id, {
        type: "transfer",
        date: day(n),
        places: placed,
        groups: [{ groupId: "all", count: exactly(5) }],
      });
    const arrest = anEvent("a", { date: day(10), places: at("CN-YN/kunming") });
    expect(
      moves(GROUPS, [arrest, some("t", 11, [to("CN-JL/tumen")]), some("u", 12, [to("KP")])]),
    ).toEqual(["CN-YN/kunming > CN-JL/tumen: all"]);
  });
});

it("of any incident, a way joins two places of its events, one not inside the other", () => {
  const events = fc.array(
    fc.record({
      type: fc.constantFrom(...EVENT_TYPES),
      modality: fc.constantFrom("reported" as const, ...MODALITIES),
      date: fc.option(fc.integer({ min: 10, max: 28 }).map(day)),
      places: fc.array(
        fc.record({
          role: fc.constantFrom(...PLACE_ROLES),
          locationId: fc.constantFrom(...places.keys()),
        }),
        { maxLength: 3 },
      ),
      groups: fc.subarray(GROUPS.map(({ id }) => id)).map((ids) => named(...ids)),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(events, (list) => {
      const doc = aDocument({
        groups: GROUPS,
        events: list.map((rest, n) => anEvent(`e${n}`, rest)),
      });
      const headline = headlineOf(doc, new Map(), places);
      for (const move of movements(doc, headline, places)) {
        expect(move.from).not.toBe(move.to);
        expect(move.from.startsWith(`${move.to}/`)).toBe(false);
        expect(move.to.startsWith(`${move.from}/`)).toBe(false);
        const derived = headline.events[move.eventId]!;
        expect(derived.modality).toBe(move.modality);
        expect(derived.places.map(({ locationId }) => locationId)).toContain(move.to);
      }
    }),
    { numRuns: 300 },
  );
});
