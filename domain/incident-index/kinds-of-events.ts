import { type ByteRange, numberOfText, putText } from "./byte-texts";
import { withRoom } from "./columns";
import type { SetName } from "./incident-facts";
import type { EventKind, IncidentIndex } from "./incident-index";
import { valueOfCode } from "./set-column";

/** Makes a new kind of events, by which text it is known. */
export function addKind(
  index: IncidentIndex,
  text: ByteRange,
  isUndated: boolean,
  kind: EventKind,
): number {
  const number = index.kinds.push(kind) - 1;
  putText(isUndated ? index.undatedKinds : index.datedKinds, text, number);
  const { types, modality, provinces, countries } = kind;
  const key = [isUndated, types, modality, provinces, countries].join(" ");
  const same = index.briefOfText.get(key) ?? index.briefs.push(number) - 1;
  index.briefOfText.set(key, same);
  index.briefOf = withRoom(index.briefOf, number + 1);
  index.briefOf[number] = same;
  index.datedTypeOf = withRoom(index.datedTypeOf, number + 1);
  index.datedTypeOf[number] = isUndated ? 0 : types[0]! + 1;
  return number;
}

/** What the areas and the countries of a kind are; a bare country is no province. */
export function placesOfKind(
  index: IncidentIndex,
  { areas, countries }: { areas: ByteRange; countries: ByteRange },
): Pick<EventKind, "areas" | "provinces" | "countries"> {
  const codes = codesOf(areas);
  return {
    areas: codes.map((code) => valueOfCode(index.areas, code)),
    provinces: knownValues(index, "province", codes),
    countries: knownValues(index, "country", codesOf(countries)),
  };
}

/** The sets of an incident are put before its events, so that each code has its value. */
export function knownValues(
  { sets }: IncidentIndex,
  name: SetName,
  codes: readonly ByteRange[],
): number[] {
  const { byBytes } = sets[name];
  return codes.map((code) => numberOfText(byBytes, code)).filter((value) => value >= 0);
}

/** The codes of a set, one space apart. */
export function codesOf(set: ByteRange): ByteRange[] {
  return set.from === set.to ? [] : rangesBetween(set, SPACE);
}

const SPACE = " ".charCodeAt(0);

export function rangesBetween({ bytes, from, to }: ByteRange, mark: number): ByteRange[] {
  const ranges: ByteRange[] = [];
  for (let start = from; ; ) {
    let end = start;
    while (end < to && bytes[end] !== mark) end++;
    ranges.push({ bytes, from: start, to: end });
    if (end === to) return ranges;
    start = end + 1;
  }
}
