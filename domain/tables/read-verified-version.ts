import { z } from "zod";
import { checkIncident } from "../check-incident";
import type { ImportFault, TableRow } from "../import/import-item";
import { incidentDocumentSchema } from "../incident";
import { type Issue, shown } from "../issue";
import { readReference } from "../reference";
import { sourceSchema } from "../source";
import { issuesOf } from "../zod-issues";
import { isTrue, numberFrom, text } from "./read-value";
import type { VerifiedContent, VerifiedRecord } from "./verified-versions-table";

const sourceWithRef = sourceSchema.extend({
  ref: z.string().refine((ref) => readReference("SRC", ref) === ref, {
    params: { code: "cell.not_a_source" },
  }),
});
const contentSchema = z.object({
  document: incidentDocumentSchema,
  sources: z.array(sourceWithRef),
});

/** The verified version of a row that is sound by itself, with what is wrong in its content. */
export function verifiedVersionOf(
  file: string,
  { line, cells }: TableRow,
): { version: VerifiedRecord; faults: ImportFault[] } {
  const version = {
    number: numberFrom(cells, "number") ?? 1,
    bySamePerson: isTrue(cells, "by_same_person"),
  };
  const written = text(cells, "content");
  if (written === "") return { version: { ...version, content: null }, faults: [] };
  const parsed = contentSchema.safeParse(JSON.parse(written), { reportInput: true });
  const issues = parsed.success ? contentIssues(parsed.data) : issuesOf(parsed.error);
  const faults = issues.map((issue) => ({ file, line, column: "content", issue }));
  return { version: { ...version, content: parsed.data ?? null }, faults };
}

function contentIssues({ document, sources }: VerifiedContent): Issue[] {
  const refs = new Set(sources.map(({ ref }) => ref));
  const cited = [
    ...document.claims.map(({ sourceId }) => sourceId),
    ...sources.flatMap(({ derivedFrom }) => derivedFrom),
  ];
  const unknown = [...new Set(cited)]
    .filter((ref) => !refs.has(ref))
    .map((ref) => ({ path: "content", code: "source.unknown", values: { value: shown(ref) } }));
  return [...checkIncident(document), ...unknown];
}
