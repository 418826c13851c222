/** The tables whose rows make up an incident. */
export const INCIDENT_TABLES = [
  "incidents",
  "groups",
  "events",
  "event_places",
  "event_groups",
  "claims",
] as const;
export type IncidentTable = (typeof INCIDENT_TABLES)[number];
