import { isUnknownCount } from "../count-range";
import type { Happening, People } from "./happening";
import {
  closerDate,
  counted,
  figureOf,
  sameFigure,
  sumOf,
  type ToldGroup,
  type ToldIncident,
} from "./incident-told";

/** A new incident from the first thing told of it. */
export function startIncident(happening: Happening): ToldIncident {
  return {
    type: happening.type,
    modality: happening.modality,
    groups: asGroups(happening.people, happening.parts),
    date: happening.date,
    places: [...happening.places],
    told: [happening],
    further: [],
  };
}

/** People as groups of an incident; the parts go to the first group of persons that is large enough. */
export function asGroups(people: readonly People[], parts: readonly People[]): ToldGroup[] {
  const groups: ToldGroup[] = people.map((each) => ({ ...each, parts: [], more: [] }));
  for (const part of parts) holderOf(groups, part)?.parts.push(part);
  return groups;
}

function holderOf(groups: ToldGroup[], part: People): ToldGroup | undefined {
  const size = figureOf(part.count);
  const before = groups.filter(({ unit, start }) => unit === "person" && start <= part.start);
  return (before.length > 0 ? before : groups).find(({ unit, count }) => {
    const whole = figureOf(count);
    return (
      unit === "person" &&
      (size === null || whole === null || part.unit === "family" || size < whole)
    );
  });
}

/** More that is told of an incident: a date, places, people not yet counted, parts of those that are. */
export function addTo(incident: ToldIncident, happening: Happening): void {
  incident.told.push(happening);
  const custody = incident.type === "arrest" && happening.type === "detention";
  if (!custody) incident.date = closerDate(incident.date, happening.date);
  if (incident.type === "at_risk" && happening.modality === "reported") {
    incident.type = happening.type;
    incident.modality = "reported";
  }
  if (incident.type === "detention" && happening.type === "arrest") incident.type = "arrest";
  incident.places.push(...happening.places);
  if (custody) incident.further.push(happening);
  const pointing =
    happening.people.some(({ definite }) => definite) || happening.people.length === 0;
  const sum = sumOf(happening.people);
  const whole = incident.groups.find(({ count }) => sum !== null && figureOf(count) === sum);
  if (whole) whole.parts.push(...happening.people);
  else for (const people of happening.people) addPeople(incident, people, pointing);
  for (const part of happening.parts) holderOf(incident.groups, part)?.parts.push(part);
}

function addPeople(incident: ToldIncident, people: People, pointing: boolean): void {
  const { groups } = incident;
  const same = groups.find(
    (group) => sameFigure(group.count, people.count) && group.unit === people.unit,
  );
  if (same) {
    same.nationality ??= people.nationality;
    same.role ??= people.role;
    same.more.push(people);
    return;
  }
  if (people.unit === "family") {
    groups.push({ ...people, parts: [], more: [] });
    return;
  }
  if (isUnknownCount(people.count)) return;
  const empty = groups.find((group) => isUnknownCount(group.count) && group.unit === "person");
  if (counted(groups).length === 0 && empty) {
    const { nationality, role, parts, more } = empty;
    groups[groups.indexOf(empty)] = {
      ...people,
      nationality: people.nationality ?? nationality,
      role: people.role ?? role,
      parts,
      more: [...more, empty],
    };
    return;
  }
  // "11 defectors and the two guides": helpers are no part of those they help.
  const helps = people.role === "helper" && groups.every(({ role }) => role !== "helper");
  const whole = pointing && !helps ? holderOf(groups, people) : undefined;
  if (whole) whole.parts.push(people);
  else groups.push({ ...people, parts: [], more: [] });
}
