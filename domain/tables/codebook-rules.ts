/** A rule of the ledger as the codebook says it: each text is a paragraph. */
export type CodebookRule = { id: string; title: string; texts: readonly string[] };

/** What holds for all of the data, in the order in which somebody who reads them needs it. */
export const CODEBOOK_RULES: readonly CodebookRule[] = [
  {
    id: "claims",
    title: "Claims are the data",
    texts: [
      "What each source says is kept as a claim. The headline of an incident (its date, places, people and status) is worked out from the claims whenever one of them changes, and is never typed.",
      "A source can be derived from others. Derived sources corroborate nothing: independent sources are the distinct publishers among sources that are derived from none.",
      "What editors type on groups and events counts only while no claim that is not rejected says anything of the same field.",
    ],
  },
  {
    id: "people",
    title: "People",
    texts: [
      "Nobody is ever named. People exist only as groups, with nothing finer than an age band, a sex and circumstances from a list. There is no column for a name, a birth date, an identity number, an address, a photo or an exact age.",
      "A group can be a part of another. A part never adds to a total. An event can concern some of a group; so a group splits.",
      "Helpers are counted apart from the people an incident happened to. Families are shown beside persons and never turned into them.",
    ],
  },
  {
    id: "counts",
    title: "Counts",
    texts: [
      "A count has three bounds, low, best and high, as in UCDP GED. Each can be empty: not known, which is not zero. Totals are three sums over groups that are part of no other; where a bound is missing the total is “at least”.",
      "Two counts conflict where no number can satisfy both. Where independent sources conflict, low is the smallest, high the largest, and best the editors' accepted claim, else that of the most reliable source, else the latest.",
      "A claim of a part never counts for the whole. One of unknown scope does.",
    ],
  },
  {
    id: "dates",
    title: "Dates",
    texts: [
      "A date has the words of the source, a first and a last day (both inclusive; empty is open), a kind, a basis and a precision. A month is not its first day.",
      "The columns that end in _edtf write the same as EDTF, ISO 8601-2 level 1. The days are what counts: EDTF cannot say all of it, and an import only checks that it fits.",
      "A search by date has two answers: incidents that certainly lie in the time asked for, and those that possibly do. An unknown date is in neither.",
      "The headline date spans the accepted claims on the earliest reported arrest or detention, else on the first reported event.",
    ],
  },
  {
    id: "modality",
    title: "What happened and what did not",
    texts: [
      "A prediction is not an event. Every event says whether it is reported, unconfirmed, anticipated or denied. Only what is reported changes a status; what is anticipated shows as a risk, and as an unknown fate once a year has gone by without news.",
      "One independent source that reports an event outranks those that anticipate it. A denial is shown beside, never over it.",
    ],
  },
  {
    id: "corroboration",
    title: "Corroboration",
    texts: [
      "It is worked out for each field of the headline: contested where independent sources conflict, acknowledged where the responsible authority itself says so, corroborated where two or more independent sources agree, single source, or unsourced.",
    ],
  },
  {
    id: "places",
    title: "Places",
    texts: [
      "Places form a tree of countries (ISO 3166-1), provinces (ISO 3166-2), towns and facilities. An event can have several places, and a role for each. Coordinates are of a point that stands for the place, with how exact it is.",
    ],
  },
  {
    id: "readers",
    title: "Who gets what",
    texts: [
      "What the public gets comes from a store of its own that holds only published incidents at their last verified version, with claims of public sources. Of groups of fewer than five persons it has adult or minor instead of an age band, no sex, no circumstances, no quotes, and the province instead of the town.",
      "Those who may read what is verified get verified and disputed incidents; of restricted sources they get neither identity nor words, and stored texts of none.",
      "Columns and tables that are marked as internal go only to those who log incidents.",
    ],
  },
  {
    id: "files",
    title: "Files",
    texts: [
      "Tables are CSV in UTF-8 with commas, lines end in CR LF. Lists are joined by semicolons. Text that begins with one of = + - @ | % or with an apostrophe has one apostrophe before it, so that no spreadsheet program takes it for a formula; an import takes exactly one off. Numbers never have one.",
      "An import adds and changes. A row changes what has its reference or id, in the columns that the file has; a column that is not there leaves its field as it is, and an empty cell empties it. Nothing is taken away because a row is missing; only the places and the groups of an event are replaced as a whole.",
      "Whatever comes in is a draft and internal. Only a restore from the command line keeps review states and verified versions, and nothing is ever imported as published.",
      "References are permanent and never used again. They are random: they tell nothing of how many others there are.",
    ],
  },
];
