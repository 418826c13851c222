import type { IncidentDocument } from "./incident";
import type { IncidentView } from "./incident-view";

/** An earlier state of an incident: one of its versions, or what it was at the end of a day, in UTC. */
export type PastMoment = { version: number } | { day: string };

/** How much of what a document names the ledger no longer has. */
export type GoneNames = { sources: number; places: number };

/** An incident as it stood. */
export type PastIncident = {
  /** The version that stood then, and when it was written, milliseconds since 1970. */
  version: number;
  at: number;
  /** Null where its content has been emptied. */
  document: IncidentDocument | null;
  gone: GoneNames;
  /**
   * What the page of an incident shows, reckoned from the document with its sources as they are described today.
   * Null where the document is, or names what is gone.
   */
  shown: Pick<IncidentView, "document" | "headline" | "sources" | "locations"> | null;
};
