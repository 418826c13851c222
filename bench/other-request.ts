import { setTimeout } from "node:timers/promises";
import { getIncident } from "../db/queries/get-incident";
import { warmIndex } from "../db/warm-index";
import type { Bench } from "./measure";
import { READER } from "./people";
import type { Sample } from "./timing";

const PAUSE_MS = 5;

const REFS = new WeakMap<Bench["store"], string[]>();

/**
 * Somebody's small request while the program does something else: one incident, asked for at a given moment, from
 * which it is timed. What it waits for before anybody even looks at it counts too.
 */
export async function otherRequest({ store }: Bench): Promise<Sample> {
  const refs = REFS.get(store) ?? (await someIncidents(store));
  REFS.set(store, refs);
  const ref = refs.shift()!;
  refs.push(ref);
  const due = performance.now() + PAUSE_MS;
  await setTimeout(PAUSE_MS);
  await getIncident(store, READER, ref);
  return { value: performance.now() - due };
}

async function someIncidents(store: Bench["store"]): Promise<string[]> {
  // Building the index is a measure of its own.
  await warmIndex(store);
  const { incident } = store.t;
  const rows = await store.read.select({ ref: incident.ref }).from(incident).limit(500);
  return rows.map(({ ref }) => ref);
}
