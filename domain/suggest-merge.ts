import type { Headline } from "./headline-type";
import type { Group, IncidentDocument } from "./incident";
import type { MergeChoice, MergedGroup } from "./merge-cases";
import { intervalsDisjoint } from "./partial-date";

type Side = {
  document: Pick<IncidentDocument, "groups" | "events">;
  headline: Pick<Headline, "events">;
};

/**
 * What a person is offered first when two incidents are merged; they decide.
 * 1. A whole group is the first whole group of the same role and unit whose nationality is the same or unknown.
 * 2. A part is the part of the same kind and name there; else a part of its own, which adds to no total.
 * 3. An event is the first one of the same type and modality whose dates do not exclude each other.
 * Nothing is taken for two at once.
 */
export function suggestMerge(kept: Side, gone: Side): MergeChoice {
  return {
    groups: suggestGroups(kept.document.groups, gone.document.groups),
    events: suggestEvents(kept, gone),
  };
}

function suggestGroups(
  kept: readonly Group[],
  gone: readonly Group[],
): Record<string, MergedGroup> {
  const chosen: Record<string, MergedGroup> = {};
  const taken = new Set<string>();
  const choose = (group: Group, isLike: (other: Group) => boolean) => {
    const free = kept.filter((other) => !taken.has(other.id) && isOfKind(group, other));
    const alike = free.filter(isLike);
    const found = alike.find((other) => other.nationality === group.nationality) ?? alike[0];
    chosen[group.id] = found ? { as: "same", groupId: found.id } : { as: "other" };
    if (found) taken.add(found.id);
  };
  for (const group of gone.filter(({ partOf }) => partOf === null))
    choose(group, ({ partOf }) => partOf === null);
  // Wholes come before their parts, however deep.
  const waiting = gone.filter(({ partOf }) => partOf !== null);
  while (waiting.length > 0) {
    const at = waiting.findIndex(({ partOf }) => chosen[partOf!] !== undefined);
    if (at < 0) break;
    const [part] = waiting.splice(at, 1) as [Group];
    const whole = chosen[part.partOf!]!;
    const wholeId = whole.as === "same" ? whole.groupId : null;
    choose(
      part,
      (other) => wholeId !== null && other.partOf === wholeId && isSamePart(part, other),
    );
  }
  return chosen;
}

function isOfKind(a: Group, b: Group): boolean {
  const isNational =
    a.nationality === null || b.nationality === null || a.nationality === b.nationality;
  return a.role === b.role && a.unit === b.unit && isNational;
}

function isSamePart(a: Group, b: Group): boolean {
  return a.ageBand === b.ageBand && a.sex === b.sex && a.label === b.label;
}

function suggestEvents(kept: Side, gone: Side): Record<string, string | null> {
  const taken = new Set<string>();
  return Object.fromEntries(
    gone.document.events.map(({ id, type }) => {
      const own = gone.headline.events[id]!;
      const found = kept.document.events.find((other) => {
        const { modality, date } = kept.headline.events[other.id]!;
        if (taken.has(other.id) || other.type !== type || modality !== own.modality) return false;
        return date === null || own.date === null || !intervalsDisjoint(date, own.date);
      });
      if (found) taken.add(found.id);
      return [id, found?.id ?? null];
    }),
  );
}
