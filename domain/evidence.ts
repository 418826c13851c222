import type { Claim } from "./incident";
import { compareDates } from "./partial-date";
import type { SourceFacts } from "./source";
import { type Corroboration, RELIABILITIES } from "./vocabulary";

/** A claim with what is known of its source. */
export type Evidence = { claim: Claim; source: SourceFacts };

/**
 * The claims a derived value may rest on, best first.
 * 1. Rejected claims never count.
 * 2. Copies (derived sources) never count: what they repeat is their original's to say.
 * 3. Order: accepted before not accepted, more reliable source, more credible claim, later publication, id.
 */
export function weigh(claims: Claim[], sources: ReadonlyMap<string, SourceFacts>): Evidence[] {
  const standing: Evidence[] = [];
  for (const claim of claims) {
    const source = sources.get(claim.sourceId);
    if (source && !source.derived && claim.assessment !== "rejected")
      standing.push({ claim, source });
  }
  return standing.sort(byWeight);
}

function byWeight(a: Evidence, b: Evidence): number {
  return (
    Number(b.claim.assessment === "accepted") - Number(a.claim.assessment === "accepted") ||
    RELIABILITIES.indexOf(a.source.reliability) - RELIABILITIES.indexOf(b.source.reliability) ||
    (a.claim.credibility ?? 6) - (b.claim.credibility ?? 6) ||
    comparePublished(b, a) ||
    (a.claim.id < b.claim.id ? -1 : a.claim.id > b.claim.id ? 1 : 0)
  );
}

/** An unknown publication date counts as the earliest. */
function comparePublished(a: Evidence, b: Evidence): number {
  const [first, second] = [a.source.published, b.source.published];
  if (!first || !second) return Number(first !== null) - Number(second !== null);
  return compareDates(first, second);
}

/** The accepted ones among the evidence, or all of it where none is accepted. */
export function acceptedOrAll(evidence: Evidence[]): Evidence[] {
  const accepted = evidence.filter(({ claim }) => claim.assessment === "accepted");
  return accepted.length > 0 ? accepted : evidence;
}

/**
 * Who published it, for counting independence. Publishers are compared without case and outer space;
 * sources whose publisher is not given count as one, since nothing says that they are two.
 */
export function publisherKey(source: SourceFacts): string {
  return source.publisher.trim().toLowerCase();
}

/** Distinct publishers among sources that are not derived. */
export function independentPublishers(evidence: Evidence[]): Set<string> {
  return new Set(
    evidence.filter(({ source }) => !source.derived).map(({ source }) => publisherKey(source)),
  );
}

/** True when two claims of different independent publishers contradict each other. */
export function anyConflict(
  evidence: Evidence[],
  conflict: (a: Claim, b: Claim) => boolean,
): boolean {
  return evidence.some((a, at) =>
    evidence
      .slice(at + 1)
      .some(
        (b) =>
          !a.source.derived &&
          !b.source.derived &&
          publisherKey(a.source) !== publisherKey(b.source) &&
          conflict(a.claim, b.claim),
      ),
  );
}

/**
 * How far independent sources carry one field; copies alone carry nothing.
 * Source: Airwars grading, adapted to count independent publishers.
 */
export function corroborate(evidence: Evidence[], contested: boolean): Corroboration {
  const publishers = independentPublishers(evidence).size;
  if (publishers === 0) return "unsourced";
  if (contested) return "contested";
  if (evidence.some(({ claim }) => claim.acknowledged)) return "acknowledged";
  return publishers >= 2 ? "corroborated" : "single_source";
}

const STRENGTH: Record<Corroboration, number> = {
  contested: 4,
  acknowledged: 3,
  corroborated: 2,
  single_source: 1,
  unsourced: 0,
};

/** The grade that must be shown for several fields together: a dispute first, then the strongest. */
export function strongest(grades: Corroboration[]): Corroboration {
  return grades.reduce<Corroboration>(
    (best, grade) => (STRENGTH[grade] > STRENGTH[best] ? grade : best),
    "unsourced",
  );
}
