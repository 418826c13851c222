import { IMPORT_ACTIONS } from "../import/data-import";
import {
  ACCESSES,
  AGE_BANDS,
  ASSESSMENTS,
  CIRCUMSTANCES,
  CLAIM_FIELDS,
  CLAIM_SCOPES,
  CREDIBILITIES,
  DATE_BASES,
  DATE_KINDS,
  EVENT_TYPES,
  FACILITY_KINDS,
  LINK_TYPES,
  LOCATION_KINDS,
  MODALITIES,
  PLACE_ROLES,
  PUBLICATIONS,
  RELIABILITIES,
  REVIEW_STATUSES,
  ROLES,
  SEXES,
  SOURCE_KINDS,
  STATUSES,
  UNITS,
  WHERE_PRECISIONS,
} from "../vocabulary";

/** A list of codes. `says`: what it is about, and after whom; `meanings`: of codes that a label does not explain. */
export type Vocabulary = {
  codes: readonly (string | number)[];
  title: string;
  says: string;
  meanings?: Readonly<Record<string, string>>;
};

/** Every code list that stands in a table, by the name under which `messages` has its labels. */
export const VOCABULARIES = {
  reviewStatus: {
    codes: REVIEW_STATUSES,
    title: "Review status",
    says: "How far an incident has been reviewed.",
    meanings: {
      draft: "Logged, and not yet sent for review.",
      in_review: "Waiting for a reviewer.",
      verified: "A reviewer who did not write it last has checked it against its sources.",
      disputed: "It was verified, and its facts are doubted since.",
      retracted: "Taken back; the reason is given.",
    },
  },
  publication: {
    codes: PUBLICATIONS,
    title: "Publication",
    says: "Whether the public sees an incident.",
  },
  role: {
    codes: ROLES,
    title: "Role",
    says: "What people were doing, or what they are to the case. Everyone but helper is a person the incident happened to.",
    meanings: {
      seeking_refuge: "On the way to a safe country; reports call them refugees or defectors.",
      helper: "Guides, brokers and others who helped; they are counted apart.",
    },
  },
  unit: {
    codes: UNITS,
    title: "Counting unit",
    says: "What is counted. Families are never turned into persons.",
  },
  ageBand: {
    codes: AGE_BANDS,
    title: "Age band",
    says: "Age in years, after the bands of UNHCR. Nothing finer is ever stored.",
  },
  sex: { codes: SEXES, title: "Sex", says: "Sex of the people of a group." },
  circumstance: {
    codes: CIRCUMSTANCES,
    title: "Circumstance",
    says: "What makes people of a group need special protection, after HURIDOCS MT23.",
  },
  eventType: {
    codes: EVENT_TYPES,
    title: "Event type",
    says: "What happened, after HURIDOCS MT4.",
  },
  modality: {
    codes: MODALITIES,
    title: "Modality",
    says: "Whether something happened. A prediction is not an event.",
    meanings: {
      reported: "A source says that it happened.",
      unconfirmed: "A source says that it may have happened.",
      anticipated: "A source expects that it will happen; it never changes a status.",
      denied: "A source says that it did not happen.",
    },
  },
  placeRole: {
    codes: PLACE_ROLES,
    title: "Role of a place",
    says: "Whether something happened at a place, or led from it or to it.",
  },
  status: {
    codes: STATUSES,
    title: "Custody status",
    says: "What had become of people at the last reported event, the most severe first; after HURIDOCS MT25.",
  },
  locationKind: {
    codes: LOCATION_KINDS,
    title: "Kind of location",
    says: "The levels of the tree of places.",
    meanings: {
      country: "ISO 3166-1.",
      province: "First-order division, ISO 3166-2.",
      locality: "A town, county or district.",
      facility: "A place where people are held, or a border crossing.",
    },
  },
  facilityKind: {
    codes: FACILITY_KINDS,
    title: "Kind of facility",
    says: "What a facility is, partly after HURIDOCS MT17.",
  },
  wherePrecision: {
    codes: WHERE_PRECISIONS,
    title: "Precision of a place",
    says: "How exact the coordinates are, after where_prec of UCDP GED.",
  },
  sourceKind: {
    codes: SOURCE_KINDS,
    title: "Kind of source",
    says: "Who speaks in a source, after HURIDOCS MT16.",
  },
  reliability: {
    codes: RELIABILITIES,
    title: "Reliability of a source",
    says: "The Admiralty scale for sources, judged apart from what a source says.",
  },
  credibility: {
    codes: CREDIBILITIES,
    title: "Credibility of a claim",
    says: "The Admiralty scale for what is said, judged apart from who says it.",
  },
  access: {
    codes: ACCESSES,
    title: "Access to a source",
    says: "Whether a source and what it says may be public.",
    meanings: {
      public: "Anybody may know of it.",
      restricted: "Only those who log incidents may; nothing that rests on it alone is public.",
    },
  },
  assessment: {
    codes: ASSESSMENTS,
    title: "Assessment of a claim",
    says: "What the editors make of a claim, after the claim status of Security Force Monitor.",
    meanings: {
      accepted: "Counts for the headline.",
      conflict: "Contradicts another claim that is as good; it counts too.",
      work_needed: "Not looked at closely yet; it counts.",
      rejected: "Kept, and counts for nothing.",
    },
  },
  claimField: {
    codes: CLAIM_FIELDS,
    title: "Field of a claim",
    says: "What a claim speaks of, and so in which columns its value stands.",
    meanings: {
      count: "How many people: low, best, high.",
      date: "When: the columns that begin with date_.",
      place: "Where: place_role and location.",
      modality: "Whether it happened: modality.",
      status: "What became of a group: status.",
      statement: "Anything that has no column of its own: statement.",
    },
  },
  claimScope: {
    codes: CLAIM_SCOPES,
    title: "Scope of a claim",
    says: "Whether a claim speaks of the whole group or event. One of a part never counts for the whole.",
  },
  linkType: {
    codes: LINK_TYPES,
    title: "Type of a link",
    says: "How one incident stands to another.",
    meanings: {
      follows: "The first happened after the other, to the same people.",
      part_of: "The first is a part of the other.",
      same_operation: "Both belong to one operation of the authorities.",
      related: "They have to do with each other in another way.",
    },
  },
  dateKind: {
    codes: DATE_KINDS,
    title: "Kind of a date",
    says: "Whether something happened once between two days, or went on from the first to the last.",
  },
  dateBasis: {
    codes: DATE_BASES,
    title: "Basis of a date",
    says: "Where the days of a date come from.",
    meanings: {
      stated: "The source gives them.",
      derived: "Worked out from a publication date, as of “last week”.",
      estimated: "The source itself is not sure.",
    },
  },
  datePrecision: {
    codes: [1, 2, 3, 4, 5],
    title: "Precision of a date",
    says: "How wide the days of a date are apart, after date_prec of UCDP GED.",
  },
  importAction: {
    codes: IMPORT_ACTIONS,
    title: "What an import did",
    says: "What came of a row that was imported.",
  },
} as const satisfies Record<string, Vocabulary>;

export type VocabularyName = keyof typeof VOCABULARIES;
