import { type IncidentDocument, incidentDocumentSchema } from "./incident";
import type { Revision } from "./revision";

const NOTHING: IncidentDocument = { title: "", summary: "", groups: [], events: [], claims: [] };

/**
 * The document before and after a revision; nothing at all before the first.
 * Null where the revision wrote no document (a retraction), or its content has been emptied.
 */
export function revisedDocuments({ before, after }: Pick<Revision, "before" | "after">): {
  before: IncidentDocument;
  after: IncidentDocument;
} | null {
  const written = incidentDocumentSchema.safeParse(after);
  if (!written.success) return null;
  if (before === null) return { before: NOTHING, after: written.data };
  const earlier = incidentDocumentSchema.safeParse(before);
  return earlier.success ? { before: earlier.data, after: written.data } : null;
}
