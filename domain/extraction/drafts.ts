import type { CountRange } from "../count-range";
import type { PartialDate } from "../partial-date";
import type { AgeBand, Circumstance, EventType, Modality, Role, Sex, Unit } from "../vocabulary";
import type { Evidences } from "./evidence-of";

/** What the reader made of one article; the shape that `ledger draft --json` prints. */
export type Drafts = { language: ReaderLanguage; published: string | null; incidents: Draft[] };

export const READER_LANGUAGES = ["en", "ko", "zh"] as const;
export type ReaderLanguage = (typeof READER_LANGUAGES)[number];

/** `at_risk` stands for an anticipated deportation of people to whom nothing else has happened yet. */
export type DraftType = EventType | "at_risk";

/**
 * Why a fact is doubtful, so that a person looks at it before it is accepted.
 * `relative_date`: the words need a publication date that was not given.
 * `whether_forced`: people "came back"; nothing says that they were made to.
 * `namesakes`: another place has that name. `count_unknown`: some people, nothing says how many.
 * `nationality_from_context`: the words for these people do not tell it, others in the article do.
 * `is_tally`: a count over months, perhaps of several incidents. `who`: "they" may be others.
 */
export type Doubt =
  | "relative_date"
  | "whether_forced"
  | "namesakes"
  | "count_unknown"
  | "nationality_from_context"
  | "is_tally"
  | "who";

/** One incident as one article tells it. */
export type Draft = {
  event_type: DraftType;
  modality: Modality;
  date: DraftDate | null;
  places: DraftPlace[];
  groups: DraftGroup[];
  sources: DraftSource[];
  /** What else happened to the same people or is expected to. */
  events: DraftEvent[];
  doubts: Doubt[];
  /** The sentences the incident rests on. */
  evidence: Evidences;
};

export type DraftEvent = Pick<
  Draft,
  "event_type" | "modality" | "date" | "places" | "doubts" | "evidence"
>;

/** Bounds are inclusive calendar days; both null where `unresolved`. */
export type DraftDate = Omit<PartialDate, "precision"> & {
  unresolved: boolean;
  evidence: Evidences;
};

/** How the event touches the place. `expected` begins a role that is only anticipated. */
export type DraftPlaceRole =
  | "arrest"
  | "held"
  | "from"
  | "to"
  | "through"
  | "release"
  | "sentencing"
  | "death"
  | "expected_at"
  | "expected_to";

/** Codes as in the gazetteer: ISO 3166-1 alpha-2 and ISO 3166-2; names as the gazetteer writes them. */
export type DraftPlace = {
  role: DraftPlaceRole;
  country: string;
  subdivision: string | null;
  locality: string | null;
  facility: string | null;
  doubts: Doubt[];
  evidence: Evidences;
};

/** `part_of`: the `id` of the group this is a sub-group of; its people are not extra people. */
export type DraftGroup = {
  id: string;
  role: Role;
  nationality: string | null;
  unit: Unit;
  part_of: string | null;
  count: CountRange;
  age_band: AgeBand | null;
  sex: Sex | null;
  circumstances: Circumstance[];
  doubts: Doubt[];
  evidence: Evidences;
};

export type DraftSource = { name: string; evidence: Evidences };
