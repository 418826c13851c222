import { z } from "zod";
import { type Actor, authorise } from "../../domain/actor";
import { InvalidInput } from "../../domain/errors";
import type { Keep } from "../../domain/keep";
import { boundedText } from "../../domain/text";
import { LINK_TYPES, type LinkType } from "../../domain/vocabulary";
import { issuesOf } from "../../domain/zod-issues";
import { type Clock, systemClock } from "../clock";
import { insertLink } from "../insert-link";
import type { Store } from "../store";

export const linkSchema = z.object({ type: z.enum(LINK_TYPES), note: boundedText(1_000) });

/** Which links were made, and which were there already; references in the order given. */
type Linked = { linked: string[]; already: string[] };

/**
 * "Each of `from` follows / is part of / belongs to the same operation as / is related to `to`", all or none of them.
 * Twice is once. Errors: InvalidInput, `incident.not_found`, `link.to_itself`.
 */
export async function linkIncidents(
  store: Store,
  input: {
    from: string | readonly string[];
    to: string;
    type: LinkType;
    note: string;
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock = systemClock,
): Promise<Linked> {
  authorise(actor, "incident.link");
  const parsed = linkSchema.safeParse(input, { reportInput: true });
  if (!parsed.success) throw new InvalidInput(issuesOf(parsed.error));
  const { to, keep } = input;
  return store.tx(async (db) => {
    const result: Linked = { linked: [], already: [] };
    for (const from of new Set([input.from].flat())) {
      const link = { from, to, ...parsed.data, keep };
      const { there } = await insertLink(store, db, link, actor, clock);
      result[there === null ? "linked" : "already"].push(from);
    }
    return result;
  });
}
