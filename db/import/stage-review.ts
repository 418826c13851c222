import { isDeepStrictEqual } from "node:util";
import type { IncidentItem } from "../../domain/import/import-item";
import type { IncidentDocument } from "../../domain/incident";
import type { IncidentFacts } from "../incident-rows";
import type { TableRow } from "../many-rows";
import type { Applying } from "./applying";
import type { Staged } from "./import-queue";
import type { RestoredVersion } from "./restored-versions";

/** `verifiedNumber`: of the version that is verified, null for none. */
export type ReviewedFacts = IncidentFacts & { verifiedNumber: number | null };

/** What an incident was, one after the other, up to what it is. */
export type History = { document: IncidentDocument; verified: RestoredVersion | null }[];

/** What a new incident was when it was verified, and what it is, where that is something else. */
export function historyOf(
  versions: readonly RestoredVersion[],
  document: IncidentDocument,
): History {
  const history: History = versions.map((verified) => ({
    document: verified.content?.document ?? document,
    verified,
  }));
  if (!isDeepStrictEqual(history.at(-1)?.document, document))
    history.push({ document, verified: null });
  return history;
}

/** What a new incident's row says where it comes back as far in its review as it was; it stays internal. */
export function reviewedFacts(
  { restores }: Applying,
  { review, verified }: IncidentItem,
  { logged, history }: { logged: IncidentFacts; history: History },
): ReviewedFacts {
  const { status = null, retractedReason = null } = (restores && review) || {};
  const last = history.findLast(({ verified }) => verified)?.verified?.number ?? null;
  const version = history.length;
  if (status === null || status === "draft") return { ...logged, version, verifiedNumber: last };
  // What is disputed may never have been verified; only the table of verified versions tells.
  const isVerified = status === "verified" || (status === "disputed" && verified === undefined);
  const isOwn = isVerified && history.at(-1)?.verified === null;
  return {
    ...logged,
    version: version + 1,
    reviewStatus: status,
    retractedReason,
    verifiedNumber: isOwn ? (last ?? 0) + 1 : last,
  };
}

/** Stages the log of a new incident, and its verified versions; what is verified without one is verified as it comes. */
export async function stageReview(
  { facts, actor, clock }: Applying,
  staged: Staged,
  { id, reviewed, history }: { id: string; reviewed: ReviewedFacts; history: History },
): Promise<void> {
  const { version, reviewStatus, retractedReason, verifiedNumber } = reviewed;
  const { document } = history.at(-1)!;
  const asNow = () => facts.withOrigins(document.claims.map(({ sourceId }) => sourceId));
  const shared = { incidentId: id, verifiedAt: clock.now(), verifiedBy: actor.id, closed: [] };
  const verified: TableRow<"verifiedVersion">[] = [];
  for (const [at, { document: was, verified: of }] of history.entries())
    if (of) {
      const { number, bySamePerson, content } = of;
      const sources = content?.sources ?? (await asNow());
      verified.push({ ...shared, number, version: at + 1, document: was, sources, bySamePerson });
    }
  if (verifiedNumber !== null && verifiedNumber !== verified.at(-1)?.number) {
    const own = { number: verifiedNumber, version, document, sources: await asNow() };
    verified.push({ ...shared, ...own, bySamePerson: true });
  }
  const entry = { action: "import", entity: "incident", entityId: id, reason: "" } as const;
  staged.writes.push((many) => {
    many.add("verifiedVersion", verified);
    for (const [at, { document: after, verified: of }] of history.entries()) {
      const before = history[at - 1]?.document ?? null;
      const told = of ? { ...after, verifiedNumber: of.number } : after;
      many.log({ ...entry, version: at + 1, before, after: told }, actor, clock);
    }
    if (reviewStatus !== "draft") {
      const after = { reviewStatus, retractedReason, verifiedNumber };
      many.log({ ...entry, version, before: { reviewStatus: "draft" }, after }, actor, clock);
    }
  });
}
