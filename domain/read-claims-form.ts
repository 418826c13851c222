import { checkIncident } from "./check-incident";
import { type FormContext, newReading } from "./form-reading";
import { type IncidentDocument, incidentDocumentSchema } from "./incident";
import type { IncidentForm } from "./incident-form";
import { readClaimForms } from "./read-claim-form";
import { allIssues, type IncidentFormReading, keepOf } from "./read-incident-form";
import { readSourceForms } from "./read-source-form";
import { issuesOf } from "./zod-issues";

/**
 * What the form that adds claims to an incident says. The keys of groups and events are their ids.
 * Returns the incident with the new claims behind its own, which are not checked again.
 * Issue besides those of claims and sources: `claim.none`.
 */
export function readClaimsForm(
  form: Pick<IncidentForm, "sources" | "claims" | "keep">,
  document: IncidentDocument,
  context: FormContext,
): IncidentFormReading {
  const reading = newReading(context);
  for (const { id } of document.groups) reading.groupIds.set(id, id);
  for (const { id } of document.events) reading.eventIds.set(id, id);
  const newSources = readSourceForms(reading, form.sources);
  readClaimForms(reading, form.claims);
  if (reading.claims.length === 0) reading.issues.push({ path: "", code: "claim.none" });

  const added = { ...document, claims: reading.claims };
  const parsed = incidentDocumentSchema.safeParse(added, { reportInput: true });
  const found = [...(parsed.success ? [] : issuesOf(parsed.error)), ...checkIncident(added)];
  return {
    document: parsed.success ? parsed.data : added,
    newSources,
    keep: keepOf(reading, form),
    issues: allIssues(
      reading,
      found.filter(({ path }) => path.startsWith("claims.")),
    ),
    origins: reading.origins,
  };
}
