/**
 * One incident as it is handed to somebody outside: every text ready to be read, numbers of sources from 1.
 * A page and a Markdown file are both made of this and of nothing else, so that they cannot differ.
 */
export type CaseSummary = {
  ref: string;
  title: string;
  /** What stands above every page of it: which case it is, and from when. */
  running: string;
  /** How it stands in its review, which version or edition it is, and when that is from. */
  standing: string;
  /** The editor's own words; paragraphs one line break apart. */
  summary: string;
  /** What is said of it as a whole. */
  headline: { label: string; value: string; note: string }[];
  /** What the sources do not agree on, each with who says what. */
  disputed: { label: string; said: string }[];
  timeline: SummaryEvent[];
  groups: SummaryGroup[];
  statements: SummaryStatement[];
  sources: SummarySource[];
  links: string[];
  /** What the reader is not told, and why. */
  withheld: string[];
  citation: string;
};

/** `modality`: "" where it is reported, else how it is told; `sources`: numbers. */
export type SummaryEvent = {
  name: string;
  modality: string;
  date: string;
  people: string;
  places: string;
  description: string;
  sources: number[];
};

/** `depth`: 0 for a whole, 1 for its parts. */
export type SummaryGroup = {
  depth: number;
  name: string;
  count: string;
  who: string;
  became: string[];
};

/** One claim: what it is about, the value it gives ("" for a statement alone), our words, the source's, where, how judged. */
export type SummaryStatement = {
  source: number;
  about: string;
  value: string;
  statement: string;
  quote: string;
  language: string;
  locator: string;
  judged: string;
};

/** `url`, `archivedUrl`: "" where there is none. */
export type SummarySource = {
  number: number;
  citation: string;
  url: string;
  archivedUrl: string;
  remarks: string;
};

/** One or many of them, as one document. `filter`: the filter as a sentence, "" for a single incident. */
export type SummaryHead = { title: string; made: string; filter: string; guide: string };
