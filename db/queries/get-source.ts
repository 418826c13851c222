import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Actor } from "../../domain/actor";
import type { IncidentPage } from "../../domain/incident-page";
import type { SourceClaim, SourceView } from "../../domain/source-view";
import type { Credibility } from "../../domain/vocabulary";
import { authoriseReading } from "../authorise-reading";
import { isCounted } from "../counted-incidents";
import { fromDateColumns } from "../date-columns";
import { inChunks } from "../in-chunks";
import { readIncidentBriefs } from "../read-incident-briefs";
import { readNamedSources } from "../read-named-sources";
import { findSource, toSource } from "../read-source";
import type { Db, Store } from "../store";

/** Everything of one source, at one moment; null when there is none of that reference. */
export async function getSource(
  store: Store,
  actor: Actor,
  { ref, page }: { ref: string; page: IncidentPage },
): Promise<SourceView | null> {
  authoriseReading(store, actor, "incident.read");
  return store.snapshot(async (db) => {
    const row = await findSource(store, db, ref);
    if (!row) return null;
    const { storedText, derivedFrom: _ids, ...shown } = await toSource(store, db, row);
    const { claim, incident } = store.t;
    const speaksOf = sql`${incident.id} in (select ${claim.incidentId} from ${claim} where ${eq(claim.sourceId, row.id)})`;
    const { rows, total } = await readIncidentBriefs(store, db, speaksOf, page);
    const claims = await claimsOn(
      store,
      db,
      row.id,
      rows.map((brief) => brief.id),
    );
    const origins = await readNamedSources(store, db, "copied by", [row.id]);
    const copies = await readNamedSources(store, db, "copying", [row.id]);
    return {
      ...shown,
      ref: row.ref,
      version: row.version,
      storedCharacters: storedText.length,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      copies: origins.get(row.id) ?? [],
      copiedBy: copies.get(row.id) ?? [],
      claims: await countClaims(store, db, row.id),
      incidents: {
        rows: rows.map(({ id, ...brief }) => ({ ...brief, claims: claims.get(id) ?? [] })),
        total,
      },
    };
  });
}

async function countClaims(store: Store, db: Db, sourceId: string): Promise<number> {
  const { claim, incident } = store.t;
  const [counted] = await db
    .select({ claims: sql<number>`count(*)`.mapWith(Number) })
    .from(claim)
    .innerJoin(incident, eq(incident.id, claim.incidentId))
    .where(and(eq(claim.sourceId, sourceId), isCounted(store)));
  return counted?.claims ?? 0;
}

/** What the source says of each of the incidents, by the incident's id, in the order of its claims. */
async function claimsOn(
  store: Store,
  db: Db,
  sourceId: string,
  incidentIds: string[],
): Promise<Map<string, SourceClaim[]>> {
  const { claim, event, location, peopleGroup } = store.t;
  const rows = await inChunks(incidentIds, (chunk) =>
    db
      .select({
        claim,
        group: { label: peopleGroup.label, role: peopleGroup.role },
        event: { type: event.type },
        placeName: location.nameEn,
      })
      .from(claim)
      .leftJoin(
        peopleGroup,
        and(eq(peopleGroup.incidentId, claim.incidentId), eq(peopleGroup.id, claim.groupId)),
      )
      .leftJoin(event, and(eq(event.incidentId, claim.incidentId), eq(event.id, claim.eventId)))
      .leftJoin(location, eq(location.id, claim.locationId))
      .where(and(eq(claim.sourceId, sourceId), inArray(claim.incidentId, chunk)))
      .orderBy(asc(claim.incidentId), asc(claim.position), asc(claim.id)),
  );
  const found = new Map<string, SourceClaim[]>();
  for (const { claim: row, ...about } of rows)
    found.set(row.incidentId, [
      ...(found.get(row.incidentId) ?? []),
      { ...toClaim(row), ...about },
    ]);
  return found;
}

type ClaimRow = Store["t"]["claim"]["$inferSelect"];

function toClaim(row: ClaimRow): Omit<SourceClaim, "group" | "event" | "placeName"> {
  const { low, best, high } = row;
  return {
    id: row.id,
    field: row.field,
    count: row.field === "count" ? { low, best, high } : null,
    date: fromDateColumns(row),
    place:
      row.placeRole === null || row.locationId === null
        ? null
        : { role: row.placeRole, locationId: row.locationId },
    modality: row.modality,
    status: row.status,
    scope: row.scope,
    scopeText: row.scopeText,
    statement: row.statement,
    quote: row.quote,
    locator: row.locator,
    credibility: row.credibility as Credibility | null,
    assessment: row.assessment,
    acknowledged: row.acknowledged,
  };
}
