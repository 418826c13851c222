import { isUnknownCount } from "../count-range";
import { daysBetween } from "../partial-date";
import { isOther, pointsBack } from "./find-referent";
import type { Happening, When } from "./happening";
import { counted, datesDiffer, isSameKind, sameFigure, type ToldIncident } from "./incident-told";

/** The same event of the same people told again, with other words or more of it. */
export function isToldAgain(
  incident: ToldIncident,
  happening: Happening,
  known: ToldIncident | null,
): boolean {
  if (!isSameKind(incident.type, happening.type) || datesDiffer(incident.date, happening.date))
    return false;
  if (incident.modality === "anticipated")
    return sharesFigure(incident, happening) || known === incident;
  if (pointsBack(happening))
    return (
      known === incident ||
      (known !== null && sharesPeople(known, incident) && incident.told.length > 0)
    );
  if (
    happening.people.some(({ other }) => other) &&
    !happening.people.some(({ definite }) => definite)
  )
    return false;
  if (happening.people.some(({ definite }) => definite) && known === incident) return true;
  if (isOther(incident.groups, happening.people[0] ?? null)) return false;
  const [ours, theirs] = [counted(incident.groups), counted(happening.people)];
  if (ours.length > 0 && theirs.length > 0)
    return sharesFigure(incident, happening) && !placesDiffer(incident, happening);
  if (theirs.length === 0 && happening.people.length === 0) return false;
  if (isOneDayOf(incident.date, happening.date)) return false;
  // One of the two gives no figure: the same only when nothing tells them apart.
  const vague =
    happening.people.every((people) => !people.counted) ||
    incident.groups.every((group) => isUnknownCount(group.count) && !group.other);
  return (
    vague &&
    !placesDiffer(incident, happening) &&
    !happening.people.some(({ counted: figure, count }) => figure && isUnknownCount(count))
  );
}

/** A day within months: a case beside a tally, and not the tally again. */
function isOneDayOf(a: When | null, b: When | null): boolean {
  const [one, other] = [daysOf(a), daysOf(b)];
  if (one === null || other === null || Math.min(one, other) > 2) return false;
  const long = one > other ? a! : b!;
  return Math.max(one, other) > (/^since/i.test(long.text) ? 7 : 45);
}

function daysOf(date: When | null): number | null {
  if (!date || date.earliest === null || date.latest === null) return null;
  return daysBetween(date.earliest, date.latest);
}

function sharesPeople(a: ToldIncident, b: ToldIncident): boolean {
  return counted(a.groups).some(({ count }) =>
    counted(b.groups).some((other) => sameFigure(other.count, count)),
  );
}

export function sharesFigure({ groups }: ToldIncident, { people }: Happening): boolean {
  const [first] = counted(people);
  return (
    first !== undefined &&
    counted(groups).some(
      ({ count, nationality }) =>
        sameFigure(count, first.count) &&
        (nationality === null || first.nationality === null || nationality === first.nationality),
    )
  );
}

/** "Four men were also arrested": with the others, as nothing tells of another day or place. */
export function isAddition(
  focus: ToldIncident,
  { type, date, places, people }: Happening,
): boolean {
  const known = focus.places.flatMap(({ subdivision }) => subdivision ?? []);
  return (
    isSameKind(focus.type, type) &&
    (date === null || (focus.date !== null && !datesDiffer(focus.date, date))) &&
    places.every(({ subdivision }) => subdivision === null || known.includes(subdivision)) &&
    counted(people).length > 0
  );
}

function placesDiffer(incident: ToldIncident, happening: Happening): boolean {
  const of = (places: Happening["places"]) =>
    new Set(
      places.flatMap(({ subdivision, role }) =>
        subdivision && !/expected|to|held/.test(role) ? [subdivision] : [],
      ),
    );
  const [ours, theirs] = [of(incident.places), of(happening.places)];
  return ours.size > 0 && theirs.size > 0 && ![...theirs].some((place) => ours.has(place));
}
