import type { EventKind } from "./incident-index";

/** Some values of each kind of event, one after the other; those of a kind begin at its place in `starts`. */
export type KindValues = { starts: Uint32Array; values: Uint32Array };

/**
 * What the kinds are in columns, which are near in memory. `onlyLocality`: the one locality of a kind; `NO_LOCALITY`
 * or `MORE_LOCALITIES` where there is none or are more.
 */
export type KindColumns = {
  types: KindValues;
  provinces: KindValues;
  areas: KindValues;
  countries: KindValues;
  localities: KindValues;
  onlyLocality: Int32Array;
};

const NO_LOCALITY = -1;
export const MORE_LOCALITIES = -2;

/** Found anew only where there are more kinds than before: kinds are never changed. */
export function kindColumns(kinds: readonly EventKind[]): KindColumns {
  const known = KNOWN.get(kinds);
  if (known && known.onlyLocality.length === kinds.length) return known;
  const onlyLocality = new Int32Array(kinds.length);
  for (let kind = 0; kind < kinds.length; kind++) {
    const { localities } = kinds[kind]!;
    const { length } = localities;
    onlyLocality[kind] =
      length === 0 ? NO_LOCALITY : length === 1 ? localities[0]! : MORE_LOCALITIES;
  }
  const places = {
    types: valuesOf(kinds, "types"),
    provinces: valuesOf(kinds, "provinces"),
    areas: valuesOf(kinds, "areas"),
    countries: valuesOf(kinds, "countries"),
    localities: valuesOf(kinds, "localities"),
    onlyLocality,
  };
  KNOWN.set(kinds, places);
  return places;
}

const KNOWN = new WeakMap<readonly EventKind[], KindColumns>();

function valuesOf(
  kinds: readonly EventKind[],
  name: "types" | "provinces" | "areas" | "countries" | "localities",
): KindValues {
  const starts = new Uint32Array(kinds.length + 1);
  for (let kind = 0; kind < kinds.length; kind++)
    starts[kind + 1] = starts[kind]! + kinds[kind]![name].length;
  const values = new Uint32Array(starts[kinds.length]!);
  let end = 0;
  for (let kind = 0; kind < kinds.length; kind++) {
    const own = kinds[kind]![name];
    for (let at = 0; at < own.length; at++) values[end++] = own[at]!;
  }
  return { starts, values };
}
