import type { CountRange } from "./count-range";
import type { Claim, IncidentDocument } from "./incident";
import type { CiteForm } from "./incident-form";
import { type Issue, shown } from "./issue";
import { parseCount } from "./parse-count";
import type { PartialDate } from "./partial-date";
import { normaliseText } from "./search-text";
import { parseTypedDate } from "./typed-date";

/** A place that a typed name may mean; `label` is its full written form, "Kunming, Yunnan, China". */
export type PlaceMatch = { id: string; label: string };

/** A source of the ledger that a form names. */
export type KnownSource = { id: string; ref: string; published: PartialDate | null };

/** What the reading of a form needs to know and cannot find in it. */
export type FormContext = {
  newId(): string;
  /** What is being edited: its values stay as they are where their text was not touched. Null for a new case. */
  before: IncidentDocument | null;
  /** By reference. */
  sources: ReadonlyMap<string, KnownSource>;
  /** By the name as typed. */
  places: ReadonlyMap<string, readonly PlaceMatch[]>;
};

/** What one reading gathers on its way. */
export type Reading = FormContext & {
  issues: Issue[];
  /** Where the parts of the document stand in the form: a dotted path there to a dotted path here. */
  origins: Map<string, string>;
  /** By key of the form. A row in which nothing is typed has none. */
  sourcesByKey: Map<string, { id: string; published: PartialDate | null }>;
  groupIds: Map<string, string>;
  eventIds: Map<string, string>;
  claims: Claim[];
};

export function newReading(context: FormContext): Reading {
  return {
    ...context,
    issues: [],
    origins: new Map(),
    sourcesByKey: new Map(),
    groupIds: new Map(),
    eventIds: new Map(),
    claims: [],
  };
}

export function refuse(
  reading: Reading,
  path: string,
  code: string,
  values: Issue["values"] = {},
): void {
  reading.issues.push({ path, code, values });
}

export function readDateAt(
  reading: Reading,
  path: string,
  text: string,
  published: PartialDate | null,
): PartialDate | null {
  const { date, issues } = parseTypedDate(text, { published });
  reading.issues.push(...issues.map((issue) => ({ ...issue, path })));
  return date;
}

export function readCountAt(reading: Reading, path: string, text: string): CountRange {
  const { count, issues } = parseCount(text);
  reading.issues.push(...issues.map((issue) => ({ ...issue, path })));
  return count;
}

/** The code chosen; an empty or unknown one is an issue and gives the first of the list. */
export function readCodeAt<Code extends string>(
  reading: Reading,
  path: string,
  text: string,
  codes: readonly Code[],
): Code {
  const code = codes.find((known) => known === text);
  if (code !== undefined) return code;
  if (text === "") refuse(reading, path, "value.not_chosen");
  else
    refuse(reading, path, "value.not_in_list", {
      value: displayed(text),
      allowed: codes.join(", "),
    });
  return codes[0] as Code;
}

/** As `readCodeAt`, null where nothing is chosen. */
export function readOptionalCodeAt<Code extends string>(
  reading: Reading,
  path: string,
  text: string,
  codes: readonly Code[],
): Code | null {
  return text === "" ? null : readCodeAt(reading, path, text, codes);
}

/** The place a name means, null with an issue where it means none or several. Expects a name. */
export function readPlaceAt(reading: Reading, path: string, name: string): string | null {
  const matches = reading.places.get(name) ?? [];
  const value = displayed(name);
  if (matches.length === 0) {
    refuse(reading, path, "place.not_found", { value });
    return null;
  }
  const written = matches.filter(({ label }) => normaliseText(label) === normaliseText(name));
  const [only, ...others] = written.length === 1 ? written : matches;
  if (others.length === 0) return only!.id;
  const candidates = matches.slice(0, MAX_CANDIDATES).map(({ label }) => label);
  refuse(reading, path, "place.ambiguous", { value, candidates: candidates.join("; ") });
  return null;
}

const MAX_CANDIDATES = 5;

/** A citation with the source it means and the path of the field that chose it. */
export type Cited = Pick<Claim, "sourceId" | "quote" | "locator" | "statement"> & {
  published: PartialDate | null;
  path: string;
};

/**
 * What a fact cites: its own source, else the one that holds for the whole row; of the latter's words it keeps
 * those it does not replace. Null = none is chosen; words without a source are an issue.
 */
export function readCiteAt(
  reading: Reading,
  path: string,
  own: CiteForm,
  shared?: { path: string; cite: CiteForm },
): Cited | null {
  const inherits = own.source === "" && shared !== undefined && shared.cite.source !== "";
  const key = inherits ? shared.cite.source : own.source;
  if (key === "") {
    if ([own.quote, own.locator, own.statement].some((words) => words.trim() !== ""))
      refuse(reading, `${path}.source`, "claim.source_missing");
    return null;
  }
  const chosen = inherits ? shared.path : path;
  const source = sourceAt(reading, `${chosen}.source`, key);
  if (source === null) return null;
  const word = (name: "quote" | "locator" | "statement") =>
    inherits && own[name].trim() === "" ? shared.cite[name] : own[name];
  return {
    sourceId: source.id,
    published: source.published,
    quote: word("quote"),
    locator: word("locator"),
    statement: word("statement"),
    path: chosen,
  };
}

/** The source of a key; null with an issue where its row says nothing, or is not there. */
export function sourceAt(reading: Reading, path: string, key: string) {
  const source = reading.sourcesByKey.get(key) ?? null;
  const told = reading.issues.some((issue) => issue.path === path);
  if (source === null && !told) refuse(reading, path, "claim.source_not_written");
  return source;
}

const noValue = { count: null, date: null, place: null, modality: null, status: null };

/** Adds a claim made beside a field; `path` is the field, where issues of its value are shown. */
export function addCitedClaim(
  reading: Reading,
  path: string,
  cited: Cited,
  claim: Pick<Claim, "groupId" | "eventId" | "field"> & Partial<Claim>,
): void {
  const { published: _published, path: citePath, ...words } = cited;
  const at = `claims.${reading.claims.length}`;
  reading.origins.set(at, path);
  for (const name of ["quote", "locator", "statement"])
    reading.origins.set(`${at}.${name}`, `${citePath}.${name}`);
  reading.origins.set(`${at}.sourceId`, `${citePath}.source`);
  reading.claims.push({
    ...noValue,
    scope: "whole",
    scopeText: "",
    credibility: null,
    assessment: "accepted",
    acknowledged: false,
    ...words,
    ...claim,
    id: reading.newId(),
  });
}

/** A typed text as a message may repeat it, whatever is in it. */
export function displayed(text: string): string {
  return shown(text.trim()).replaceAll("\0", "\uFFFD").toWellFormed();
}

/** The path in the form of a path in the document; the longest known beginning decides. */
export function formPathOf(origins: ReadonlyMap<string, string>, path: string): string {
  for (
    let known = path;
    known !== "";
    known = known.slice(0, Math.max(known.lastIndexOf("."), 0))
  ) {
    const origin = origins.get(known);
    if (origin !== undefined) return origin;
  }
  return path;
}
