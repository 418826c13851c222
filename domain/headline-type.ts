import type { CountRange } from "./count-range";
import type { Place } from "./incident";
import type { PartialDate } from "./partial-date";
import type { Corroboration, EventType, Modality, Role, Status } from "./vocabulary";

/** The fields of a headline that sources can agree or disagree on. `parts`: how the whole splits. */
export const HEADLINE_FIELDS = ["date", "place", "persons", "helpers", "parts", "status"] as const;
export type HeadlineField = (typeof HEADLINE_FIELDS)[number];

/** A custody status that some of the people have now, the event that gave it, and whose it is. */
export type CurrentStatus = { status: Status; eventId: string | null; groupIds: string[] };

/** A group as the claims have it. */
export type DerivedGroup = {
  count: CountRange;
  corroboration: Corroboration;
  statuses: Pick<CurrentStatus, "status" | "eventId">[];
};

/** An event as the claims have it. `saidBy`: independent publishers behind each modality. */
export type DerivedEvent = {
  modality: Modality;
  date: PartialDate | null;
  places: Place[];
  /** How many of each group it concerned; a group is absent when the event does not name it. */
  counts: Record<string, CountRange>;
  saidBy: Record<Modality, number>;
  corroboration: Record<"date" | "place" | "modality", Corroboration>;
};

/**
 * What is said of an incident as a whole. Everything in it is computed from its claims, events and groups.
 * Persons are the top-level groups but the helpers; families stand beside them and are never converted.
 * `eventIds`: what date and places rest on. `lastNews`: the latest day anything is known of, null if none.
 */
export type Headline = {
  date: PartialDate | null;
  eventIds: string[];
  places: string[];
  countries: string[];
  provinces: string[];
  localities: string[];
  /** Provinces of reported events that did not come before, and not among `provinces`. */
  laterProvinces: string[];
  persons: CountRange;
  helpers: CountRange;
  families: CountRange;
  roles: Role[];
  nationalities: string[];
  eventTypes: { type: EventType; modality: Modality }[];
  statuses: CurrentStatus[];
  status: Status;
  statusDate: PartialDate | null;
  atRiskOf: EventType[];
  lastNews: string | null;
  corroboration: Corroboration;
  byField: Record<HeadlineField, Corroboration>;
  disagreement: HeadlineField[];
  sources: number;
  independentSources: number;
  groups: Record<string, DerivedGroup>;
  events: Record<string, DerivedEvent>;
};
