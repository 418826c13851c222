import { isUnknownCount } from "../count-range";
import type { Happening, People, When } from "./happening";
import {
  counted,
  figureOf,
  isSameKind,
  sameFigure,
  sumOf,
  type ToldIncident,
} from "./incident-told";

/** The incident whose people or event the words point at; null = none. */
export function findReferent(
  incidents: readonly ToldIncident[],
  focus: ToldIncident | null,
  happening: Happening,
): ToldIncident | null {
  const { people, parts } = happening;
  const figured = people.find(
    ({ definite, other, count }) => definite && !other && !isUnknownCount(count),
  );
  if (figured) {
    const same = incidents.findLast(({ groups }) =>
      groups.some(({ count }) => sameFigure(count, figured.count)),
    );
    if (same) return same;
    const together = sumOf(people);
    const sum = incidents.findLast(
      ({ groups }) =>
        sumOf(groups) === figureOf(figured.count) ||
        (together !== null && groups.some(({ count }) => figureOf(count) === together)),
    );
    return sum ?? null;
  }
  const pointing = people.find(({ definite, part }) => definite || part);
  if (!pointing && !(people.length === 0 && (happening.retelling || parts.length > 0))) return null;
  // "They swallowed poison": of those whose death was told of.
  if (happening.type === "death_in_custody" && pointing?.pronoun) {
    const death = incidents.findLast(({ type }) => type === happening.type);
    if (death) return death;
  }
  const onDay = incidents.findLast(
    (incident) =>
      isSameKind(incident.type, happening.type) &&
      isSameDay(incident.date, happening.date) &&
      !tooMany(incident, parts) &&
      (!pointing?.single || hasOne(incident)) &&
      !isOther(incident.groups, pointing ?? null),
  );
  if (onDay) return onDay;
  const fits = (incident: ToldIncident) =>
    !isOther(incident.groups, pointing ?? null) &&
    !tooMany(incident, [...parts, ...people]) &&
    (!pointing?.single || hasOne(incident));
  if (people.length === 0) {
    const kind = incidents.findLast(
      (incident) => isSameKind(incident.type, happening.type) && fits(incident),
    );
    return kind ?? null;
  }
  const total = pointing?.pronoun && focus ? totalOf(incidents, focus) : null;
  if (total) return total;
  return focus && fits(focus) ? focus : (incidents.findLast(fits) ?? null);
}

/** "Ten were caught in A and six in B. All of them were sent back": the sixteen of whom it was told before. */
function totalOf(incidents: readonly ToldIncident[], focus: ToldIncident): ToldIncident | null {
  const start = focus.told[0]?.sentence.start;
  const together = incidents.filter(({ told }) => told[0]?.sentence.start === start);
  const sum = sumOf(together.flatMap(({ groups }) => groups));
  if (together.length < 2 || sum === null) return null;
  return (
    incidents.findLast(
      (incident) =>
        !together.includes(incident) &&
        incident.groups.some(({ count }) => figureOf(count) === sum),
    ) ?? null
  );
}

/** Both are known to the same day. */
function isSameDay(a: When | null, b: When | null): boolean {
  return (
    a !== null &&
    b !== null &&
    a.earliest !== null &&
    a.earliest === b.earliest &&
    a.latest === b.latest
  );
}

/** One person is nobody of a group of many. */
function hasOne({ groups }: ToldIncident): boolean {
  return groups.some(
    ({ count, unit, counted: figure }) =>
      unit === "person" && (figureOf(count) ?? (figure ? 2 : 1)) === 1,
  );
}

function tooMany({ groups }: ToldIncident, parts: readonly People[]): boolean {
  const most = Math.max(0, ...counted(groups).map(({ count }) => figureOf(count)!));
  return most > 0 && counted(parts).some(({ count }) => figureOf(count)! > most);
}

/** "the Syrians" are not the Afghans of the incident. */
export function isOther(groups: readonly People[], pointing: People | null): boolean {
  const nationality = pointing?.nationality ?? null;
  if (nationality === null) return false;
  const known = groups.flatMap((group) => group.nationality ?? []);
  return known.length > 0 && !known.includes(nationality);
}

/** True for words that only make sense after others: pronouns, "the group", "the handovers". */
export function pointsBack({ people, retelling, parts }: Happening): boolean {
  if (people.length === 0) return retelling || parts.length > 0;
  return people.every(
    ({ definite, other, part, counted: figure }) => part || (definite && !(other && figure)),
  );
}
