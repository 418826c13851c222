/**
 * The code lists of the ledger: our own short stable codes, which are what the database stores.
 * Labels are in messages under `vocabulary.<list>.<code>`; outside codes are in `outside-codes.ts`.
 */

export const REVIEW_STATUSES = ["draft", "in_review", "verified", "disputed", "retracted"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const PUBLICATIONS = ["internal", "public"] as const;
export type Publication = (typeof PUBLICATIONS)[number];

/** How an incident stands with the public: never shown, shown, taken off, or taken back with its reason shown. */
export const PUBLIC_STATES = ["public", "withdrawn", "retracted"] as const;
export type PublicState = (typeof PUBLIC_STATES)[number];

/** What people were doing or are to the case. Everyone but `helper` is a person the incident happened to. */
export const ROLES = [
  "seeking_refuge",
  "helper",
  "family_member",
  "migrant_worker",
  "deportee",
  "protester",
  "journalist",
  "crew",
  "other",
  "unknown",
] as const;
export type Role = (typeof ROLES)[number];

/** Counting units. HURIDOCS MT7: 01 individual, 02 family. */
export const UNITS = ["person", "family"] as const;
export type Unit = (typeof UNITS)[number];

/** UNHCR age bands; finer than these is never stored. */
export const AGE_BANDS = ["0-4", "5-11", "12-17", "0-17", "18-59", "18+", "60+", "mixed"] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const SEXES = ["female", "male", "mixed"] as const;
export type Sex = (typeof SEXES)[number];

/** After HURIDOCS MT23, victim characteristics. */
export const CIRCUMSTANCES = [
  "pregnant",
  "infant",
  "child",
  "elderly",
  "unaccompanied_minor",
  "ill_or_injured",
  "disability",
  "resettled_citizen",
  "family_unit",
  "religious_affiliation",
] as const;
export type Circumstance = (typeof CIRCUMSTANCES)[number];

export const EVENT_TYPES = [
  "arrest",
  "detention",
  "transfer",
  "interrogation",
  "consular_visit",
  "charge",
  "sentencing",
  "deportation",
  "release",
  "escape",
  "death_in_custody",
  "death",
  "disappearance",
  "hospitalisation",
  "resettlement",
  "statement",
  "other",
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const MODALITIES = ["reported", "unconfirmed", "anticipated", "denied"] as const;
export type Modality = (typeof MODALITIES)[number];

/** How an event touches a place: there, or from one place to another. */
export const PLACE_ROLES = ["at", "from", "to"] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** Custody statuses, most severe first: this order is the sort order. HURIDOCS MT25. */
export const STATUSES = [
  "died",
  "disappeared",
  "deported",
  "deportation_ordered",
  "sentenced",
  "charged",
  "held",
  "arrested",
  "escaped",
  "released",
  "resettled",
  "unknown",
] as const;
export type Status = (typeof STATUSES)[number];

export const LOCATION_KINDS = ["country", "province", "locality", "facility"] as const;
export type LocationKind = (typeof LOCATION_KINDS)[number];

export const FACILITY_KINDS = [
  "police_station",
  "detention_centre",
  "border_facility",
  "border_crossing",
  "prison",
  "labour_camp",
  "immigration_centre",
  "transit_centre",
  "security_agency",
  "military_base",
  "court",
  "consulate",
  "airport",
  "railway_station",
  "hospital",
  "school",
  "other",
  "unknown",
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** UCDP where_prec: 1 exact, 2 near, 3 second-order division, 4 province, 5 vague, 6 country, 7 sea or air. */
export const WHERE_PRECISIONS = [1, 2, 3, 4, 5, 6, 7] as const;
export type WherePrecision = (typeof WHERE_PRECISIONS)[number];

/** After HURIDOCS MT16, source material. */
export const SOURCE_KINDS = [
  "news",
  "government",
  "authority",
  "ngo",
  "un",
  "court_record",
  "testimony",
  "interview",
  "social_media",
  "dataset",
  "other",
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Admiralty scale, source: A completely reliable … E unreliable, F cannot be judged. */
export const RELIABILITIES = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof RELIABILITIES)[number];

/** Admiralty scale, claim: 1 confirmed … 5 improbable, 6 cannot be judged. */
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export type Credibility = (typeof CREDIBILITIES)[number];

export const ACCESSES = ["public", "restricted"] as const;
export type Access = (typeof ACCESSES)[number];

/** Security Force Monitor's claim statuses. */
export const ASSESSMENTS = ["accepted", "conflict", "work_needed", "rejected"] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

/** What a claim speaks of. `statement` is anything that has no field of its own. */
export const CLAIM_FIELDS = ["count", "date", "place", "modality", "status", "statement"] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** Whether a claim speaks of the whole group or event, a part of it, or leaves that open. */
export const CLAIM_SCOPES = ["whole", "part", "unknown"] as const;
export type ClaimScope = (typeof CLAIM_SCOPES)[number];

export const LINK_TYPES = ["follows", "part_of", "same_operation", "related"] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export const CORROBORATIONS = [
  "contested",
  "acknowledged",
  "corroborated",
  "single_source",
  "unsourced",
] as const;
export type Corroboration = (typeof CORROBORATIONS)[number];

export const DATE_KINDS = ["within", "span"] as const;
export type DateKind = (typeof DATE_KINDS)[number];
export const DATE_BASES = ["stated", "derived", "estimated"] as const;
export type DateBasis = (typeof DATE_BASES)[number];
