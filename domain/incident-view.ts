import type { Headline } from "./headline-type";
import type { IncidentDocument } from "./incident";
import type { Location } from "./location";
import type { Source } from "./source";
import type { LinkType, Publication, ReviewStatus } from "./vocabulary";

/** A source as an incident's page shows it: without its stored text. `derivedFrom` are ids. */
export type CitedSource = Omit<Source, "storedText"> & { id: string; ref: string };

/** Another incident this one is linked with; `outgoing`: the link reads from this one to the other. */
export type LinkedIncident = {
  linkId: string;
  ref: string;
  title: string;
  type: LinkType;
  note: string;
  outgoing: boolean;
};

/** Everything the page of one incident shows. Times are milliseconds since 1970. */
export type IncidentView = {
  ref: string;
  version: number;
  reviewStatus: ReviewStatus;
  publication: Publication;
  retractedReason: string | null;
  /** The reference of the incident this one was merged into. */
  mergedInto: string | null;
  createdAt: number;
  updatedAt: number;
  document: IncidentDocument;
  headline: Headline;
  sources: CitedSource[];
  /** Every place named, with its parents. */
  locations: Record<string, Location>;
  links: LinkedIncident[];
  /** Other incidents that cite one of the same sources, by that source's id; at most 20 a source. */
  sameSource: { sourceId: string; ref: string; title: string }[];
  notSame: { ref: string; title: string; reason: string }[];
};
