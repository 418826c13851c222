import { and, asc, eq, isNotNull, ne } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError } from "../../domain/errors";
import { verifierIs } from "../../domain/review";
import { appendRevision } from "../append-revision";
import { askPublication } from "../ask-publication";
import { type Clock, systemClock } from "../clock";
import { findOpenIncident } from "../find-open-incident";
import { publicationDraft } from "../publication-draft";
import { readSettings } from "../read-settings";
import type { Db, Store } from "../store";

/**
 * Decides that an incident is public as it was verified last; `publishPending` then does it. Published again, it is
 * shown as it may be now, with the links it has now. `digest`: of the preview the person saw, so that nothing else
 * is published than that. `takeEarlierOff`: the editions before it go, since something in them must not be seen any more.
 * Errors: `incident.not_found`, `incident.retracted`, `publication.not_verified`, `publication.nothing_public`,
 * `publication.preview_changed`; `review.own_edit` for whoever wrote it last, unless an admin lets one person do both.
 */
export async function publishIncident(
  store: Store,
  input: { ref: string; digest: string; takeEarlierOff?: boolean },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.publish");
  const { incident, publicationRecord, verifiedVersion } = store.t;
  await store.tx(async (db) => {
    const row = await findOpenIncident(store, db, { ref: input.ref, version: null });
    const { one_person_review } = await readSettings(store, db);
    if (verifierIs(actor.id, row.editedBy, one_person_review) === "self")
      throw new DomainError("review.own_edit", { ref: row.ref });
    if (row.reviewStatus !== "verified")
      throw new DomainError("publication.not_verified", { status: row.reviewStatus });
    const draft = await publicationDraft(store, db, row);
    if (draft === null || draft.disclosure.document.claims.length === 0)
      throw new DomainError("publication.nothing_public", { ref: row.ref });
    if (draft.digest !== input.digest)
      throw new DomainError("publication.preview_changed", { ref: row.ref });
    const at = clock.now();
    const ofIncident = eq(verifiedVersion.incidentId, row.id);
    const [known] = await db
      .select({ edition: verifiedVersion.edition })
      .from(verifiedVersion)
      .where(and(ofIncident, eq(verifiedVersion.number, draft.number)));
    const [record] = await db
      .select({ edition: publicationRecord.edition })
      .from(publicationRecord)
      .where(eq(publicationRecord.incidentId, row.id));
    // Counted by the record: a purge may have dropped the version that an edition was of.
    const edition = known?.edition ?? (record?.edition ?? 0) + 1;
    const editionsTakenOff = input.takeEarlierOff
      ? await takeEarlierOff(store, db, row.id, draft.number)
      : [];
    await db
      .update(verifiedVersion)
      .set({ edition, publishedAt: at, closed: draft.disclosure.closed })
      .where(and(ofIncident, eq(verifiedVersion.number, draft.number)));
    const decided = {
      state: "public" as const,
      verifiedNumber: draft.number,
      edition,
      reason: "",
      pending: true,
      links: draft.links.map(({ id }) => id),
      publishedAt: at,
      publishedBy: actor.id,
      takenOffAt: null,
    };
    await db
      .insert(publicationRecord)
      .values({ ...decided, incidentId: row.id, firstPublishedAt: at })
      .onConflictDoUpdate({ target: publicationRecord.incidentId, set: decided });
    await askPublication(store, db, [row.id]);
    await db.update(incident).set({ publication: "public" }).where(eq(incident.id, row.id));
    await appendRevision(
      store,
      db,
      {
        action: "publish",
        entity: "incident",
        entityId: row.id,
        version: null,
        reason: "",
        before: { publication: row.publication },
        after: {
          publication: "public",
          edition,
          verifiedNumber: draft.number,
          ...(editionsTakenOff.length > 0 ? { editionsTakenOff } : {}),
        },
      },
      actor,
      clock,
    );
  });
}

/** Whatever is published later, what was taken off does not come back with it. Returns the editions it took off. */
async function takeEarlierOff(
  store: Store,
  db: Db,
  incidentId: string,
  number: number,
): Promise<number[]> {
  const { verifiedVersion } = store.t;
  const earlier = and(
    eq(verifiedVersion.incidentId, incidentId),
    ne(verifiedVersion.number, number),
    isNotNull(verifiedVersion.publishedAt),
  );
  const rows = await db
    .select({ edition: verifiedVersion.edition })
    .from(verifiedVersion)
    .where(earlier)
    .orderBy(asc(verifiedVersion.edition));
  await db.update(verifiedVersion).set({ publishedAt: null }).where(earlier);
  return rows.map(({ edition }) => edition!);
}
