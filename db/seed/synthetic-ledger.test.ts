import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { checkIncident } from "../../domain/check-incident";
import { incidentDocumentSchema } from "../../domain/incident";
import { incidentTexts, sourceTexts } from "../../domain/personal-data/free-texts";
import { personalDataIn } from "../../domain/personal-data/personal-data-in";
import { statusAfter } from "../../domain/review";
import { sourceSchema } from "../../domain/source";
import { PLACE_WEIGHTS } from "../../domain/synthetic/place-weights";
import { blocksOf, syntheticBlock } from "../../domain/synthetic/synthetic-block";
import { syntheticPlaces } from "../../domain/synthetic/synthetic-places";
import type { ReviewStatus } from "../../domain/vocabulary";
import { knownPlaceNames } from "../gazetteer/known-place-names";
import { readGazetteer } from "../gazetteer/read-gazetteer";

const gazetteer = readGazetteer();
const places = syntheticPlaces(gazetteer);

function aLedger(seed: number, incidents: number) {
  const blocks = Array.from({ length: blocksOf(incidents) }, (_, number) =>
    syntheticBlock({ seed, incidents }, number, places),
  );
  return {
    incidents: blocks.flatMap((block) => block.incidents),
    sources: blocks.flatMap((block) => block.sources),
  };
}

/** How many there are of each, as a share of all. */
function shares<T>(values: T[]): Map<T, number> {
  const found = new Map<T, number>();
  for (const value of values) found.set(value, (found.get(value) ?? 0) + 1 / values.length);
  return found;
}

const ledger = aLedger(1, 6000);
const documents = ledger.incidents.map(({ document }) => document);

