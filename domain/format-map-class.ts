import type { MapClass } from "./map-classes";
import type { Say } from "./say";

/** The bounds of a class of a map: "1", "2–4", "20 and more". */
export function formatMapClass({ from, to }: MapClass, say: Say): string {
  if (to === null) return say("map.class.andMore", { from });
  return from === to ? say("map.class.one", { from }) : say("map.class.range", { from, to });
}
