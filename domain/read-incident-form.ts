import { checkIncident } from "./check-incident";
import { type FormContext, formPathOf, newReading, type Reading } from "./form-reading";
import { type IncidentDocument, incidentDocumentSchema } from "./incident";
import { blankEvent, blankGroup, type IncidentForm, isUntouched } from "./incident-form";
import type { Issue } from "./issue";
import type { Keep } from "./keep";
import type { NewSource } from "./new-source";
import { readClaimForms } from "./read-claim-form";
import { readEventForm } from "./read-event-form";
import { readGroupForm } from "./read-group-form";
import { readKeepForm } from "./read-keep-form";
import { readSourceForms } from "./read-source-form";
import { issuesOf } from "./zod-issues";

export type IncidentFormReading = {
  document: IncidentDocument;
  newSources: NewSource[];
  keep: Keep[];
  /** Every one, with the path of its field in the form. */
  issues: Issue[];
  /** For `formPathOf`, where somebody else finds fault with the document. */
  origins: ReadonlyMap<string, string>;
};

/**
 * What a typed form says, and everything that is wrong with it.
 * 1. Rows in which nothing is typed are passed over.
 * 2. A value with a source becomes a claim and nothing else; one without is the editor's own.
 * 3. A count without a number ("dozens") becomes a statement where it has a source.
 * 4. Counts are compared as typed, claimed or not: no part is larger than its whole.
 */
export function readIncidentForm(form: IncidentForm, context: FormContext): IncidentFormReading {
  const reading = newReading(context);
  const newSources = readSourceForms(reading, form.sources);
  const groupRows = touched(form.groups, "groups", blankGroup(""));
  const eventRows = touched(form.events, "events", blankEvent(""));
  const { before, newId } = context;
  for (const { row } of groupRows)
    reading.groupIds.set(row.key, keptId(row.key, before?.groups) ?? newId());
  for (const { row } of eventRows)
    reading.eventIds.set(row.key, keptId(row.key, before?.events) ?? newId());

  // First, so that what is cited beside the fields of an edited case comes behind its old claims.
  readClaimForms(reading, form.claims);
  const groups = groupRows.map(({ row, path }, index) => {
    reading.origins.set(`groups.${index}`, path);
    for (const field of ["role", "nationality", "count", "partOf", "label"])
      reading.origins.set(`groups.${index}.${field}`, `${path}.${field}`);
    return readGroupForm(reading, path, row);
  });
  const events = eventRows.map(({ row, path }, index) => {
    reading.origins.set(`events.${index}`, path);
    for (const field of ["date", "description"])
      reading.origins.set(`events.${index}.${field}`, `${path}.${field}`);
    return readEventForm(reading, path, `events.${index}`, row);
  });
  const document = {
    title: form.title,
    summary: form.summary,
    groups: groups.map(({ group }) => group),
    events: events.map(({ event }) => event),
    claims: reading.claims,
  };
  const asTyped = {
    ...document,
    groups: groups.map(({ group, typed }) => ({ ...group, count: typed })),
    events: events.map(({ event, typed }) => ({
      ...event,
      groups: event.groups.map((row, index) => ({ ...row, count: typed[index] ?? row.count })),
    })),
  };
  const parsed = incidentDocumentSchema.safeParse(document, { reportInput: true });
  const found = [...(parsed.success ? [] : issuesOf(parsed.error)), ...checkIncident(asTyped)];
  return {
    document: parsed.success ? parsed.data : document,
    newSources,
    keep: keepOf(reading, form),
    issues: allIssues(reading, found),
    origins: reading.origins,
  };
}

/** The issues of the reading, then those found later at fields that had none; each once. */
export function allIssues({ issues, origins }: Reading, found: readonly Issue[]): Issue[] {
  const told = new Set(issues.map(({ path }) => path));
  const others = found
    .map((issue) => ({ ...issue, path: formPathOf(origins, issue.path) }))
    .filter(({ path }) => !told.has(path));
  const all = [...issues, ...others];
  return [...new Map(all.map((issue) => [JSON.stringify(issue), issue])).values()];
}

/** The words that are to stay; issues of their reasons find their way back too. */
export function keepOf(reading: Reading, form: Pick<IncidentForm, "keep">): Keep[] {
  const { keep, origins } = readKeepForm(form.keep);
  for (const [at, origin] of origins) reading.origins.set(at, origin);
  return keep;
}

function touched<Row extends object>(
  rows: readonly Row[],
  list: string,
  blank: Row,
): { row: Row; path: string }[] {
  return rows.flatMap((row, index) =>
    isUntouched(row, blank) ? [] : [{ row, path: `${list}.${index}` }],
  );
}

function keptId(key: string, before: readonly { id: string }[] = []): string | undefined {
  return before.find(({ id }) => id === key)?.id;
}
