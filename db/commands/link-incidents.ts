import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { type Actor, authorise } from "../../domain/actor";
import { DomainError, InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { freeText } from "../../domain/personal-data/free-texts";
import { boundedText } from "../../domain/text";
import { LINK_TYPES, type LinkType } from "../../domain/vocabulary";
import { issuesOf } from "../../domain/zod-issues";
import { appendRevision } from "../append-revision";
import { type Clock, systemClock } from "../clock";
import { guardTexts } from "../guard-texts";
import { recordKept } from "../kept-words";
import { newId } from "../new-id";
import { findIncident } from "../read-incident";
import type { Db, Store } from "../store";

export const linkSchema = z.object({ type: z.enum(LINK_TYPES), note: boundedText(1_000) });

/** "`from` follows / is part of / belongs to the same operation as / is related to `to`". Twice is once. */
export async function linkIncidents(
  store: Store,
  input: { from: string; to: string; type: LinkType; note: string; keep?: readonly Keep[] },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<void> {
  authorise(actor, "incident.link");
  const parsed = linkSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { note, type } = parsed.data;
  await store.tx(async (db) => {
    const { fromId, toId } = await bothIncidents(store, db, input);
    const { incidentLink } = store.t;
    const there = await db
      .select({ id: incidentLink.id })
      .from(incidentLink)
      .where(
        and(
          eq(incidentLink.fromId, fromId),
          eq(incidentLink.toId, toId),
          eq(incidentLink.type, type),
        ),
      );
    if (there.length > 0) return;
    const id = newId(clock);
    const on = { entity: "link", entityId: id, part: "content" } as const;
    const texts = [freeText("note", note)];
    const guarded = await guardTexts(store, db, [{ texts, on }], input.keep);
    if (guarded.issues.length > 0) throw new InvalidInput(guarded.issues);
    const after = { from: input.from, to: input.to, type, note };
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
        after,
      },
      actor,
      clock,
    );
    await recordKept(store, db, guarded.kept, actor, clock);
  });
}

/** The ids of two different incidents by their references. Errors: `incident.not_found`, `link.to_itself`. */
export async function bothIncidents(
  store: Store,
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<{ fromId: string; toId: string }> {
  if (from === to) throw new DomainError("link.to_itself", { ref: from });
  const first = await findIncident(store, db, from);
  if (!first) throw new DomainError("incident.not_found", { ref: from });
  const second = await findIncident(store, db, to);
  if (!second) throw new DomainError("incident.not_found", { ref: to });
  return { fromId: first.id, toId: second.id };
}
