import type { IncidentItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import { type Issue, shown } from "../../domain/issue";
import type { Keep } from "../../domain/keep";
import type { StoredSource } from "../../domain/open-sources";
import { checkReferences, locationIdsOf, nationalitiesOf } from "../../domain/outside-references";
import { type FreeText, incidentTexts, sourceTexts } from "../../domain/personal-data/free-texts";
import type { VerifiedContent } from "../../domain/tables/verified-versions-table";
import type { Applying } from "./applying";
import { decideTexts } from "./decide-texts";

/** One verified version as it comes back. `content`: null where it is what the tables say. */
export type RestoredVersion = {
  number: number;
  bySamePerson: boolean;
  content: { document: IncidentDocument; sources: StoredSource[] } | null;
};

/** The verified versions of a new incident with texts as an import was told to leave them, and those texts. */
export function decideVersions(
  applying: Applying,
  { verified = [] }: IncidentItem,
): { verified: NonNullable<IncidentItem["verified"]>; texts: FreeText[]; keep: Keep[] } {
  const texts: FreeText[] = [];
  const keep: Keep[] = [];
  const decide = <Thing extends object>(
    thing: Thing,
    textsOf: (thing: Thing) => FreeText[],
    path: string,
  ): Thing => {
    const decided = decideTexts(thing, textsOf, applying);
    keep.push(...decided.keep);
    for (const text of textsOf(decided.thing))
      texts.push({ ...text, path: `${path}.${text.path}` });
    return decided.thing;
  };
  const decided = (applying.restores ? verified : []).map((version, at) => {
    const { content } = version;
    if (content === null) return version;
    const path = `verified.${at}`;
    const document = decide(content.document, incidentTexts, path);
    const sources = content.sources.map((source) => decide(source, sourceTexts, path));
    return { ...version, content: { document, sources } };
  });
  return { verified: decided, texts, keep };
}

/** The same as this ledger has them, with what they name in it that it does not have. */
export async function restoreVersions(
  applying: Applying,
  verified: NonNullable<IncidentItem["verified"]>,
): Promise<{ versions: RestoredVersion[]; issues: Issue[] }> {
  const versions: RestoredVersion[] = [];
  const issues: Issue[] = [];
  for (const [at, { number, bySamePerson, content }] of verified.entries()) {
    const restored = content && (await withIds(applying, content));
    for (const issue of restored?.issues ?? [])
      issues.push({ ...issue, path: `verified.${at}.${issue.path}` });
    versions.push({ number, bySamePerson, content: restored });
  }
  return { versions, issues };
}

async function withIds(
  { facts, window }: Applying,
  { document, sources }: VerifiedContent,
): Promise<NonNullable<RestoredVersion["content"]> & { issues: Issue[] }> {
  const idOf = (ref: string) => window.sources.get(ref) ?? ref;
  const missing = sources
    .filter(({ ref }) => !window.sources.has(ref))
    .map(({ ref }) => ({ path: "sources", code: "source.unknown", values: { value: shown(ref) } }));
  const named = {
    ...document,
    claims: document.claims.map((claim) => ({ ...claim, sourceId: idOf(claim.sourceId) })),
  };
  const stored = sources.map((source) => ({
    ...source,
    id: idOf(source.ref),
    derivedFrom: source.derivedFrom.map(idOf).sort(),
  }));
  const known = await facts.sources(stored.map(({ id }) => id));
  const places = await facts.locations([...locationIdsOf(named), ...nationalitiesOf(named)]);
  const others = missing.length > 0 ? [] : checkReferences(named, known, places);
  return { document: named, sources: stored, issues: [...missing, ...others] };
}
