import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import type { Db, Store } from "./store";

/** Who logs the sample cases; what the log says of them tells them apart from everybody else's. */
export const SAMPLE_WRITER: Actor = { id: "sample", role: "admin", from: "ledger seed" };
/** Nobody verifies what they wrote, not even a sample. */
export const SAMPLE_REVIEWER: Actor = {
  id: "sample_reviewer",
  role: "reviewer",
  from: "ledger seed",
};

/** Where the ledger's state keeps the references of its sample cases, as a JSON list; empty once they were removed. */
const SAMPLE_KEY = "sample_cases";

/** True where there is no incident, and where there never were samples that somebody removed. */
export async function wantsSamples({ t }: Pick<Store, "t">, db: Db): Promise<boolean> {
  const some = await db.select({ id: t.incident.id }).from(t.incident).limit(1);
  return some.length === 0 && (await readSampleRefs({ t }, db)) === null;
}

/** The references of the sample cases; null where there never were any. */
export async function readSampleRefs(
  { t: { ledgerState } }: Pick<Store, "t">,
  db: Db,
): Promise<string[] | null> {
  const [row] = await db
    .select({ value: ledgerState.value })
    .from(ledgerState)
    .where(eq(ledgerState.key, SAMPLE_KEY));
  return row ? (JSON.parse(row.value) as string[]) : null;
}

/** Writes which incidents are samples. */
export async function writeSampleRefs(
  store: Store,
  db: Db,
  refs: readonly string[],
): Promise<void> {
  const { ledgerState } = store.t;
  const value = JSON.stringify(refs);
  await db
    .insert(ledgerState)
    .values({ key: SAMPLE_KEY, value })
    .onConflictDoUpdate({ target: ledgerState.key, set: { value } });
}

type Named = { id: string; ref: string; title: string };

/** The sample cases and the sources that came with them; `staying`: sources that others have come to need. */
export type Samples = { incidents: Named[]; sources: Named[]; staying: Named[] };

/**
 * What is there of the sample data. A source of it stays where a claim or a verified version of an incident that is no
 * sample names it, or where a source that stays copies it.
 */
export async function readSamples(store: Store, db: Db): Promise<Samples> {
  const { claim, incident, revision, source, sourceDerivation, verifiedVersion } = store.t;
  const refs = (await readSampleRefs(store, db)) ?? [];
  // Once they were removed, only sources that others need are left, and those are no samples any more.
  if (refs.length === 0) return { incidents: [], sources: [], staying: [] };
  const incidents = await db
    .select({ id: incident.id, ref: incident.ref, title: incident.title })
    .from(incident)
    .where(inArray(incident.ref, refs))
    .orderBy(incident.ref);
  const samples = new Set(incidents.map(({ id }) => id));
  const all = await db
    .select({ id: source.id, ref: source.ref, title: source.title })
    .from(source)
    .innerJoin(
      revision,
      and(
        eq(revision.entity, "source"),
        eq(revision.entityId, source.id),
        eq(revision.action, "add"),
        eq(revision.actor, SAMPLE_WRITER.id),
      ),
    )
    .orderBy(source.ref);
  const ids = all.map(({ id }) => id);
  const needed = new Set<string>();
  const claims = await db
    .selectDistinct({ incidentId: claim.incidentId, sourceId: claim.sourceId })
    .from(claim)
    .where(inArray(claim.sourceId, ids));
  for (const { incidentId, sourceId } of claims) if (!samples.has(incidentId)) needed.add(sourceId);
  const versions = await db
    .select({ incidentId: verifiedVersion.incidentId, sources: verifiedVersion.sources })
    .from(verifiedVersion);
  for (const { incidentId, sources } of versions)
    if (!samples.has(incidentId)) for (const { id } of sources) needed.add(id);
  const copies = await db
    .select({ id: sourceDerivation.sourceId, fromId: sourceDerivation.fromId })
    .from(sourceDerivation)
    .where(inArray(sourceDerivation.fromId, ids));
  const goes = (id: string) => ids.includes(id) && !needed.has(id);
  for (let more = true; more; ) {
    const kept = copies.filter(({ id, fromId }) => goes(fromId) && !goes(id));
    for (const { fromId } of kept) needed.add(fromId);
    more = kept.length > 0;
  }
  return {
    incidents,
    sources: all.filter(({ id }) => !needed.has(id)),
    staying: all.filter(({ id }) => needed.has(id)),
  };
}
