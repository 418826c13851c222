import { postgresKit } from "./kit.postgres";
import { sqliteKit } from "./kit.sqlite";
import { define } from "./schema";

// What drizzle-kit reads to write the migrations: it wants each table as an export of its own.
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
  incidentEntry,
  incidentText,
  incidentLink,
  notSameDecision,
  revision,
  account,
  accountSession,
  credential,
  accountVerification,
  secondFactor,
  invitation,
  throttle,
  apiToken,
  comment,
  verifiedVersion,
  publicationRecord,
  publishedEdition,
  tombstone,
  accessEntry,
  keptMark,
} = define(process.env.LEDGER_DIALECT === "postgres" ? postgresKit : sqliteKit);
