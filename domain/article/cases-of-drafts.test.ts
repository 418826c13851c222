import { expect, it } from "vitest";
import type { Draft, DraftEvent, DraftGroup, DraftPlace } from "../extraction/drafts";
import type { Evidences } from "../extraction/evidence-of";
import { type NamedPlace, placeIndex } from "../import/place-index";
import { articleCasesSchema } from "./article-case";
import { casesOfDrafts } from "./cases-of-drafts";

const place = (id: string, parentId: string | null, nameEn: string): NamedPlace => ({
  ...{ id, parentId, nameEn, kind: "locality", countryId: "CN", provinceId: null },
  ...{ nameKo: null, nameZh: null, aliases: [] },
});
const places = placeIndex([
  place("CN", null, "China"),
  place("CN-YN", "CN", "Yunnan"),
  place("CN-YN/kunming", "CN-YN", "Kunming"),
  place("CN-JL", "CN", "Jilin"),
  place("CN-JL/tumen", "CN-JL", "Tumen"),
]);

// Only the reader makes evidence, from the text it reads.
const words = (start: number, end: number) => [{ start, end, quote: "" }] as unknown as Evidences;
const at = (role: DraftPlace["role"], over: Partial<DraftPlace> = {}): DraftPlace => ({
  ...{ role, country: "CN", subdivision: null, locality: null, facility: null, doubts: [] },
  evidence: words(10, 15),
  ...over,
});
const group = (id: string, best: number, over: Partial<DraftGroup> = {}): DraftGroup => ({
  ...{ id, role: "seeking_refuge", nationality: "KP", unit: "person", part_of: null },
  count: { low: best, best, high: best },
  ...{ age_band: null, sex: null, circumstances: [], doubts: [], evidence: words(1, 5) },
  ...over,
});
const draft = (over: Partial<Draft> = {}): Draft => ({
  ...{ event_type: "arrest", modality: "reported", date: null, places: [], groups: [] },
  ...{ sources: [], events: [], doubts: [], evidence: words(0, 40) },
  ...over,
});
const cases = (...drafts: Draft[]) => casesOfDrafts(drafts, places, () => "A title");
const only = (one: Draft) => cases(one)[0]!;
const placesOf = (one: Draft) =>
  only(one).events.map(({ places }) => places.map(({ role, name }) => `${role} ${name}`));

it("makes a case that can be kept of each draft, with the words each fact rests on", () => {
  const made = cases(
    draft({
      groups: [group("a", 20), group("b", 4, { part_of: "a", unit: "family" })],
      sources: [{ name: "an aid group", evidence: words(30, 38) }],
      doubts: ["is_tally"],
    }),
    draft(),
  );
  expect(articleCasesSchema.safeParse(made).success).toBe(true);
  expect(made.map(({ key, title, isTaken }) => [key, title, isTaken])).toEqual([
    ["c1", "A title", true],
    ["c2", "A title", true],
  ]);
  expect(made[0]).toMatchObject({
    spans: [{ start: 0, end: 40 }],
    doubts: ["is_tally"],
    groups: [
      { key: "g1", count: "20", partOf: "", spans: [{ start: 1, end: 5 }] },
      { key: "g2", count: "4", partOf: "g1", unit: "family" },
    ],
    speakers: [{ key: "s1", name: "an aid group", spans: [{ start: 30, end: 38 }] }],
  });
  expect(made[0]!.events[0]!.groups).toEqual(["g1"]);
});

it("takes a risk of deportation for an anticipated deportation, and its expected places for that one's", () => {
  const risk = draft({ event_type: "at_risk", places: [at("expected_to", { country: "CN" })] });
  expect(only(risk).events).toMatchObject([
    { type: "deportation", modality: "anticipated", places: [{ role: "to", name: "China" }] },
  ]);
  const denied = draft({ event_type: "at_risk", modality: "denied" });
  expect(only(denied).events[0]!.modality).toBe("denied");
});

