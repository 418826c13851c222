import { unknownCount } from "./count-range";
import type { Claim, Group, IncidentDocument, IncidentEvent } from "./incident";
import type { Source } from "./source";
import { withWholes } from "./with-wholes";

/**
 * What of a document rests on open sources alone.
 * 1. Claims: those of open sources that nobody rejected; their quotes only where the source may be quoted.
 * 2. What the editor typed where claims could speak (counts, dates, places, modality) is unknown or unconfirmed:
 *    where an open claim gives it, the value comes from the claim.
 * 3. Events: those a kept claim speaks of. Groups: those a kept claim speaks of, and the wholes they are part of.
 * 4. An event names those of its groups that are kept. Where none is, it keeps the first: to name nobody would
 *    say that it concerned everybody.
 * 5. Of a group that is kept though no kept claim speaks of it, nothing is known but that it counts persons or families.
 */
export function publiclySupported(
  doc: IncidentDocument,
  open: ReadonlyMap<string, Pick<Source, "quotable">>,
): IncidentDocument {
  const claims = doc.claims.flatMap((claim) => {
    const source = open.get(claim.sourceId);
    if (!source || claim.assessment === "rejected") return [];
    return [source.quotable ? claim : { ...claim, quote: "" }];
  });
  const named = (read: (claim: Claim) => string | null) =>
    new Set(claims.map(read).filter((id) => id !== null));
  const [spokenGroups, spokenEvents] = [named((c) => c.groupId), named((c) => c.eventId)];
  const events = doc.events.filter(({ id }) => spokenEvents.has(id));
  const kept = withWholes(
    [...spokenGroups, ...standIns(events, spokenGroups, doc.groups)],
    doc.groups,
  );
  return {
    title: doc.title,
    summary: doc.summary,
    groups: doc.groups
      .filter(({ id }) => kept.has(id))
      .map((group) =>
        spokenGroups.has(group.id) ? { ...group, count: unknownCount } : unspoken(group),
      ),
    events: events.map((event) => ({
      ...event,
      modality: "unconfirmed",
      date: null,
      places: [],
      groups: event.groups
        .filter(({ groupId }) => kept.has(groupId))
        .map(({ groupId }) => ({ groupId, count: unknownCount })),
    })),
    claims,
  };
}

/** The first group of each event that names some, but none that is known or has a known part. */
function standIns(events: IncidentEvent[], spoken: ReadonlySet<string>, groups: Group[]): string[] {
  const known = withWholes(spoken, groups);
  return events
    .filter((event) => !event.groups.some(({ groupId }) => known.has(groupId)))
    .flatMap((event) => event.groups.slice(0, 1).map(({ groupId }) => groupId));
}

function unspoken({ id, unit, partOf }: Group): Group {
  return {
    id,
    role: "unknown",
    nationality: null,
    unit,
    count: unknownCount,
    partOf,
    ageBand: null,
    sex: null,
    circumstances: [],
    label: "",
  };
}
