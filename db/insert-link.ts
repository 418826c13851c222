import { and, eq, or, type SQL } from "drizzle-orm";
import type { Actor } from "../domain/actor";
import { InvalidInput } from "../domain/errors";
import type { Keep } from "../domain/keep";
import { freeText } from "../domain/personal-data/free-texts";
import type { LinkType } from "../domain/vocabulary";
import { appendRevision } from "./append-revision";
import { bothIncidents } from "./both-incidents";
import type { Clock } from "./clock";
import { guardTexts } from "./guard-texts";
import { recordKept } from "./kept-words";
import { newId } from "./new-id";
import type { Db, Store } from "./store";

/** What the one incident is to the other, the other is to it. */
const MUTUAL: ReadonlySet<LinkType> = new Set(["same_operation", "related"]);

/** The link from the one to the other, or either way round where it says the same of both. */
export function isSameLink(
  { t: { incidentLink } }: Pick<Store, "t">,
  { fromId, toId, type }: { fromId: string; toId: string; type: LinkType },
): SQL | undefined {
  const between = (one: string, other: string) =>
    and(eq(incidentLink.fromId, one), eq(incidentLink.toId, other));
  return and(
    eq(incidentLink.type, type),
    MUTUAL.has(type) ? or(between(fromId, toId), between(toId, fromId)) : between(fromId, toId),
  );
}

/**
 * Writes a link whose type and note are checked, with its entry in the log, inside the transaction. `there`: the note of
 * the same link that was there already, null where there was none: twice is once, whatever its note, and from
 * whichever end where it says the same of both.
 * Errors: `incident.not_found`, `link.to_itself`, InvalidInput of the personal-data guard.
 */
export async function insertLink(
  store: Store,
  db: Db,
  link: { from: string; to: string; type: LinkType; note: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock,
): Promise<{ id: string; there: string | null }> {
  const { from, to, type, note } = link;
  const { fromId, toId } = await bothIncidents(store, db, link);
  const { incidentLink } = store.t;
  const [there] = await db
    .select({ id: incidentLink.id, there: incidentLink.note })
    .from(incidentLink)
    .where(isSameLink(store, { fromId, toId, type }));
  if (there) return there;
  const id = newId(clock);
  const on = { entity: "link", entityId: id, part: "content" } as const;
  const texts = [freeText("note", note)];
  const guarded = await guardTexts(store, db, [{ texts, on }], link.keep);
  if (guarded.issues.length > 0) throw new InvalidInput(guarded.issues);
  await db.insert(incidentLink).values({
    id,
    fromId,
    toId,
    type,
    note,
    createdAt: clock.now(),
    createdBy: actor.id,
  });
  await appendRevision(
    store,
    db,
    {
      action: "link",
      entity: "link",
      entityId: id,
      version: null,
      reason: "",
      before: null,
      after: { from, to, type, note },
    },
    actor,
    clock,
  );
  await recordKept(store, db, guarded.kept, actor, clock);
  return { id, there: null };
}
