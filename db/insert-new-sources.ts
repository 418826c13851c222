import { type Actor, authorise } from "../domain/actor";
import { checkIncident } from "../domain/check-incident";
import { InvalidInput } from "../domain/errors";
import { type IncidentDocument, incidentDocumentSchema } from "../domain/incident";
import type { Issue } from "../domain/issue";
import { issueUnder } from "../domain/issue-under";
import type { Keep } from "../domain/keep";
import type { NewSource } from "../domain/new-source";
import { issuesOf } from "../domain/zod-issues";
import type { Clock } from "./clock";
import { insertSource } from "./insert-source";
import type { Db, Store } from "./store";

/**
 * Adds the sources that come with a document, in the transaction that writes it, and returns the document with
 * their ids in place of their keys.
 * 1. `derivedFrom` may name a key; an original is added before its copies, whatever the order given.
 * 2. Keys that derive from each other in a circle are all refused.
 * Errors: InvalidInput with every issue of the sources, under `newSources.N`, and of the document.
 */
export async function insertNewSources(
  store: Store,
  db: Db,
  {
    document,
    newSources = [],
    keep = [],
  }: {
    document: IncidentDocument;
    newSources?: readonly NewSource[];
    keep?: readonly Keep[];
  },
  actor: Actor,
  clock: Clock,
): Promise<IncidentDocument> {
  if (newSources.length === 0) return document;
  authorise(actor, "source.add");
  const ids = new Map<string, string>();
  const issues: Issue[] = [];
  const waiting = new Map(newSources.map((added, index) => [added.key, { ...added, index }]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ source }) => !source.derivedFrom.some((origin) => waiting.has(origin)),
    );
    if (ready.length === 0) break;
    for (const { key, source, index } of ready) {
      waiting.delete(key);
      const derivedFrom = source.derivedFrom.map((origin) => ids.get(origin) ?? origin);
      try {
        const { id } = await insertSource(
          store,
          db,
          { source: { ...source, derivedFrom }, keep },
          actor,
          clock,
        );
        ids.set(key, id);
      } catch (error) {
        if (!(error instanceof InvalidInput)) throw error;
        issues.push(...error.issues.map((issue) => issueUnder(`newSources.${index}`, issue)));
      }
    }
  }
  for (const { index } of waiting.values())
    issues.push({ path: `newSources.${index}.derivedFrom`, code: "source.derived_from_itself" });
  if (issues.length > 0) throw new InvalidInput([...issues, ...documentIssues(document)]);
  return {
    ...document,
    claims: document.claims.map((claim) => ({
      ...claim,
      sourceId: ids.get(claim.sourceId) ?? claim.sourceId,
    })),
  };
}

function documentIssues(document: IncidentDocument): Issue[] {
  const parsed = incidentDocumentSchema.safeParse(document, { reportInput: true });
  return parsed.success ? checkIncident(parsed.data) : issuesOf(parsed.error);
}
