import type { OutlineView } from "../../adapters/outlines/draw-outlines";
import { nearSpots } from "../../adapters/outlines/near-spots";
import { outlines } from "../../adapters/outlines/outlines";
import type { MapLook } from "../../domain/map-request";
import type { MapView } from "../../domain/map-view";
import type { Flow } from "../../domain/province-map";
import { hasOutline, isProvince, pointOf, provinceOf } from "./map-places";

/** More arrows than this hide each other and the map; the table below has them all. */
export const MOST_ARROWS = 40;

/** What is nearer to the middle of all, in degrees, is always in the picture. */
const FAR = 40;
const FAR_FROM_CHOSEN = 10;

/**
 * What a map has in view: what its look says, or else the chosen provinces, else all with incidents, and where the most frequent ways
 * lead to or from them. The far away ones stay outside where they are few.
 */
export function mapFrame(
  view: MapView,
  { look, asked, ways }: { look: MapLook; asked: readonly string[]; ways: readonly Flow[] },
): OutlineView["view"] {
  if (look.view === "world") return look.view;
  if (look.view !== null && outlines().ofCountry(look.view) !== null) return { country: look.view };
  const isPlaced = (id: string) => pointOf(view, id) !== null;
  const chosen = asked.filter(isPlaced);
  const counted = chosen.length > 0 ? chosen : [...view.provinces.keys()].filter(isProvince);
  const isOfChosen = (end: string) => chosen.length === 0 || chosen.includes(provinceOf(end));
  const ends = ways
    .filter(({ from, to }) => isPlaced(from) && isPlaced(to) && [from, to].some(isOfChosen))
    .slice(0, MOST_ARROWS)
    .flatMap(({ from, to, incidents }) => [from, to].map((id) => ({ id, weight: incidents })));
  const spots = [
    ...(counted.length > 0 ? counted : view.known).map((id) => ({
      id,
      weight: view.provinces.get(id)?.incidents ?? 0,
    })),
    ...ends,
  ].flatMap(({ id, weight }) => {
    const at = pointOf(view, id);
    return at ? [{ id, at, weight }] : [];
  });
  const farDegrees = chosen.length > 0 ? FAR_FROM_CHOSEN : FAR;
  const held = [
    ...new Set([...chosen, ...nearSpots(spots, farDegrees).map(({ id }) => id)]),
  ].sort();
  return {
    provinces: held.filter(hasOutline),
    points: held.filter((id) => !hasOutline(id)).map((id) => pointOf(view, id)!),
  };
}
