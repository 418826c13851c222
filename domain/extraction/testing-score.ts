import type { CountRange } from "../count-range";
import type { Draft } from "./drafts";

/** What a coder took from a story, as far as it is scored. `date`: accepted bounds "earliest..latest"; [] = none told. */
export type GoldIncident = {
  type: string;
  date: string[];
  provinces: string[];
  nationalities: string[];
  counts: Partial<CountRange>[];
  /** The sentence it rests on, or the beginning of it. */
  sentence: string;
  /** Further sentences that tell of it. */
  further?: string[];
};

/** `background`: sentences, or their beginnings, of which nothing may be drafted. */
export type GoldStory = {
  name: string;
  published: string;
  text: string;
  gold: GoldIncident[];
  background?: string[];
};

type Tally = { hit: number; gold: number; drafted: number };

/**
 * How well drafts agree with the records, by the rules of the field texts' scorer.
 * 1. A draft is paired with the record it shares a sentence and most facts with, each once.
 * 2. Facts are type, date bounds, provinces, nationalities and counts of top-level groups of persons.
 * 3. An exact bound must be met; a bound the record leaves open may be anything.
 */
export function scoreDrafts(stories: { gold: GoldIncident[]; drafts: readonly Draft[] }[]): {
  incidents: number;
  facts: number;
} {
  const incidents: Tally = { hit: 0, gold: 0, drafted: 0 };
  const facts: Tally = { hit: 0, gold: 0, drafted: 0 };
  for (const { gold, drafts } of stories) {
    const G = gold.map(goldFacts);
    const P = drafts.map(draftFacts);
    const pairs = G.flatMap((g, a) =>
      P.map((p, b) => {
        const { sentence, further = [] } = gold[a]!;
        const shared = restsOn(drafts[b]!, [sentence, ...further]);
        return { a, b, hit: hits(g, p), shared, score: (shared ? 2 : 0) + hits(g, p) };
      }).filter(({ b, shared, score }) => score >= 2 && (shared || g.type === P[b]!.type)),
    ).sort((x, y) => y.score - x.score);
    const [usedA, usedB] = [new Set<number>(), new Set<number>()];
    for (const { a, b, hit } of pairs) {
      if (usedA.has(a) || usedB.has(b)) continue;
      usedA.add(a);
      usedB.add(b);
      incidents.hit++;
      facts.hit += hit;
    }
    incidents.gold += G.length;
    incidents.drafted += P.length;
    facts.gold += G.reduce((sum, each) => sum + sizeOf(each), 0);
    facts.drafted += P.reduce((sum, each) => sum + sizeOf(each), 0);
  }
  return { incidents: f1(incidents), facts: f1(facts) };
}

/** True when a draft rests on one of the sentences. */
export function restsOn({ evidence }: Pick<Draft, "evidence">, sentences: string[]): boolean {
  return evidence.some(({ quote }) =>
    sentences.some((sentence) => quote.includes(sentence) || sentence.includes(quote)),
  );
}

type Facts = Omit<GoldIncident, "sentence" | "further">;

function goldFacts({ sentence: _, further: __, ...facts }: GoldIncident): Facts {
  return facts;
}

function draftFacts({ event_type, date, places, groups }: Draft): Facts {
  const whole = groups.filter(({ part_of, unit }) => part_of === null && unit === "person");
  return {
    type: event_type,
    date:
      date && (date.earliest || date.latest)
        ? [`${date.earliest ?? ""}..${date.latest ?? ""}`]
        : [],
    provinces: [...new Set(places.flatMap(({ subdivision }) => subdivision ?? []))],
    nationalities: [...new Set(whole.flatMap(({ nationality }) => nationality ?? []))],
    counts: whole
      .map(({ count }) => count)
      .filter(({ low, best, high }) => low !== null || best !== null || high !== null),
  };
}

function sizeOf({ date, provinces, nationalities, counts }: Facts): number {
  return 1 + (date.length > 0 ? 1 : 0) + provinces.length + nationalities.length + counts.length;
}

function hits(gold: Facts, draft: Facts): number {
  const shared = (a: string[], b: string[]) => a.filter((each) => b.includes(each)).length;
  const left = [...draft.counts];
  let same = 0;
  for (const count of gold.counts) {
    const at = left.findIndex((other) => sameCount(count, other));
    if (at < 0) continue;
    left.splice(at, 1);
    same++;
  }
  return (
    (gold.type === draft.type ? 1 : 0) +
    (draft.date[0] !== undefined && gold.date.includes(draft.date[0]) ? 1 : 0) +
    shared(gold.provinces, draft.provinces) +
    shared(gold.nationalities, draft.nationalities) +
    same
  );
}

function sameCount(gold: Partial<CountRange>, draft: Partial<CountRange>): boolean {
  const [gl, gb, gh] = [gold.low ?? null, gold.best ?? null, gold.high ?? null];
  const [pl, pb, ph] = [draft.low ?? null, draft.best ?? null, draft.high ?? null];
  return (
    (pb ?? pl ?? ph) === (gb ?? gl ?? gh) &&
    (gl === null || gl === gb || pl === gl) &&
    (gh === null || gh === gb || ph === gh)
  );
}

function f1({ hit, gold, drafted }: Tally): number {
  return gold + drafted === 0 ? 1 : (2 * hit) / (gold + drafted);
}
