import type { MapChoice } from "../../components/map-choices";
import { MAP_BOUNDS, MAP_MOVES, MAP_SHADES, type MapRequest } from "../../domain/map-request";
import type { MapView } from "../../domain/map-view";
import type { Say } from "../../domain/say";
import { lookAddress } from "./addresses";

/** More countries than this are found by the filter and not by a row of buttons. */
const MOST_COUNTRIES = 8;

/** Everything about a map's look that can be chosen, each with its address. */
export function mapChoices(
  request: MapRequest,
  { countries, places }: Pick<MapView, "countries" | "places">,
  say: Say,
): { name: string; choices: MapChoice[] }[] {
  const { look } = request;
  const of = <N extends "shade" | "bound" | "moves">(
    name: N,
    values: readonly (typeof look)[N][],
  ) => ({
    name,
    choices: values.map((value) => ({
      name: value,
      label: say(`map.${name}.${value}`),
      href: lookAddress(request, { [name]: value }),
      chosen: look[name] === value,
    })),
  });
  const seen = [...countries].sort(([, a], [, b]) => b.incidents - a.incidents);
  const inView = [
    { value: null, label: say("map.view.fit") },
    { value: "world", label: say("map.view.world") },
    ...seen.slice(0, MOST_COUNTRIES).map(([id]) => ({ value: id, label: places[id]?.name ?? id })),
  ];
  return [
    of("shade", MAP_SHADES),
    ...(look.shade === "people"
      ? [of("bound", [MAP_BOUNDS[1], MAP_BOUNDS[0], MAP_BOUNDS[2]])]
      : []),
    of("moves", MAP_MOVES),
    {
      name: "view",
      choices: inView.map(({ value, label }) => ({
        name: value ?? "fit",
        label,
        href: lookAddress(request, { view: value }),
        chosen: look.view === value,
      })),
    },
  ];
}
