import type { IncidentBrief } from "./incident-brief";
import type { Location } from "./location";
import type { LocationRow } from "./location-row";

/** Everything the page of one place shows. */
export type LocationView = {
  location: Location;
  /** What it lies in, country first. */
  parents: Pick<Location, "id" | "kind" | "nameEn">[];
  /** The places right below it where something happened, those with the most incidents first; at most 500. */
  inside: Pick<LocationRow, "id" | "kind" | "facilityKind" | "nameEn" | "incidents">[];
  /** One page of the incidents there or at a place inside it, newest first, and how many there are. */
  incidents: { rows: IncidentBrief[]; total: number };
};