describe("a synthetic ledger", () => {
  it("is the same for the same seed and number, and another for another seed", () => {
    const again = syntheticBlock({ seed: 1, incidents: 6000 }, 299, places);
    expect(again.incidents).toEqual(ledger.incidents.slice(5980));
    expect(again.sources).toEqual(ledger.sources.slice(1196));
    const other = syntheticBlock({ seed: 2, incidents: 6000 }, 299, places);
    expect(other.incidents[0]!.ref).not.toBe(again.incidents[0]!.ref);
    expect(other.incidents[0]!.document).not.toEqual(again.incidents[0]!.document);
  });

  it("has as many incidents as are asked for, a source for every five, and no id or reference twice", () => {
    for (const count of [1, 19, 20, 21, 43]) {
      const { incidents, sources } = aLedger(1, count);
      expect(incidents.length).toBe(count);
      expect(sources.length).toBe(Math.ceil(count / 5));
    }
    const { incidents, sources } = ledger;
    const all = [...incidents, ...sources.map(({ source }) => source)];
    expect(new Set(all.map(({ id }) => id)).size).toBe(7200);
    expect(new Set(all.map(({ ref }) => ref)).size).toBe(7200);
  });

  it("passes every check that a person's entry must pass", () => {
    for (const { document } of ledger.incidents) {
      const parsed = incidentDocumentSchema.parse(document);
      expect(isDeepStrictEqual(parsed, document)).toBe(true);
      expect(checkIncident(document)).toEqual([]);
    }
    for (const { source } of ledger.sources) {
      const { id: _id, ref: _ref, ...fields } = source;
      expect(isDeepStrictEqual(sourceSchema.parse(fields), fields)).toBe(true);
    }
  });

  it("holds nothing that the personal-data guard would mark", () => {
    const notNames = knownPlaceNames();
    const texts = [1, 2, 3].flatMap((seed) => {
      const { incidents, sources } = aLedger(seed, 300);
      return [
        ...incidents.flatMap(({ document }) => incidentTexts(document)),
        ...sources.flatMap(({ source }) => sourceTexts(source)),
      ];
    });
    const once = [...new Map(texts.map((text) => [text.text, text])).values()];
    expect(personalDataIn(once, { notNames })).toEqual([]);
  });

  it("names only places of the gazetteer, all 34 provinces of China among them, the border ones most", () => {
    expect(PLACE_WEIGHTS.filter(([id]) => id.startsWith("CN-")).length).toBe(34);
    const ids = new Set(gazetteer.map(({ id }) => id));
    const named = documents.flatMap(({ events }) =>
      events.flatMap((event) => event.places.map(({ locationId }) => locationId)),
    );
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const began = shares(
      documents.map(({ events }) => events[0]!.places[0]!.locationId.slice(0, 5)),
    );
    const provinces = [...began.keys()].filter((id) => /^CN-/.test(id));
    expect(provinces.length).toBeGreaterThan(31);
    const border = ["CN-JL", "CN-LN", "CN-YN", "CN-GX"].map((id) => began.get(id)!);
    expect(Math.min(...border)).toBeGreaterThan(0.05);
    expect(border.reduce((sum, share) => sum + share)).toBeGreaterThan(0.45);
    const countries = shares(
      documents.map(({ events }) => events[0]!.places[0]!.locationId.slice(0, 2)),
    );
    expect(countries.get("CN")).toBeGreaterThan(0.7);
    for (const country of ["TH", "LA", "VN", "MM", "RU", "KP"])
      expect(countries.get(country)).toBeGreaterThan(0.005);
  });

  it("is written in three languages", () => {
    const script = (text: string): "en" | "ko" | "zh" =>
      /\p{Script=Hangul}/u.test(text) ? "ko" : /\p{Script=Han}/u.test(text) ? "zh" : "en";
    const written = shares(documents.map(({ title }) => script(title)));
    for (const language of ["en", "ko", "zh"] as const)
      expect(written.get(language)).toBeGreaterThan(0.18);
    const publishers = shares(ledger.sources.map(({ source }) => source.language));
    expect([...publishers.keys()].sort()).toEqual(["en", "ko", "zh"]);
  });

  it("has two to four events, one to four groups and about two claims an incident", () => {
    const counts = (of: "events" | "groups" | "claims") =>
      documents.map((document) => document[of].length);
    const mean = (numbers: number[]) => numbers.reduce((sum, n) => sum + n) / numbers.length;
    expect([Math.min(...counts("events")), Math.max(...counts("events"))]).toEqual([2, 4]);
    expect([Math.min(...counts("groups")), Math.max(...counts("groups"))]).toEqual([1, 4]);
    expect([Math.min(...counts("claims")), Math.max(...counts("claims"))]).toEqual([0, 4]);
    expect(mean(counts("claims"))).toBeGreaterThan(1.9);
    expect(mean(counts("claims"))).toBeLessThan(2.2);
    const groups = documents.flatMap((document) => document.groups);
    expect(groups.some(({ partOf }) => partOf !== null)).toBe(true);
    expect(groups.some(({ unit }) => unit === "family")).toBe(true);
    expect(groups.some(({ role }) => role === "helper")).toBe(true);
  });

  it("has events of every modality and dates of every precision, open ones and unknown ones", () => {
    const events = documents.flatMap((document) => document.events);
    expect(new Set(events.map(({ modality }) => modality)).size).toBe(4);
    const dates = events.map(({ date }) => date);
    expect(shares(dates).get(null)).toBeGreaterThan(0.05);
    const known = dates.filter((date) => date !== null);
    expect(new Set(known.map(({ precision }) => precision))).toEqual(
      new Set([1, 2, 3, 4, 5, null]),
    );
    expect(known.some(({ earliest, latest }) => earliest === null && latest !== null)).toBe(true);
    expect(known.some(({ earliest, latest }) => earliest !== null && latest === null)).toBe(true);
    expect(known.some(({ kind }) => kind === "span")).toBe(true);
  });

  it("has copied and restricted sources, which are there before what cites them", () => {
    const sources = new Map(ledger.sources.map(({ source, at }) => [source.id, { source, at }]));
    const all = ledger.sources.map(({ source }) => source);
    expect(all.filter(({ derivedFrom }) => derivedFrom.length > 0).length).toBeGreaterThan(60);
    expect(all.filter(({ access }) => access === "restricted").length).toBeGreaterThan(90);
    for (const { at, document } of ledger.incidents)
      for (const { sourceId } of document.claims)
        expect(sources.get(sourceId)!.at).toBeLessThanOrEqual(at);
  });

  it("has taken every incident through steps that its review allows, one after the other", () => {
    const status = ledger.incidents.map(({ steps }) =>
      steps.reduce<ReviewStatus>((before, { step }) => statusAfter(before, step)!, "draft"),
    );
    const found = shares(status);
    expect([...found.keys()].sort()).toEqual(
      ["disputed", "draft", "in_review", "retracted", "verified"].sort(),
    );
    expect(found.get("verified")).toBeGreaterThan(0.5);
    const instants = ledger.incidents.flatMap(({ at, steps }) => [at, ...steps.map((s) => s.at)]);
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });
});
