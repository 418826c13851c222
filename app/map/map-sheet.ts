import { drawOutlines, type OutlineView } from "../../adapters/outlines/draw-outlines";
import { outlines } from "../../adapters/outlines/outlines";
import { formatCount } from "../../domain/format-count";
import { mapArrow } from "../../domain/map-arrow";
import { classOf, mapClasses, shadeOfClass } from "../../domain/map-classes";
import type { MapLook, MapRequest } from "../../domain/map-request";
import type { MapDot, MapLevel, MapSheet } from "../../domain/map-sheet";
import type { MapView } from "../../domain/map-view";
import { boundOfSums, countOfSums, type Flow, type MapFigures } from "../../domain/province-map";
import type { Say } from "../../domain/say";

/** More arrows than this hide each other and the map; the table below has them all. */
const MOST_ARROWS = 40;

/** `offMap`: provinces with incidents that have neither an outline nor known coordinates, and so are not drawn. */
type Sheet = MapSheet & { offMap: string[]; arrowsLeftOut: number };

/** The map of a filter, drawn and in words. */
export function mapSheet(view: MapView, { filter, look }: MapRequest, say: Say): Sheet {
  const isProvince = (id: string) => id.includes("-");
  const inFilter = [...view.provinces.keys()].filter(isProvince);
  const flows = look.moves === "shown" ? view.flows.slice(0, MOST_ARROWS) : [];
  const pointOf = (id: string) => pointsOf(view, id);
  const ends = flows.flatMap(({ from, to }) => [from, to]);
  const points = [...view.localities.keys(), ...ends, ...inFilter.filter((id) => !hasOutline(id))];
  const drawn = [...new Set([...view.known, ...inFilter])].sort();
  const drawing = drawOutlines({
    provinces: drawn,
    view: outlineView(look, {
      provinces: inFilter.length > 0 ? inFilter : drawn,
      points: points.flatMap((id) => {
        const point = pointOf(id);
        return point ? [point] : [];
      }),
    }),
  });
  const put = (id: string) => {
    const point = pointOf(id);
    return point && drawing.put(...point);
  };

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
  for (const id of ends) addDot(id, isTown(id) ? "town" : "area", view.places[id]?.name ?? id);

  return {
    ...drawing,
    classes,
    areas,
    dots,
    arrows: flows.flatMap((flow) => arrowOf(flow, view, put, say)),
    offMap: inFilter.filter((id) => !hasOutline(id) && pointOf(id) === null),
    arrowsLeftOut: look.moves === "shown" ? view.flows.length - flows.length : 0,
  };
}

function outlineView(
  { view }: MapLook,
  fit: Exclude<OutlineView["view"], "world" | { country: string }>,
): OutlineView["view"] {
  if (view === "world") return view;
  return view !== null && outlines().ofCountry(view) !== null ? { country: view } : fit;
}

function hasOutline(province: string): boolean {
  return outlines().has(province);
}

function isTown(id: string): boolean {
  return id.includes("/");
}

/** Longitude and latitude. A country is put into its middle. */
function pointsOf({ places }: MapView, id: string): [number, number] | null {
  const place = places[id];
  if (place?.lon != null && place.lat !== null) return [place.lon, place.lat];
  return /^[A-Z]{2}$/.test(id) ? outlines().centreOf(id) : null;
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

function arrowOf(
  { from, to, modality, incidents }: Flow,
  { places }: MapView,
  put: (id: string) => { x: number; y: number } | null,
  say: Say,
): MapSheet["arrows"] {
  const [start, end] = [put(from), put(to)];
  const arrow = start && end && mapArrow(start, end);
  if (!arrow) return [];
  const label = say("map.flow", {
    from: places[from]?.name ?? from,
    to: places[to]?.name ?? to,
    modality: say(`vocabulary.modality.${modality}`),
    count: incidents,
  });
  const weight = Math.min(5, 1.5 + Math.log2(incidents) / 2);
  const { line, head, middle } = arrow;
  return [{ line, head, modality, weight, label, mark: "", markAt: middle }];
}
