import { emptyIncidentIndex, type IncidentIndex } from "../domain/incident-index/incident-index";
import type { SlotBits } from "../domain/incident-index/slot-bits";
import type { Turn } from "../domain/incident-index/sum-over";
import type { TextLines } from "../domain/text-lines";

/** How often entries were written and deleted in a store: what tells one state of them from another. */
export type Version = { change: number; removal: number };

/**
 * What a search found: the bits of the numbers of the entries, as of a set of slots; with `isRest` those that are not
 * found, and all others are. `change`: of what version it is; what was deleted since may still be in it.
 */
export type Searched = { numbers: SlotBits; isRest: boolean; change: number };

/**
 * The words of all sources by their references, as of a version of the entries. `later`: of those that incidents cite
 * which were written since the lines were made.
 */
export type SourceTexts = { lines: TextLines; later: Map<string, string>; version: Version };

/**
 * The index of one open store; null where it is being brought in line. `newTurn`: begins a turn of an
 * answer. `few`: of so many incidents no part of an answer takes a millisecond. `answers`: those that the version gave. `searches`: what the last searches found, each as of a version of its own.
 * `sourceTexts`: null until they are asked for; see `source-texts.ts`.
 */
export type KeptIndex = {
  index: IncidentIndex;
  version: Version | null;
  last: Promise<void>;
  newTurn: () => Turn;
  few: number;
  answers: Map<string, unknown>;
  searches: Map<string, Searched>;
  sourceTexts: Promise<SourceTexts | null>;
};

export function keepIndex(): KeptIndex {
  return {
    index: emptyIncidentIndex(),
    version: null,
    last: Promise.resolve(),
    newTurn,
    few: 10_000,
    answers: new Map(),
    searches: new Map(),
    sourceTexts: Promise.resolve(null),
  };
}

const TURN_MS = 16;

/** It is over once so long was summed, and twice as long as all else took: that has to be done anew in the next. */
function newTurn(): Turn {
  const start = performance.now();
  let began = start;
  let summed = 0;
  return {
    begins() {
      began = performance.now();
    },
    isOver() {
      const now = performance.now();
      summed += now - began;
      return summed >= Math.max(TURN_MS, 2 * (now - start - summed));
    },
  };
}
