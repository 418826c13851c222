import { and, asc, eq, lt } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { readReason } from "../../domain/read-reason";
import { appendRevision } from "../append-revision";
import { askPublication, verifiedWith, withdraw } from "../ask-publication";
import { type Clock, systemClock } from "../clock";
import { guardReason } from "../guard-texts";
import type { Db, Store } from "../store";

const MAX_ENTRIES = 1_000;
/** What both engines keep in the column. */
const MAX_SEQ = 2 ** 31 - 1;

/** The verified versions of an incident that a purge dropped; `isTakenOff`: it was public as one of them, and is no more. */
export type DroppedVersions = { ref: string; numbers: number[]; isTakenOff: boolean };

/**
 * Empties the content of entries of the log, where personal data has leaked into it, all or none. The entries stay,
 * visibly empty, the chain stays whole, and each is followed by an entry that says who emptied it and why.
 * The salt goes too: with it, whoever knows most of the content could try out the rest against the digest.
 * With an entry of an incident, or of a source, go all verified versions of that incident, or of those that copied the
 * source, but the one verified last, since they may hold the same text; an incident that was public as one of them is
 * public no more. The version verified last stays: it has to be correct by then. Returns what was dropped.
 * The files hold the old bytes until `erasePurged`; backups are not reached.
 * The reason is part of the chain and stays, so no likely name can be kept in it.
 * Errors: `entry.not_found`, `entry.already_empty`, `entry.is_purge`, `entry.too_many`; InvalidInput (reason).
 */
export async function purgeRevisions(
  store: Store,
  input: { entries: readonly number[]; reason: string },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<{ dropped: DroppedVersions[] }> {
  authorise(actor, "log.purge");
  const reason = readReason(input.reason, { required: true });
  const entries = [...new Set(input.entries)];
  if (entries.length > MAX_ENTRIES) throw new DomainError("entry.too_many", { max: MAX_ENTRIES });
  const impossible = entries.find((seq) => !Number.isInteger(seq) || seq < 1 || seq > MAX_SEQ);
  if (impossible !== undefined) throw new DomainError("entry.not_found", { seq: impossible });
  const { revision } = store.t;
  return store.tx(async (db) => {
    const entity = { entity: "entry", entityId: String(entries[0] ?? "") } as const;
    await guardReason(store, db, { reason }, entity, actor, clock);
    const dropped: DroppedVersions[] = [];
    for (const seq of entries) {
      const [row] = await db
        .select({
          action: revision.action,
          payload: revision.payload,
          entity: revision.entity,
          entityId: revision.entityId,
        })
        .from(revision)
        .where(eq(revision.seq, seq));
      if (!row) throw new DomainError("entry.not_found", { seq });
      if (row.action === "purge") throw new DomainError("entry.is_purge", { seq });
      if (row.payload === null) throw new DomainError("entry.already_empty", { seq });
      await db.update(revision).set({ payload: null, salt: "" }).where(eq(revision.seq, seq));
      const gone: DroppedVersions[] = [];
      for (const id of await incidentsWith(store, db, row)) {
        const versions = await dropOlderVersions(store, db, id, { reason, actor, clock });
        if (versions) gone.push(versions);
      }
      dropped.push(...gone);
      await appendRevision(
        store,
        db,
        {
          action: "purge",
          entity: "entry",
          entityId: String(seq),
          version: null,
          reason,
          before: null,
          after:
            gone.length > 0
              ? { dropped: gone.map(({ ref, numbers }) => ({ ref, numbers })) }
              : null,
        },
        actor,
        clock,
      );
    }
    return { dropped };
  });
}

/** The incidents whose verified versions may hold what an entry of the log held. */
async function incidentsWith(
  store: Store,
  db: Db,
  { entity, entityId }: { entity: string; entityId: string },
): Promise<string[]> {
  if (entity === "incident") return [entityId];
  return entity === "source" ? verifiedWith(store, db, entityId) : [];
}

/** Null where there was nothing but the version verified last. */
async function dropOlderVersions(
  store: Store,
  db: Db,
  incidentId: string,
  { reason, actor, clock }: { reason: string; actor: Actor; clock: Clock },
): Promise<DroppedVersions | null> {
  const { incident, publicationRecord, verifiedVersion } = store.t;
  const ofIncident = eq(verifiedVersion.incidentId, incidentId);
  const numbers = (
    await db
      .select({ number: verifiedVersion.number })
      .from(verifiedVersion)
      .where(ofIncident)
      .orderBy(asc(verifiedVersion.number))
  ).map(({ number }) => number);
  const last = numbers.pop();
  const [row] = await db
    .select({ ref: incident.ref })
    .from(incident)
    .where(eq(incident.id, incidentId));
  if (!row || last === undefined || numbers.length === 0) return null;
  await db.delete(verifiedVersion).where(and(ofIncident, lt(verifiedVersion.number, last)));
  const [record] = await db
    .select({ state: publicationRecord.state, number: publicationRecord.verifiedNumber })
    .from(publicationRecord)
    .where(eq(publicationRecord.incidentId, incidentId));
  const isTakenOff = record?.state === "public" && record.number < last;
  if (isTakenOff) await withdraw(store, db, { id: incidentId, reason }, actor, clock);
  else await askPublication(store, db, [incidentId]);
  return { ref: row.ref, numbers, isTakenOff };
}
