import { setTimeout } from "node:timers/promises";
import { getIncident } from "../db/queries/get-incident";
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
  const { incident } = store.t;
  const refs =
    REFS.get(store) ??
    (await store.read.select({ ref: incident.ref }).from(incident).limit(500)).map(
      ({ ref }) => ref,
    );
  REFS.set(store, refs);
  const ref = refs.shift()!;
  refs.push(ref);
  const due = performance.now() + PAUSE_MS;
  await setTimeout(PAUSE_MS);
  await getIncident(store, READER, ref);
  return { value: performance.now() - due };
}
