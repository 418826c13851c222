import type { Claim, IncidentDocument } from "../incident";
import type { Modality } from "../vocabulary";
import type { Chance } from "./chance";
import { fill } from "./phrases";
import { syntheticCount } from "./synthetic-count";
import { exactDate, syntheticDate } from "./synthetic-date";
import type { SyntheticPlace, SyntheticPlaces } from "./synthetic-places";
import type { SyntheticSource } from "./synthetic-source";
import { PHRASES, syntheticWords } from "./synthetic-words";

/** What the claims of an incident are about, as it truly was. */
type Truth = { people: number; began: string; place: SyntheticPlace };

const HOW_MANY = [
  [0, 4],
  [1, 24],
  [2, 42],
  [3, 22],
  [4, 8],
] as const;

/**
 * About two claims, now and then none: what the sources say of how many there were, where, when and what became of
 * them, mostly in agreement. Each quotes its source in the source's language.
 */
export function syntheticClaims(
  chance: Chance,
  { groups, events }: Pick<IncidentDocument, "groups" | "events">,
  truth: Truth,
  sources: readonly SyntheticSource[],
  places: SyntheticPlaces,
): Claim[] {
  const first = chance.below(sources.length);
  return Array.from({ length: chance.weighted(HOW_MANY) }, (_, n) => {
    // The second claim is mostly another source's.
    const source = sources[(first + (n > 0 && chance.happens(75) ? n : 0)) % sources.length]!;
    const { language } = source;
    const phrases = PHRASES[language];
    const differs = n > 0 && chance.happens(18);
    const people = differs ? truth.people + chance.between(1, 4) : truth.people;
    const count = syntheticCount(chance, people);
    const words = syntheticWords(chance, { ...groups[0]!, count }, truth.place, places, language);
    const quotes = chance.happens(60);
    return {
      ...nothing(chance),
      sourceId: source.id,
      ...value(),
      statement: quotes ? "" : fill(chance.pick(phrases.statements), words),
      quote: quotes ? fill(chance.pick(phrases.quotes), words) : "",
      locator: fill(chance.pick(phrases.locators), words),
    };

    function value(): Partial<Claim> {
      const [opening, last] = [events[0]!, events.at(-1)!];
      const kind = chance.weighted(KINDS[Math.min(n, 1)]!);
      switch (kind) {
        case "count":
          return { field: kind, groupId: groups[0]!.id, count };
        case "count at event":
          return { field: "count", groupId: groups[0]!.id, eventId: opening.id, count };
        case "date": {
          const date = syntheticDate(chance, truth.began, language);
          return {
            field: kind,
            eventId: opening.id,
            date: date ?? exactDate(truth.began, language),
          };
        }
        case "place": {
          const near = differs ? places.nearby(chance, truth.place) : truth.place;
          return { field: kind, eventId: opening.id, place: { role: "at", locationId: near.id } };
        }
        case "modality":
          return { field: kind, eventId: last.id, modality: said(chance, last.modality) };
        case "status":
          return { field: kind, groupId: groups[0]!.id, status: chance.pick(["held", "deported"]) };
        case "statement":
          return { field: kind };
      }
    }
  });
}

const KINDS = [
  [
    ["count", 55],
    ["date", 15],
    ["place", 15],
    ["modality", 10],
    ["statement", 5],
  ],
  [
    ["count", 28],
    ["count at event", 4],
    ["date", 22],
    ["place", 18],
    ["modality", 14],
    ["status", 4],
    ["statement", 10],
  ],
] as const;

function said(chance: Chance, modality: Modality): Modality {
  if (chance.happens(80)) return modality;
  return chance.pick(["reported", "unconfirmed", "anticipated", "denied"]);
}

function nothing(chance: Chance): Claim {
  return {
    id: chance.hex(12),
    sourceId: "",
    groupId: null,
    eventId: null,
    field: "statement",
    count: null,
    date: null,
    place: null,
    modality: null,
    status: null,
    scope: chance.weighted([
      ["whole", 84],
      ["unknown", 11],
      ["part", 5],
    ] as const),
    scopeText: "",
    statement: "",
    quote: "",
    locator: "",
    credibility: chance.happens(35) ? null : chance.pick([1, 2, 2, 3, 3, 3, 4, 5, 6] as const),
    assessment: chance.weighted([
      ["accepted", 80],
      ["work_needed", 10],
      ["conflict", 6],
      ["rejected", 4],
    ] as const),
    acknowledged: chance.happens(3),
  };
}
