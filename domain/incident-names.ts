import type { Group, IncidentDocument, IncidentEvent } from "./incident";
import type { Say } from "./say";

/** What to call the things of an incident, by id. Anything missing is called by its id. */
export type IncidentNames = Record<"group" | "event" | "place" | "source", Record<string, string>>;

const MAX_NAME = 80;

/**
 * Names for all the groups and events of the documents; where two have the same thing, the later document decides.
 * A group goes by its label, else by role and country; an event by its type and where it led to or came from,
 * one of no type of its own by what is written of it.
 */
export function incidentNames(
  documents: readonly Pick<IncidentDocument, "groups" | "events">[],
  known: Pick<IncidentNames, "place" | "source">,
  say: Say,
): IncidentNames {
  const groups = documents.flatMap((document) => document.groups);
  const events = documents.flatMap((document) => document.events);
  return {
    ...known,
    group: Object.fromEntries(groups.map((group) => [group.id, groupName(group, known, say)])),
    event: Object.fromEntries(events.map((event) => [event.id, eventName(event, known, say)])),
  };
}

function groupName(
  { label, role, nationality }: Group,
  { place }: Pick<IncidentNames, "place">,
  say: Say,
): string {
  if (label !== "") return label;
  const words = say(`vocabulary.role.${role}`);
  if (nationality === null) return words;
  return say("incident.names.groupFrom", {
    role: words,
    country: place[nationality] ?? nationality,
  });
}

function eventName(
  { type, places, description }: IncidentEvent,
  { place }: Pick<IncidentNames, "place">,
  say: Say,
): string {
  if (type === "other" && description !== "" && description.length <= MAX_NAME) return description;
  const words = say(`vocabulary.eventType.${type}`);
  const named = (role: string) =>
    places
      .filter((one) => one.role === role)
      .map(({ locationId }) => place[locationId] ?? locationId)
      .join(", ");
  const [to, from] = [named("to"), named("from")];
  if (to !== "") return say("incident.names.eventTo", { type: words, place: to });
  return from === "" ? words : say("incident.names.eventFrom", { type: words, place: from });
}
