import type { Actor } from "../domain/actor";
import type { IncidentDocument } from "../domain/incident";
import { aClaim, aDocument, aGroup, anEvent } from "../domain/testing-documents";
import { EVENT_TYPES, MODALITIES, RELIABILITIES, ROLES } from "../domain/vocabulary";
import type { Clock } from "./clock";
import { addSource } from "./commands/add-source";
import { logIncident } from "./commands/log-incident";
import type { Store } from "./store";
import { aWrittenSource } from "./testing-tables";

/**
 * Logs so many incidents of every kind, the same ones on every call and engine, references included.
 * Needs the gazetteer. Returns the references of their sources.
 */
export async function logManyIncidents(
  store: Store,
  actor: Actor,
  count: number,
): Promise<{ sources: string[] }> {
  const chance = sequence(20140715);
  const clock: Clock = {
    now: () => Date.UTC(2026, 0, 1) + chance(1_000_000),
    randomBytes: (length) => Uint8Array.from({ length }, () => chance(256)),
  };
  const sources: { id: string; ref: string }[] = [];
  for (let n = 0; n < 5; n++) {
    const publisher = `Publisher ${n % 4}`;
    const reliability = RELIABILITIES[n]!;
    const derivedFrom = n === 4 ? [sources[0]!.id] : [];
    const source = aWrittenSource({ publisher, reliability, derivedFrom, title: `Report ${n}` });
    sources.push(await addSource(store, { source }, actor, clock));
  }
  for (let n = 0; n < count; n++) {
    const document = anyDocument(
      chance,
      sources.map(({ id }) => id),
    );
    await logIncident(store, { document }, actor, clock);
  }
  return { sources: sources.map(({ ref }) => ref) };
}

/** Whole numbers from 0 to below `limit`, the same ones after the same start (a linear congruence). */
export function sequence(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

export type Chance = ReturnType<typeof sequence>;

const PLACES = ["CN-YN", "CN-YN/kunming", "CN-SD", "CN-JL/tumen", "CN-LN", "LA", "KP", "CN"];
const TITLES = [
  "Arrests near the border",
  "체포된 가족",
  "图们的拘留",
  "=1+1",
  "Émigrés held",
  "Two, three",
];
const PLACE_ROLES = ["at", "from", "to"] as const;

/** A document of any kind that cites some of the sources. */
export function anyDocument(chance: Chance, sourceIds: string[]): IncidentDocument {
  const pick = <T>(list: readonly T[]) => list[chance(list.length)]!;
  const some = (most: number) => Array.from({ length: chance(most + 1) }, (_, n) => n);
  const groups = some(3).map((n) =>
    aGroup(`g${n}`, {
      role: pick(ROLES),
      nationality: pick([null, "KP", "CN", "KR"]),
      unit: pick(["person", "person", "family"]),
      count: anyCount(chance),
    }),
  );
  const events = some(3).map((n) =>
    anEvent(`e${n}`, {
      type: pick(EVENT_TYPES),
      modality: pick([...MODALITIES, "reported"]),
      date: anyDate(chance),
      places: [...new Set(some(2).map(() => pick(PLACES)))].map((locationId) => ({
        role: pick(PLACE_ROLES),
        locationId,
      })),
    }),
  );
  const claims = some(3).map((n) => aClaim(`c${n}`, pick(sourceIds), anyClaim(chance, groups)));
  return aDocument({
    title: pick(TITLES),
    summary: pick(["", "From 도문 to Tumen.", "100% of them\nwere released."]),
    groups,
    events,
    claims,
  });
}

function anyClaim(chance: Chance, groups: { id: string }[]) {
  const assessment = chance(4) === 0 ? ("rejected" as const) : ("accepted" as const);
  const group = groups[0];
  return group && chance(2) === 0
    ? { assessment, field: "count" as const, groupId: group.id, count: anyCount(chance) }
    : { assessment, statement: "So it says." };
}

function anyCount(chance: Chance) {
  const low = chance(30);
  const best = low + chance(5);
  const high = best + chance(5);
  // Bit by bit, which of the three is known; all of them more often than not.
  const known = Math.min(7, chance(20));
  return {
    low: known & 1 ? low : null,
    best: known & 2 ? best : null,
    high: known & 4 ? high : null,
  };
}

function anyDate(chance: Chance) {
  if (chance(5) === 0) return null;
  const day = (n: number) => new Date(Date.UTC(2013, 0, 1 + n)).toISOString().slice(0, 10);
  const first = chance(730);
  const known = chance(6);
  return {
    text: "then",
    earliest: known === 0 ? null : day(first),
    latest: known === 1 ? null : day(first + chance(2) * chance(60)),
    kind: "within" as const,
    basis: "stated" as const,
    precision: null,
  };
}
