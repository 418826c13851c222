import type { Claim, Group, IncidentEvent } from "./incident";
import type { IncidentBrief } from "./incident-brief";
import type { Location } from "./location";
import type { Source } from "./source";
import type { NamedSource } from "./source-row";

/** What a source says, with the group, event and place it says it of. */
export type SourceClaim = Omit<Claim, "sourceId" | "groupId" | "eventId"> & {
  group: Pick<Group, "label" | "role"> | null;
  event: Pick<IncidentEvent, "type"> | null;
  placeName: Location["nameEn"] | null;
};

/**
 * Everything the page of one source shows; of its stored text only how long it is. Times are milliseconds since 1970.
 * `copies`: what it copies or cites; `copiedBy`: what copies or cites it; both by publisher and title.
 */
export type SourceView = Omit<Source, "storedText" | "derivedFrom"> & {
  ref: string;
  version: number;
  storedCharacters: number;
  createdAt: number;
  updatedAt: number;
  copies: NamedSource[];
  copiedBy: NamedSource[];
  /** How many claims there are in all. */
  claims: number;
  /** One page of the incidents it speaks of, newest first, each with its claims, and how many there are. */
  incidents: { rows: (IncidentBrief & { claims: SourceClaim[] })[]; total: number };
};
