import type { Claim, IncidentDocument } from "./incident";
import type { PartsNotToCount } from "./parts-not-to-count";
import { withWholes } from "./with-wholes";

/**
 * The document without what the numbers of the given parts, groups and claims, would tell.
 * 1. An event that names a whole does not name such a part of it beside it.
 * 2. A part that no event names any more, and of which no other group is part, goes into its whole.
 * 3. Claims on these parts keep what status they give, where the part stays; of all else, and of the given
 *    claims, remains, once for each source, group and event, that the source speaks of them.
 */
export function mergeTellingParts(
  doc: IncidentDocument,
  { groups: telling, claims: tellingClaims }: PartsNotToCount,
): IncidentDocument {
  const partOf = new Map(doc.groups.map((group) => [group.id, group.partOf]));
  const events = doc.events.map((event) => {
    const named = new Set(event.groups.map(({ groupId }) => groupId));
    const isInNamedWhole = (id: string) =>
      [...withWholes([id], doc.groups)].some((whole) => whole !== id && named.has(whole));
    return {
      ...event,
      groups: event.groups.filter(
        ({ groupId }) => !(telling.has(groupId) && isInNamedWhole(groupId)),
      ),
    };
  });
  const kept = withWholes(
    [
      ...doc.groups.filter(({ id }) => !telling.has(id)).map(({ id }) => id),
      ...events.flatMap(({ groups }) => groups.map(({ groupId }) => groupId)),
    ],
    doc.groups,
  );
  const nearestKept = (id: string) => {
    let at: string | null = id;
    while (at !== null && !kept.has(at)) at = partOf.get(at) ?? null;
    return at;
  };
  const said = new Set<string>();
  const claims = doc.claims.flatMap((claim) => {
    const { id, groupId, eventId, sourceId } = claim;
    if (groupId === null || !(telling.has(groupId) || tellingClaims.has(id))) return [claim];
    if (claim.field === "status" && kept.has(groupId)) return [claim];
    const bare = bareMention(claim, nearestKept(groupId));
    const key = `${sourceId} ${bare.groupId} ${eventId}`;
    if (said.has(key)) return [];
    said.add(key);
    return [bare];
  });
  return { ...doc, groups: doc.groups.filter(({ id }) => kept.has(id)), events, claims };
}

/** That the source speaks of some of a group, and no more. */
function bareMention(claim: Claim, groupId: string | null): Claim {
  return {
    ...claim,
    groupId,
    field: "statement",
    count: null,
    date: null,
    place: null,
    modality: null,
    status: null,
    scope: "part",
    scopeText: "",
    statement: "",
    quote: "",
    locator: "",
  };
}
