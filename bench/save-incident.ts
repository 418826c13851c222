import { eq } from "drizzle-orm";
import { reviseIncident } from "../db/commands/revise-incident";
import { readDocument } from "../db/read-incident";
import type { Bench } from "./measure";
import { WRITER } from "./people";
import { type Sample, sampleOf } from "./timing";

/** A word, so that the search has to learn it too. */
const MORE = " again";

const SAVED = new WeakMap<Bench["store"], string[]>();

/** Saves one of a hundred drafts with another summary, durably, as somebody who edits it does. */
export async function saveIncident({ store }: Bench): Promise<Sample> {
  const { incident } = store.t;
  const refs = SAVED.get(store) ?? (await someDrafts(store));
  SAVED.set(store, refs);
  const ref = refs.shift()!;
  refs.push(ref);
  const [row] = await store.read.select().from(incident).where(eq(incident.ref, ref));
  const before = await readDocument(store, store.read, row!);
  const summary = before.summary.endsWith(MORE)
    ? before.summary.slice(0, -MORE.length)
    : before.summary + MORE;
  const input = { ref, version: row!.version, document: { ...before, summary }, reason: "" };
  return sampleOf(() => reviseIncident(store, input, WRITER).then(() => undefined));
}

async function someDrafts(store: Bench["store"]): Promise<string[]> {
  const { incident } = store.t;
  const rows = await store.read
    .select({ ref: incident.ref })
    .from(incident)
    .where(eq(incident.reviewStatus, "draft"))
    .limit(100);
  return rows.map(({ ref }) => ref);
}
