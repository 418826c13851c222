import { type CountRange, isUnknownCount } from "../count-range";
import { daysBetween, intervalsDisjoint, isUnknown } from "../partial-date";
import type { DraftType } from "./drafts";
import type { Happening, People, When, Where } from "./happening";

/** People of an incident, and some of them. */
export type ToldGroup = People & { parts: People[]; more: People[] };

/** An incident as it has been put together so far. */
export type ToldIncident = {
  type: DraftType;
  modality: Happening["modality"];
  groups: ToldGroup[];
  date: When | null;
  places: Where[];
  /** Everything told of it, the first being what made it. */
  told: Happening[];
  /** What else happened to the same people or is expected to. */
  further: Happening[];
  /** The incident whose people these are some of. */
  shareOf?: ToldIncident;
};

/** Arrest and detention are told of with each other's words. */
export function isSameKind(a: DraftType, b: DraftType): boolean {
  return a === b || (isCustody(a) && isCustody(b)) || (isReturn(a) && isReturn(b));
}

const isCustody = (type: DraftType) => type === "arrest" || type === "detention";
const isReturn = (type: DraftType) => type === "deportation" || type === "at_risk";

/** True when the two dates cannot be the same one; an unknown date never differs. */
export function datesDiffer(a: When | null, b: When | null): boolean {
  return a !== null && b !== null && intervalsDisjoint(a, b);
}

/** The narrower of two dates that may be one. */
export function closerDate(a: When | null, b: When | null): When | null {
  if (a === null || b === null) return a ?? b;
  if (isUnknown(a) || isUnknown(b)) return isUnknown(a) && !isUnknown(b) ? b : a;
  return width(b) < width(a) ? b : a;
}

function width({ earliest, latest }: When): number {
  return earliest === null || latest === null ? 1e9 : daysBetween(earliest, latest);
}

/** The figure a count is known by; null = none. */
export function figureOf({ low, best, high }: CountRange): number | null {
  return best ?? low ?? high;
}

/** True when the words give a figure that is not the group's. */
export function sameFigure(a: CountRange, b: CountRange): boolean {
  return figureOf(a) !== null && figureOf(a) === figureOf(b);
}

/** What several groups with figures make together; null for fewer than two. */
export function sumOf(groups: readonly People[]): number | null {
  const figures = counted(groups).map(({ count }) => figureOf(count)!);
  return figures.length > 1 ? figures.reduce((sum, figure) => sum + figure, 0) : null;
}

/** The people that count towards an incident: persons with a figure. */
export function counted(groups: readonly People[]): People[] {
  return groups.filter(({ unit, count }) => unit === "person" && !isUnknownCount(count));
}
