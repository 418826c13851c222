import type { Claim } from "../../../domain/incident";
import type { IncidentNames } from "../../../domain/incident-names";
import type { Say } from "../../../domain/say";

/** What to call a claim in a list: "how many of People at the ferry, Border Gazette". */
export function claimName(claim: Claim, names: IncidentNames, say: Say): string {
  const field = say(`vocabulary.claimField.${claim.field}`);
  const source = names.source[claim.sourceId] ?? claim.sourceId;
  const group = claim.groupId && (names.group[claim.groupId] ?? claim.groupId);
  const event = claim.eventId && (names.event[claim.eventId] ?? claim.eventId);
  const subject = group || event;
  if (!subject) return say("incident.changes.claimOfIncident", { field, source });
  return say("incident.changes.claimOf", { field, subject, source });
}
