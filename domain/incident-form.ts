import { z } from "zod";

/*
 * The forms as they are typed: text all through, "" where nothing is typed or chosen. Whatever a request sends is
 * taken into this shape without an error; what the text means is for the readers to say.
 */
const typed = z.string().catch("");
const checked = z.preprocess((value) => (value === "on" ? "on" : ""), z.string());
const several = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]).filter((item) => typeof item === "string"),
  z.array(z.string()),
);
const rows = <Row extends z.ZodType>(row: Row) =>
  z.preprocess(
    (value) => (Array.isArray(value) ? Array.from(value, (item) => record(item)) : []),
    z.array(row),
  );
const record = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
const part = <Shape extends z.ZodRawShape>(shape: Shape) => z.preprocess(record, z.object(shape));

/** Words that are marked and stay, each by the code of its mark; one without a reason does not stay. */
const keepFormSchema = z.preprocess(
  record,
  z.record(z.string(), part({ kind: typed, words: typed, reason: typed })),
);
export type KeepForm = z.infer<typeof keepFormSchema>;

/** Where a fact comes from. `source` is the key of an entry of the form's sources, "" = none of its own. */
const citeFormSchema = part({ source: typed, quote: typed, locator: typed, statement: typed });
export type CiteForm = z.infer<typeof citeFormSchema>;

/**
 * A source of the form. `mode`: "known" = one that the ledger has, named by `ref`; else a new one.
 * `copies`: what it derives from, keys of other entries or references.
 */
const sourceFields = {
  key: typed,
  mode: typed,
  ref: typed,
  kind: typed,
  publisher: typed,
  title: typed,
  url: typed,
  published: typed,
  language: typed,
  reliability: typed,
  access: typed,
  copies: several,
  accessed: typed,
  archivedUrl: typed,
  licence: typed,
  quotable: checked,
  storedText: typed,
};
const sourceFormSchema = part(sourceFields);
export type SourceForm = z.infer<typeof sourceFormSchema>;

/** A source in a form of its own: what it copies stands in rows, each a reference. */
export const singleSourceFormSchema = part({
  ...sourceFields,
  copies: rows(part({ ref: typed })),
  reason: typed,
  keep: keepFormSchema,
});
export type SingleSourceForm = z.infer<typeof singleSourceFormSchema>;

const groupFormSchema = part({
  key: typed,
  label: typed,
  role: typed,
  nationality: typed,
  unit: typed,
  count: typed,
  cite: citeFormSchema,
  partOf: typed,
  ageBand: typed,
  sex: typed,
  circumstances: several,
});
export type GroupForm = z.infer<typeof groupFormSchema>;

/** `cite` holds for the whole event; date, modality and each place may have one of their own. */
const eventFormSchema = part({
  key: typed,
  type: typed,
  modality: typed,
  modalityCite: citeFormSchema,
  date: typed,
  dateCite: citeFormSchema,
  description: typed,
  cite: citeFormSchema,
  places: rows(part({ role: typed, name: typed, cite: citeFormSchema })),
  groups: rows(part({ group: typed, count: typed })),
});
export type EventForm = z.infer<typeof eventFormSchema>;

/** One claim by itself. `group` and `event` are keys; `value` is read as `field` asks, `role` is of a place. */
const claimFormSchema = part({
  key: typed,
  field: typed,
  source: typed,
  group: typed,
  event: typed,
  value: typed,
  role: typed,
  scope: typed,
  scopeText: typed,
  statement: typed,
  quote: typed,
  locator: typed,
  credibility: typed,
  assessment: typed,
  acknowledged: checked,
});
export type ClaimForm = z.infer<typeof claimFormSchema>;

export const incidentFormSchema = part({
  title: typed,
  summary: typed,
  reason: typed,
  sources: rows(sourceFormSchema),
  groups: rows(groupFormSchema),
  events: rows(eventFormSchema),
  claims: rows(claimFormSchema),
  keep: keepFormSchema,
});
export type IncidentForm = z.infer<typeof incidentFormSchema>;

const noCite: CiteForm = { source: "", quote: "", locator: "", statement: "" };

export function blankSource(key: string, mode: "known" | "new"): SourceForm {
  return {
    key,
    mode,
    ref: "",
    kind: "news",
    publisher: "",
    title: "",
    url: "",
    published: "",
    language: "",
    reliability: "F",
    access: "public",
    copies: [],
    accessed: "",
    archivedUrl: "",
    licence: "",
    quotable: "",
    storedText: "",
  };
}

export function blankGroup(key: string): GroupForm {
  return {
    key,
    label: "",
    role: "",
    nationality: "",
    unit: "person",
    count: "",
    cite: noCite,
    partOf: "",
    ageBand: "",
    sex: "",
    circumstances: [],
  };
}

export function blankPlace(): EventForm["places"][number] {
  return { role: "at", name: "", cite: noCite };
}

export function blankEvent(key: string): EventForm {
  return {
    key,
    type: "",
    modality: "reported",
    modalityCite: noCite,
    date: "",
    dateCite: noCite,
    description: "",
    cite: noCite,
    places: [blankPlace()],
    groups: [],
  };
}

export function blankClaim(key: string, field: string, source: string): ClaimForm {
  return {
    key,
    field,
    source,
    group: "",
    event: "",
    value: "",
    role: "at",
    scope: "whole",
    scopeText: "",
    statement: "",
    quote: "",
    locator: "",
    credibility: "",
    assessment: "accepted",
    acknowledged: "",
  };
}

/** An empty form with one row of each, as a new case begins. */
export function blankIncidentForm(): IncidentForm {
  return {
    title: "",
    summary: "",
    reason: "",
    sources: [blankSource("s1", "new")],
    groups: [blankGroup("g1")],
    events: [blankEvent("e1")],
    claims: [],
    keep: {},
  };
}

/** A key that no row has: the prefix and a number. */
export function freeKey(prefix: string, rows: readonly { key?: string }[]): string {
  const taken = new Set(rows.map((row) => row.key));
  let number = rows.length + 1;
  while (taken.has(`${prefix}${number}`)) number++;
  return `${prefix}${number}`;
}

/** True when nothing was typed or chosen in a row beyond what it began with; `ignored` fields do not count. */
export function isUntouched<Row extends object>(
  row: Row,
  blank: Row,
  ignored: readonly (keyof Row)[] = [],
): boolean {
  const shape = (given: Row) =>
    JSON.stringify(given, (name, value) =>
      ignored.includes(name as keyof Row) || name === "key"
        ? undefined
        : typeof value === "string"
          ? value.trim()
          : value,
    );
  return shape(row) === shape(blank);
}
