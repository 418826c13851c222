import type { MapView } from "../../domain/map-view";
import type { Say } from "../../domain/say";
import { isProvince } from "./map-places";
import type { Sheet } from "./map-sheet";

/** More places than this are only counted. */
const MOST_NAMES = 8;

/** What is not drawn of a map, and why, in sentences; none where all is. */
export function mapNotes(
  { ways, outside, offMap }: Pick<Sheet, "ways" | "outside" | "offMap">,
  { provinces, places }: Pick<MapView, "provinces" | "places">,
  say: Say,
): { moves: string[]; places: string[] } {
  const names = (ids: string[]) => ids.map((id) => places[id]?.name ?? id).join(", ");
  const count = ways.rarer + ways.outside + ways.nowhere;
  const reasons = (["rarer", "outside", "nowhere"] as const)
    .filter((reason) => ways[reason] > 0)
    .map((reason) => say(`map.notDrawn.${reason}`, { count: ways[reason], drawn: ways.drawn }));
  const more = outside.length - MOST_NAMES;
  const countries = [...provinces]
    .filter(([id]) => !isProvince(id))
    .sort(([, a], [, b]) => b.incidents - a.incidents);
  const moreCountries = countries.length - MOST_NAMES;
  return {
    moves: count > 0 ? [say("map.notDrawn.moves", { count, reasons: reasons.join(", ") })] : [],
    places: [
      ...(outside.length > 0
        ? [
            say(more > 0 ? "map.outsideMore" : "map.outside", {
              names: names(outside.slice(0, MOST_NAMES)),
              more,
            }),
          ]
        : []),
      ...(offMap.length > 0 ? [say("map.offMap", { names: names(offMap) })] : []),
      ...(countries.length > 0
        ? [
            say(moreCountries > 0 ? "map.noProvinceMore" : "map.noProvince", {
              places: countries
                .slice(0, MOST_NAMES)
                .map(([id, { incidents }]) =>
                  say("map.noProvinceIn", { count: incidents, country: places[id]?.name ?? id }),
                )
                .join(", "),
              more: moreCountries,
            }),
          ]
        : []),
    ],
  };
}