it("puts places that are only expected to a transfer that is anticipated, not to what happened", () => {
  const tumen = at("expected_to", { subdivision: "CN-JL", locality: "Tumen" });
  const arrested = at("arrest", { subdivision: "CN-YN" });
  const helpers = [group("a", 20), group("b", 6, { role: "helper" })];
  const one = only(draft({ places: [arrested, tumen], groups: helpers }));
  expect(one.events.map(({ type, modality, groups }) => [type, modality, groups])).toEqual([
    ["arrest", "reported", ["g1", "g2"]],
    ["transfer", "anticipated", ["g1"]],
  ]);
  expect(placesOf(draft({ places: [arrested, tumen] }))).toEqual([
    ["at Yunnan, China"],
    ["to Tumen, Jilin, China"],
  ]);
  const told: DraftEvent = {
    ...{ event_type: "transfer", modality: "anticipated", date: null, doubts: [] },
    ...{ places: [tumen], evidence: words(20, 30) },
  };
  expect(placesOf(draft({ places: [arrested, tumen], events: [told] }))).toEqual([
    ["at Yunnan, China"],
    ["to Tumen, Jilin, China"],
  ]);
});

it("leaves out a place in which another of the same role lies, and one that is named twice", () => {
  const kunming = at("arrest", { subdivision: "CN-YN", locality: "Kunming" });
  const around = [at("arrest"), at("held", { subdivision: "CN-YN" }), kunming, kunming];
  expect(placesOf(draft({ places: around }))).toEqual([["at Kunming, Yunnan, China"]]);
  expect(placesOf(draft({ places: [at("from"), kunming] }))).toEqual([
    ["from China", "at Kunming, Yunnan, China"],
  ]);
});

it("has a town that the ledger lacks added under its province, and a facility there be that town", () => {
  const known = { subdivision: "CN-YN", locality: "Newtown", facility: "prison" };
  expect(only(draft({ places: [at("held", known)] })).events[0]!.places).toMatchObject([
    { role: "at", name: "Newtown", under: "Yunnan, China" },
  ]);
  const centre = { subdivision: "CN-JL", locality: "Tumen", facility: "detention center" };
  expect(only(draft({ places: [at("held", centre)] })).events[0]!.places).toMatchObject([
    { name: "Tumen, Jilin, China", under: "" },
  ]);
  const nowhere = { country: "XX", locality: "Newtown" };
  expect(only(draft({ places: [at("held", nowhere)] })).events[0]!.places).toMatchObject([
    { name: "Newtown", under: "" },
  ]);
});

it("keeps the words of a date, and what they mean where that is known", () => {
  const date = {
    ...{ text: "last week", kind: "within", basis: "derived", unresolved: false },
    ...{ earliest: "2014-07-14", latest: "2014-07-20", evidence: words(20, 29) },
  } as NonNullable<Draft["date"]>;
  expect(only(draft({ date })).events[0]).toMatchObject({
    date: "last week",
    read: { text: "last week", earliest: "2014-07-14", latest: "2014-07-20" },
    dateSpans: [{ start: 20, end: 29 }],
  });
  const unknown = { ...date, earliest: null, latest: null, unresolved: true };
  expect(only(draft({ date: unknown })).events[0]).toMatchObject({ date: "last week", read: null });
});

it("makes cases that can be kept however much a draft has", () => {
  const many = draft({
    groups: Array.from({ length: 90 }, (_, n) => group(`x${n}`, n)),
    places: Array.from({ length: 40 }, (_, n) => at("held", { locality: `Town ${n}` })),
    sources: Array.from({ length: 40 }, () => ({ name: "x".repeat(900), evidence: words(0, 1) })),
  });
  const made = casesOfDrafts(
    Array.from({ length: 120 }, () => many),
    places,
    () => "y".repeat(900),
  );
  expect(made).toHaveLength(100);
  expect(articleCasesSchema.safeParse(made).error?.issues).toBeUndefined();
});
