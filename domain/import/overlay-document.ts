import type { IncidentDocument } from "../incident";
import { mergeDocuments } from "../merge-documents";
import type { IncidentItem } from "./import-item";

/**
 * What an incident becomes when a table names it again. `before`: as it stands; `document`: what the row says now;
 * `base`: what it was after the row was imported last, null where nobody knows.
 * 1. What the row says otherwise than last time is taken from it; what somebody edited meanwhile stays.
 * 2. What the table has no column for stays.
 */
export function overlayDocument({
  base,
  before,
  document,
}: {
  base: IncidentDocument | null;
  before: IncidentDocument;
  item: IncidentItem;
  document: IncidentDocument;
}): IncidentDocument {
  return mergeDocuments(base ?? before, document, before);
}
