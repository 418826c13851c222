import { and, asc, eq, inArray, isNotNull, ne } from "drizzle-orm";
import { type Actor, authorise } from "../../domain/actor";
import { citedFacts, citedIn } from "../../domain/cited-facts";
import type { WithheldKind } from "../../domain/disclosure";
import { headlineOf } from "../../domain/headline";
import type { IncidentView } from "../../domain/incident-view";
import type { MarkView } from "../../domain/mark-view";
import { locationIdsOf, nationalitiesOf } from "../../domain/outside-references";
import type { Person } from "../../domain/review-view";
import type { PublicState, ReviewStatus } from "../../domain/vocabulary";
import { locationFacts } from "../location-facts";
import { readPublicContent } from "../public-content";
import { publicationDraft } from "../publication-draft";
import { readAccountNames } from "../read-account-names";
import { findIncident, type IncidentRow } from "../read-incident";
import { readLocations } from "../read-locations";
import { readMarks } from "../read-marks";
import type { Db, Store } from "../store";

/**
 * How an incident stands with the public, for whoever decides it. Times are milliseconds since 1970.
 * `now`: what the public store is to hold; `isHeldBack`: it was published, but a source was restricted since, so
 * nothing of it is shown until it is published again; `isPending`: the public store, or its file, has yet to follow;
 * `isOutdated`: it was changed or verified anew since, and the public still sees it as it was published.
 * `earlier`: the editions that would stay public beside what is published now.
 * `preview`: exactly what publishing now would show, null where it was never verified; `digest` goes with it.
 * `links`: those that would be shown while their other end is public.
 */
export type PublicationView = {
  ref: string;
  title: string;
  reviewStatus: ReviewStatus;
  editedBy: string | null;
  now: {
    state: PublicState;
    edition: number;
    at: number;
    by: Person;
    isHeldBack: boolean;
    isPending: boolean;
    isOutdated: boolean;
  } | null;
  earlier: number[];
  preview:
    | (Pick<IncidentView, "document" | "headline" | "sources" | "locations"> & {
        digest: string;
        withheld: { kind: WithheldKind; count: number }[];
        /** What the personal-data guard marks in what would be shown. */
        marks: MarkView[];
        links: { ref: string; title: string; isPublic: boolean }[];
      })
    | null;
};

/** Null when there is no incident of that reference. */
export async function getPublication(
  store: Store,
  actor: Actor,
  ref: string,
): Promise<PublicationView | null> {
  authorise(actor, "incident.publish");
  return store.snapshot(async (db) => {
    const row = await findIncident(store, db, ref);
    if (!row) return null;
    const { title, reviewStatus, editedBy, verifiedNumber } = row;
    return {
      ref,
      title,
      reviewStatus,
      editedBy,
      now: await standing(store, db, row),
      earlier: await earlierEditions(store, db, row.id, verifiedNumber ?? 0),
      preview: await preview(store, db, row.id),
    };
  });
}

async function standing(
  store: Store,
  db: Db,
  { id, reviewStatus, verifiedNumber }: IncidentRow,
): Promise<PublicationView["now"]> {
  const { publicationRecord } = store.t;
  const [record] = await db
    .select()
    .from(publicationRecord)
    .where(eq(publicationRecord.incidentId, id));
  if (!record) return null;
  const { state, edition, publishedAt, publishedBy, pending } = record;
  const person = await readAccountNames(store, db, [publishedBy]);
  const isPublic = state === "public";
  const isHeldBack = isPublic && (await readPublicContent(store, db, id)) === null;
  const isAsVerified = reviewStatus === "verified" && record.verifiedNumber === verifiedNumber;
  return {
    state,
    edition,
    at: publishedAt,
    by: person(publishedBy),
    isHeldBack,
    isPending: pending,
    isOutdated: isPublic && !isHeldBack && !isAsVerified,
  };
}

async function earlierEditions(store: Store, db: Db, id: string, number: number) {
  const { verifiedVersion } = store.t;
  const rows = await db
    .select({ edition: verifiedVersion.edition })
    .from(verifiedVersion)
    .where(
      and(
        eq(verifiedVersion.incidentId, id),
        ne(verifiedVersion.number, number),
        isNotNull(verifiedVersion.publishedAt),
      ),
    )
    .orderBy(asc(verifiedVersion.edition));
  return rows.map(({ edition }) => edition!);
}

async function preview(store: Store, db: Db, id: string): Promise<PublicationView["preview"]> {
  const draft = await publicationDraft(store, db, { id });
  if (draft === null) return null;
  const { document, sources, withheld } = draft.disclosure;
  const placeIds = [...locationIdsOf(document), ...nationalitiesOf(document)];
  const shown = [...sources.values()];
  const facts = await locationFacts(store, db, placeIds);
  const { incident } = store.t;
  const ends = draft.links.map(({ fromId, toId }) => (fromId === id ? toId : fromId));
  const others = await db
    .select({ ref: incident.ref, title: incident.title, publication: incident.publication })
    .from(incident)
    .where(inArray(incident.id, ends.length > 0 ? ends : [""]));
  return {
    document,
    headline: headlineOf(document, citedFacts(shown), facts),
    sources: citedIn(document, shown),
    locations: await readLocations(store, db, placeIds),
    digest: draft.digest,
    withheld,
    marks: await readMarks(store, db, { id, document, sources: shown }),
    links: others.map(({ publication, ...other }) => ({
      ...other,
      isPublic: publication === "public",
    })),
  };
}
