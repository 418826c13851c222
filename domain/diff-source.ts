import { changedFields, code, date, type FieldChange, type Readers, text } from "./diff-document";
import type { Source } from "./source";

/**
 * What differs between two versions of a source, field by field; all that is filled, where it is new.
 * Of its stored text only the length is told, since the text may be restricted and is long.
 */
export function diffSources(before: Source | null, after: Source): FieldChange[] {
  const fields = changedFields(SOURCE, before, after);
  if ((before?.storedText ?? "") === after.storedText) return fields;
  const length = ({ storedText }: Source) =>
    ({ kind: "characters", count: storedText.length }) as const;
  return [
    ...fields,
    { field: "storedText", before: before && length(before), after: length(after) },
  ];
}

const SOURCE: Readers<Omit<Source, "storedText">> = {
  publisher: text,
  title: text,
  kind: code("sourceKind"),
  url: text,
  archivedUrl: text,
  published: date,
  accessed: (value) => text(value ?? ""),
  language: text,
  reliability: code("reliability"),
  access: code("access"),
  licence: text,
  quotable: (value) => (value ? { kind: "yes" } : null),
  derivedFrom: (ids) => (ids.length === 0 ? null : { kind: "sources", ids }),
};
