import type { CountRange } from "./count-range";
import type { IncidentDocument } from "./incident";
import type { Issue } from "./issue";
import type { ClaimField } from "./vocabulary";

/**
 * The rules between the parts of an incident that no single field can check. All issues, never only the first:
 * ids that are used twice or point nowhere, a group that is part of itself, a part larger than its whole,
 * more people at an event than the group has, a claim whose value is not of its field.
 */
export function checkIncident(doc: IncidentDocument): Issue[] {
  return [...checkIds(doc), ...checkGroups(doc), ...checkEvents(doc), ...checkClaims(doc)];
}

function checkIds(doc: IncidentDocument): Issue[] {
  const issues: Issue[] = [];
  for (const list of ["groups", "events", "claims"] as const) {
    const seen = new Set<string>();
    doc[list].forEach((item, index) => {
      if (seen.has(item.id)) issues.push({ path: `${list}.${index}`, code: "incident.id_twice" });
      seen.add(item.id);
    });
  }
  return issues;
}

function checkGroups(doc: IncidentDocument): Issue[] {
  const byId = new Map(doc.groups.map((group) => [group.id, group]));
  const issues: Issue[] = [];
  doc.groups.forEach((group, index) => {
    if (group.partOf === null) return;
    const whole = byId.get(group.partOf);
    const path = `groups.${index}.partOf`;
    if (!whole) issues.push({ path, code: "group.unknown" });
    else if (isOwnAncestor(group.id, byId)) issues.push({ path, code: "group.part_of_itself" });
    else if (group.unit === whole.unit && exceeds(group.count, whole.count))
      issues.push({
        path: `groups.${index}.count`,
        code: "group.part_above_whole",
        values: { value: group.count.low ?? group.count.best ?? 0, max: whole.count.high ?? 0 },
      });
  });
  return issues;
}

function isOwnAncestor(id: string, byId: Map<string, { partOf: string | null }>): boolean {
  const seen = new Set<string>();
  let next = byId.get(id)?.partOf ?? null;
  while (next !== null && !seen.has(next)) {
    if (next === id) return true;
    seen.add(next);
    next = byId.get(next)?.partOf ?? null;
  }
  return false;
}

/** Certainly more: the least the part can be is above the most the whole can be. */
function exceeds(part: CountRange, whole: CountRange): boolean {
  const least = part.low ?? part.best;
  return least !== null && whole.high !== null && least > whole.high;
}

function checkEvents(doc: IncidentDocument): Issue[] {
  const groups = new Map(doc.groups.map((group) => [group.id, group]));
  const issues: Issue[] = [];
  doc.events.forEach((event, index) => {
    const named = new Set<string>();
    event.groups.forEach((concerned, at) => {
      const path = `events.${index}.groups.${at}`;
      const group = groups.get(concerned.groupId);
      if (!group) issues.push({ path, code: "group.unknown" });
      else if (exceeds(concerned.count, group.count))
        issues.push({
          path: `${path}.count`,
          code: "event.more_than_group",
          values: {
            value: concerned.count.low ?? concerned.count.best ?? 0,
            max: group.count.high ?? 0,
          },
        });
      if (named.has(concerned.groupId)) issues.push({ path, code: "event.group_twice" });
      named.add(concerned.groupId);
    });
  });
  return issues;
}

const VALUE_OF = {
  count: "count",
  date: "date",
  place: "place",
  modality: "modality",
  status: "status",
  statement: null,
} as const satisfies Record<ClaimField, string | null>;

function checkClaims(doc: IncidentDocument): Issue[] {
  const groups = new Set(doc.groups.map((group) => group.id));
  const events = new Set(doc.events.map((event) => event.id));
  const issues: Issue[] = [];
  doc.claims.forEach((claim, index) => {
    const path = `claims.${index}`;
    if (claim.groupId !== null && !groups.has(claim.groupId))
      issues.push({ path: `${path}.groupId`, code: "group.unknown" });
    if (claim.eventId !== null && !events.has(claim.eventId))
      issues.push({ path: `${path}.eventId`, code: "event.unknown" });
    const wanted = VALUE_OF[claim.field];
    if (wanted !== null && claim[wanted] === null)
      issues.push({ path: `${path}.${wanted}`, code: "claim.value_missing" });
    for (const other of Object.values(VALUE_OF))
      if (other !== null && other !== wanted && claim[other] !== null)
        issues.push({ path: `${path}.${other}`, code: "claim.value_of_other_field" });
    if (
      (claim.field === "date" || claim.field === "place" || claim.field === "modality") &&
      claim.eventId === null
    )
      issues.push({ path: `${path}.eventId`, code: "claim.needs_event" });
    if ((claim.field === "count" || claim.field === "status") && claim.groupId === null)
      issues.push({ path: `${path}.groupId`, code: "claim.needs_group" });
  });
  return issues;
}
