import type { IncidentDocument } from "../incident";
import { addDays } from "../partial-date";
import type { ReviewStep } from "../review";
import { type Chance, chanceOf } from "./chance";
import { syntheticDocument } from "./synthetic-document";
import type { SyntheticPlaces } from "./synthetic-places";
import { syntheticReference } from "./synthetic-reference";
import { syntheticReview } from "./synthetic-review";
import { type SyntheticSource, syntheticSource } from "./synthetic-source";

/** `at`: milliseconds since 1970, as everywhere; they grow through a block, and from block to block. */
export type SyntheticIncident = {
  id: string;
  ref: string;
  at: number;
  document: IncidentDocument;
  steps: { step: ReviewStep; at: number }[];
};

/** Incidents that were logged one after the other, with the sources added for them; they cite no others. */
export type SyntheticBlock = {
  sources: { source: SyntheticSource; at: number }[];
  incidents: SyntheticIncident[];
};

/** How many a ledger can hold, so that no reference comes twice. */
export const MAX_INCIDENTS = 2_000_000;

const INCIDENTS = 20;
const SOURCES = INCIDENTS / 5;
/** When the first was logged, and the last before. */
const [FIRST, LAST] = [Date.UTC(2015, 0, 5), Date.UTC(2026, 5, 30)];

/** How many blocks a ledger of so many incidents has. */
export function blocksOf(incidents: number): number {
  return Math.ceil(incidents / INCIDENTS);
}

/**
 * One block of a synthetic ledger, `number` from 0: the same for the same seed (0..2³²-1), number of incidents and
 * gazetteer, whatever was made before it. A ledger has a source for every five incidents.
 */
export function syntheticBlock(
  { seed, incidents: total }: { seed: number; incidents: number },
  number: number,
  places: SyntheticPlaces,
): SyntheticBlock {
  const chance = chanceOf(seed, 1, number);
  const incidents = Math.min(INCIDENTS, total - number * INCIDENTS);
  const sources = Math.ceil(incidents / 5);
  const length = (LAST - FIRST) / blocksOf(total);
  const begins = FIRST + number * length;
  const nextAt = instants(chance, begins, length, sources + incidents * 4);

  const lag = anyLag(chance);
  const told = addDays(new Date(begins).toISOString().slice(0, 10), -lag);
  const added: SyntheticBlock["sources"] = [];
  for (let n = 0; n < sources; n++) {
    const story = { seed, n: number * SOURCES + n, told, withinDays: Math.min(lag, 25) };
    const earlier = added.map(({ source }) => source);
    added.push({ source: syntheticSource(chance, story, earlier, places), at: nextAt() });
  }
  const cited = added.map(({ source }) => source);
  return {
    sources: added,
    incidents: Array.from({ length: incidents }, (_, n) => {
      const own = chanceOf(seed, 2, number * INCIDENTS + n);
      const began = addDays(told, -anyDuration(own));
      return {
        id: own.hex(12),
        ref: syntheticReference("INC", seed, number * INCIDENTS + n),
        at: nextAt(),
        document: syntheticDocument(own, { began, told }, cited, places),
        steps: syntheticReview(own).map((step) => ({ step, at: nextAt() })),
      };
    }),
  };
}

/** Growing instants within a stretch of `length` milliseconds, at most `most` of them. */
function instants(chance: Chance, begins: number, length: number, most: number): () => number {
  let n = 0;
  return () => Math.floor(begins + ((n++ + chance.below(1000) / 1000) * length) / most);
}

/** Days between what happened and when it was logged: mostly weeks, often years. */
function anyLag(chance: Chance): number {
  return chance.weighted([
    [chance.between(1, 45), 60],
    [chance.between(46, 700), 22],
    [Math.floor((chance.below(1000) / 1000) ** 2 * 5000) + 700, 18],
  ]);
}

/** Days between the beginning of a story and when it was told. */
function anyDuration(chance: Chance): number {
  return chance.weighted([
    [chance.between(0, 6), 30],
    [chance.between(7, 60), 50],
    [chance.between(61, 1500), 20],
  ]);
}
