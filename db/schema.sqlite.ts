import { sqliteKit } from "./kit.sqlite";
import { define } from "./schema";

// What drizzle-kit reads to write the SQLite migrations.
export const {
  ledgerState,
  location,
  locationName,
  source,
  sourceDerivation,
  incident,
  peopleGroup,
  event,
  eventPlace,
  eventGroup,
  incidentStatus,
  claim,
  incidentLink,
  notSameDecision,
  revision,
} = define(sqliteKit);
