import { drawOutlines } from "../../adapters/outlines/draw-outlines";
import { formatCount } from "../../domain/format-count";
import type { MapPoint } from "../../domain/map-arrow";
import { classOf, mapClasses, shadeOfClass } from "../../domain/map-classes";
import type { MapLook, MapRequest } from "../../domain/map-request";
import type { MapDot, MapLevel, MapSheet } from "../../domain/map-sheet";
import type { MapView } from "../../domain/map-view";
import { boundOfSums, countOfSums, type Flow, type MapFigures } from "../../domain/province-map";
import type { Say } from "../../domain/say";
import { mapArrows } from "./map-arrows";
import { MOST_ARROWS, mapFrame } from "./map-frame";
import { hasOutline, isProvince, isTown, pointOf, provinceOf } from "./map-places";

/**
 * A map, and what of it is not drawn. `offMap`: provinces with incidents that have neither an outline nor known
 * coordinates. `outside`: provinces and towns with incidents that lie out of the picture, but no town of such a province.
 * `ways`: how many movements are drawn, and the others by the first reason that holds; all 0 where they are hidden.
 */
export type Sheet = MapSheet & {
  offMap: string[];
  outside: string[];
  ways: { drawn: number; nowhere: number; outside: number; rarer: number };
};

/** The map of a filter, drawn and in words. */
export function mapSheet(view: MapView, { filter, look }: MapRequest, say: Say): Sheet {
  const inFilter = [...view.provinces.keys()].filter(isProvince);
  const shown = look.moves === "shown" ? view.flows : [];
  const drawn = [...new Set([...view.known, ...inFilter])].sort();
  const drawing = drawOutlines({
    provinces: drawn,
    view: mapFrame(view, { look, asked: filter.province, ways: shown }),
  });
  // Many ways have the same ends.
  const points = new Map<string, MapPoint | null>();
  const put = (id: string): MapPoint | null => {
    const known = points.get(id);
    if (known !== undefined) return known;
    const point = pointOf(view, id);
    const at = point && drawing.put(...point);
    points.set(id, at);
    return at;
  };
  const ways = sortWays(view, shown, put);

  const figures = inFilter.flatMap((id) => shadeOf(view.provinces.get(id)!, look) ?? []);
  const classes = mapClasses(figures);
  const levelOf = (id: string): MapLevel => {
    const found = view.provinces.get(id);
    if (!found) return "none";
    const value = shadeOf(found, look);
    if (value === null) return "unknown";
    if (value === 0) return "zero";
    return shadeOfClass(classOf(classes, value), classes.length);
  };
  const areas = drawing.provinces.map(({ id, d }) => ({
    id,
    d,
    level: levelOf(id),
    label: areaLabel(view.places[id]?.name ?? id, view.provinces.get(id), say),
    selected: filter.province.includes(id),
  }));

  const outlined = new Set(areas.map(({ id }) => id));
  const dots: MapDot[] = [];
  const addDot = (id: string, kind: MapDot["kind"], label: string) => {
    const at = put(id);
    if (at && !dots.some((dot) => dot.id === id)) dots.push({ id, ...at, kind, label, name: null });
  };
  for (const [id, incidents] of view.localities)
    addDot(id, "town", say("map.place", { name: view.places[id]?.name ?? id, count: incidents }));
  for (const id of inFilter)
    if (!outlined.has(id) && !hasOutline(id))
      addDot(id, "area", areaLabel(view.places[id]?.name ?? id, view.provinces.get(id), say));
  for (const id of ways.drawn.flatMap(({ from, to }) => [from, to]))
    addDot(id, isTown(id) ? "town" : "area", view.places[id]?.name ?? id);

  return {
    ...drawing,
    classes,
    areas,
    dots,
    arrows: mapArrows(ways.drawn, view, put, say),
    offMap: inFilter.filter((id) => pointOf(view, id) === null),
    outside: outsideOf(view, inFilter, (id) => outlined.has(id) || put(id) !== null),
    ways: { ...ways.notDrawn, drawn: ways.drawn.length },
  };
}

/** The most frequent ways that can be drawn, and how many others there are. */
function sortWays(view: MapView, flows: readonly Flow[], put: (id: string) => MapPoint | null) {
  const drawn: Flow[] = [];
  const notDrawn = { nowhere: 0, outside: 0, rarer: 0 };
  for (const flow of flows) {
    const ends = [flow.from, flow.to];
    if (ends.some((id) => pointOf(view, id) === null)) notDrawn.nowhere += 1;
    else if (ends.some((id) => put(id) === null)) notDrawn.outside += 1;
    else if (drawn.length === MOST_ARROWS) notDrawn.rarer += 1;
    else drawn.push(flow);
  }
  return { drawn, notDrawn };
}

/** Those with the most incidents first. */
function outsideOf(view: MapView, provinces: string[], isInPicture: (id: string) => boolean) {
  const isOutside = (id: string) => pointOf(view, id) !== null && !isInPicture(id);
  const outside = new Set(provinces.filter(isOutside));
  const towns = [...view.localities.keys()].filter(
    (id) => isOutside(id) && !outside.has(provinceOf(id)),
  );
  const incidentsIn = (id: string) =>
    view.provinces.get(id)?.incidents ?? view.localities.get(id) ?? 0;
  return [...outside, ...towns].sort((a, b) => incidentsIn(b) - incidentsIn(a));
}

/** What a province is shaded by; null where it is not known. */
function shadeOf(figures: MapFigures, { shade, bound }: MapLook): number | null {
  if (shade === "incidents") return figures.incidents;
  return boundOfSums(figures, bound)?.sum ?? null;
}

function areaLabel(name: string, figures: MapFigures | undefined, say: Say): string {
  if (!figures) return say("map.areaNone", { name });
  return say("map.area", {
    name,
    count: figures.incidents,
    people: formatCount(countOfSums(figures), say),
  });
}
