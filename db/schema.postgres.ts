import { postgresKit } from "./kit.postgres";
import { define } from "./schema";

// What drizzle-kit reads to write the PostgreSQL migrations.
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
} = define(postgresKit);
