import { MODALITIES, type Modality } from "./vocabulary";

/** A way between two places of a map: localities, or what is known instead of one. */
export type MapMove = { from: string; to: string; modality: Exclude<Modality, "denied"> };

/** The way as a filter, an address and the index name it: `CN-JL/tumen>KP>reported`. */
export function moveCode({ from, to, modality }: MapMove): string {
  return [from, to, modality].join(MARK);
}

/** The way of such a code; null where it is none. Inverse of `moveCode`. */
export function readMoveCode(code: string): MapMove | null {
  const [from = "", to = "", known = "", ...more] = code.split(MARK);
  const modality = MODALITIES.find((one) => one === known);
  if (modality === undefined || modality === "denied" || more.length > 0) return null;
  return PLACE_ID.test(from) && PLACE_ID.test(to) ? { from, to, modality } : null;
}

/** The places a way leads from and to; none where the code is none. */
export function endsOfMove(code: string): string[] {
  const move = readMoveCode(code);
  return move ? [move.from, move.to] : [];
}

/** In no id of a place. */
const MARK = ">";

/** Nor what `printable` puts for the rest of a mistake: written down it would be read as a place. */
export const PLACE_ID = /^[^\s|;,>\u2026\uFFFD]{1,200}$/;
