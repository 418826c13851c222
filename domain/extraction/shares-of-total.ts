import type { Happening } from "./happening";
import { figureOf, isSameKind, type ToldIncident } from "./incident-told";

/** "Forty-one of the migrants were found in Ozalp on Sunday": some of those told of, with a day or a place of their own. */
export function isShareOf(
  known: ToldIncident,
  { type, modality, people, date, places, ongoing }: Happening,
): boolean {
  const [some] = people;
  const size = some ? figureOf(some.count) : null;
  const [whole] = known.groups;
  return (
    people.length === 1 &&
    some!.part &&
    some!.unit === "person" &&
    size !== null &&
    (whole ? (figureOf(whole.count) ?? 0) : 0) > size &&
    isSameKind(known.type, type) &&
    !(known.type === "arrest" && type === "detention") &&
    modality === "reported" &&
    known.modality === "reported" &&
    !ongoing &&
    ((date !== null && date.earliest !== null) || places.some(({ subdivision }) => subdivision))
  );
}

/** The incidents without the shares of a total that is kept: they are its parts, their places and dates are its own. */
export function foldShares(incidents: readonly ToldIncident[]): ToldIncident[] {
  const kept = new Set(incidents);
  return incidents.filter((share) => {
    const total = share.shareOf;
    if (!total || !kept.has(total)) return true;
    total.date ??= share.date;
    total.places.push(...share.places);
    total.told.push(...share.told);
    total.further.push(...share.further);
    total.groups[0]!.parts.push(...share.groups);
    return false;
  });
}
