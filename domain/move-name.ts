import { readMoveCode } from "./map-move";
import type { Say } from "./say";

/** The way in words: "from Tumen to North Korea (reported)". `places`: names of its ends, by their ids. */
export function moveName(code: string, places: ReadonlyMap<string, string>, say: Say): string {
  const move = readMoveCode(code);
  if (move === null) return code;
  return say("filter.moveName", {
    from: places.get(move.from) ?? move.from,
    to: places.get(move.to) ?? move.to,
    modality: say(`vocabulary.modality.${move.modality}`),
  });
}
