import type { CountRange } from "../count-range";
import type { PartialDate } from "../partial-date";
import type { AgeBand, Circumstance, Modality, Role, Sex, Unit } from "../vocabulary";
import type { Doubt, DraftPlaceRole, DraftType } from "./drafts";
import type { Span } from "./evidence-of";

/** People as some words name them. */
export type People = Span & {
  count: CountRange;
  /** A figure stands there, or a word such as "dozens"; false for "the detainees" and "they". */
  counted: boolean;
  unit: Unit;
  nationality: string | null;
  role: Role | null;
  /** Points back at people named before: "they", "the nine", "the arrested defectors". */
  definite: boolean;
  pronoun: boolean;
  /** One person told of before or by name: "he", "her", "Kim Chol-su". */
  single: boolean;
  /** "another five", "the other five": not those before. */
  other: boolean;
  /** Only some of a whole: "two of them", "including a child". */
  part: boolean;
  /** Only a figure, without a word for people: "one has been sent to Dandong". */
  bare?: boolean;
  ageBand: AgeBand | null;
  sex: Sex | null;
  circumstances: Circumstance[];
};

/** A date as some words give it; both bounds null where a publication date is needed. */
export type When = Span & Omit<PartialDate, "precision"> & { unresolved: boolean };

/** A place as some words give it, and how the event touches it. */
export type Where = Span & {
  role: DraftPlaceRole;
  country: string;
  subdivision: string | null;
  locality: string | null;
  facility: string | null;
  doubtful: boolean;
};

/** Who says so. */
export type Speaker = Span & { name: string };

/** One thing that one clause says happened, is expected or is denied. */
export type Happening = {
  type: DraftType;
  modality: Modality;
  sentence: Span;
  people: People[];
  /** Some of them: "including two children". */
  parts: People[];
  date: When | null;
  places: Where[];
  speakers: Speaker[];
  /** "the handovers", "were found": tells more of something told before rather than something new. */
  retelling: boolean;
  /** "were also arrested": others besides those told of before. */
  also: boolean;
  /** A stay in custody that goes on: "are still held". */
  ongoing: boolean;
  /** "They were among 93 people who …": those told of before are some of these. */
  wholeOf: People | null;
  /** "were taken to a detention center": after an arrest of another day a transfer. */
  taken?: boolean;
  /** "had been forced across": what had been before. */
  before?: boolean;
  /** Said only to tell which people are meant: "those who were caught". */
  aside: boolean;
  doubts: Doubt[];
};

/** What a sentence adds about people told of before: "both guides are Chinese", "they include two children". */
export type Remark = {
  /** null = those told of last. */
  subject: People | null;
  parts: People[];
  /** The nationality of the whole subject. */
  nationality: string | null;
  /** Where those who were sent back or moved were taken: "the flight landed in Kashgar". */
  journey: Where[];
  /** When they left or arrived. */
  date: When | null;
  sentence: Span;
};

/** People of whom a sentence without an event speaks for the first time: "a second case concerns a woman in her forties". */
export type Introduction = { introduced: People[]; sentence: Span };
