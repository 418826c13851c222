import type { CountRange } from "./count-range";
import { type Evidence, publisherKey, weigh } from "./evidence";
import type { Headline } from "./headline-type";
import type { Claim, Group, IncidentDocument } from "./incident";
import { isUnknown, type PartialDate } from "./partial-date";
import type { SourceFacts } from "./source";
import type { Modality } from "./vocabulary";

/**
 * Who says it. `publisher` is "" where the source does not give one.
 * `published` is given only where one publisher says different things in different reports.
 */
export type Voice = { publisher: string; published: PartialDate | null };

/** A value and the independent publishers that give it. */
export type Saying<T> = { value: T; by: Voice[] };

/** How a whole splits into parts, as each source has it; a count is null where it says nothing of that part. */
export type SplitSayings = {
  partOf: string;
  groupIds: string[];
  said: Saying<(CountRange | null)[]>[];
};

/**
 * Where sources differ on the headline, value by value with who says it. Copies and rejected claims are left out.
 * `date`: every date given for the events the headline rests on, the weightiest first; empty unless two differ.
 * `place` (ids), `persons`, `helpers` (smallest first), `splits`: only what independent sources contest.
 * `status`: reported or anticipated …, for the event that gave the most severe status; empty unless two differ.
 */
export type Disagreement = {
  date: Saying<PartialDate>[];
  place: Saying<string[]>[];
  persons: { groupId: string; said: Saying<CountRange>[] }[];
  helpers: { groupId: string; said: Saying<CountRange>[] }[];
  splits: SplitSayings[];
  status: Saying<Modality>[];
};

export function disagreementOf(
  doc: IncidentDocument,
  headline: Headline,
  sources: ReadonlyMap<string, SourceFacts>,
): Disagreement {
  const of = (keep: (claim: Claim) => boolean) =>
    weigh(
      doc.claims.filter((claim) => claim.scope !== "part" && keep(claim)),
      sources,
    );
  const onOpening = (claim: Claim) =>
    claim.groupId === null && headline.eventIds.includes(claim.eventId ?? "");
  const countsOf = (groups: Group[]) =>
    of(
      (claim) =>
        claim.field === "count" &&
        claim.eventId === null &&
        groups.some((group) => group.id === claim.groupId),
    );
  const isContested = (group: Group) =>
    group.unit === "person" && headline.groups[group.id]?.corroboration === "contested";
  const contested = (keep: (group: Group) => boolean) =>
    doc.groups
      .filter((group) => isContested(group) && group.partOf === null && keep(group))
      .map((group) => ({
        groupId: group.id,
        said: sayings(countsOf([group]), ({ claim }) => claim.count).toSorted(
          (a, b) => smallest(a.value) - smallest(b.value),
        ),
      }));
  const statusEvent = headline.statuses[0]?.eventId ?? null;

  return {
    date: onlyIfDiffering(
      sayings(
        of((claim) => claim.field === "date" && onOpening(claim)),
        ({ claim: { date } }) => (date === null || isUnknown(date) ? null : date),
        ({ earliest, latest, kind }) => `${earliest} ${latest} ${kind}`,
      ),
    ),
    place:
      headline.byField.place === "contested"
        ? placesBySource(of((claim) => claim.field === "place" && onOpening(claim)))
        : [],
    persons: contested((group) => group.role !== "helper"),
    helpers: contested((group) => group.role === "helper"),
    splits: doc.groups.flatMap((whole) => {
      const parts = doc.groups.filter((part) => part.partOf === whole.id && isContested(part));
      return parts.length === 0 ? [] : [splitOf(whole, parts, countsOf(parts))];
    }),
    status: onlyIfDiffering(
      sayings(
        of(
          (claim) =>
            claim.field === "modality" && claim.groupId === null && claim.eventId === statusEvent,
        ),
        ({ claim }) => claim.modality,
      ),
    ),
  };
}

function onlyIfDiffering<T>(said: Saying<T>[]): Saying<T>[] {
  return said.length > 1 ? said : [];
}

function smallest({ low, best, high }: CountRange): number {
  return low ?? best ?? high ?? 0;
}

/** Values in the order of the evidence, each with its publishers; null says nothing. */
function sayings<E extends { source: SourceFacts }, T>(
  evidence: E[],
  read: (evidence: E) => T | null,
  keyOf: (value: T) => string = (value) => JSON.stringify(value),
): Saying<T>[] {
  const groups = new Map<string, { value: T; sources: SourceFacts[] }>();
  for (const one of evidence) {
    const value = read(one);
    if (value === null) continue;
    const group = groups.get(keyOf(value));
    if (group) group.sources.push(one.source);
    else groups.set(keyOf(value), { value, sources: [one.source] });
  }
  const all = [...groups.values()];
  const saysMore = (source: SourceFacts) =>
    all.filter(({ sources }) =>
      sources.some((other) => publisherKey(other) === publisherKey(source)),
    ).length > 1;
  return all.map(({ value, sources }) => ({
    value,
    by: distinctVoices(
      sources.map((source) => ({
        publisher: source.publisher.trim(),
        published: saysMore(source) ? source.published : null,
      })),
    ),
  }));
}

function distinctVoices(voices: Voice[]): Voice[] {
  const keyOf = ({ publisher, published }: Voice) =>
    JSON.stringify([publisher.toLowerCase(), published?.earliest, published?.latest]);
  const distinct = new Map<string, Voice>();
  for (const voice of voices) if (!distinct.has(keyOf(voice))) distinct.set(keyOf(voice), voice);
  return [...distinct.values()];
}

function bySource(evidence: Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence)
    groups.set(one.source.id, [...(groups.get(one.source.id) ?? []), one]);
  return [...groups.values()];
}

function placesBySource(evidence: Evidence[]): Saying<string[]>[] {
  const whole = bySource(evidence).map((ofOne) => ({
    source: ofOne[0]!.source,
    places: [...new Set(ofOne.flatMap(({ claim }) => claim.place?.locationId ?? []))].sort(),
  }));
  return sayings(whole, ({ places }) => places);
}

function splitOf(whole: Group, parts: Group[], evidence: Evidence[]): SplitSayings {
  const split = bySource(evidence).map((ofOne) => ({
    source: ofOne[0]!.source,
    counts: parts.map(
      (part) => ofOne.find(({ claim }) => claim.groupId === part.id)?.claim.count ?? null,
    ),
  }));
  return {
    partOf: whole.id,
    groupIds: parts.map(({ id }) => id),
    said: sayings(split, ({ counts }) => counts),
  };
}
