import { drawOutlines } from "../../../adapters/outlines/draw-outlines";
import { outlines } from "../../../adapters/outlines/outlines";
import type { Headline } from "../../../domain/headline-type";
import type { Location } from "../../../domain/location";
import { arrowDrawer } from "../../../domain/map-arrow";
import type { MapSheet } from "../../../domain/map-sheet";
import type { Movement } from "../../../domain/movements";
import { placeLabels } from "../../../domain/place-labels";

type Locations = Readonly<Record<string, Location>>;

/**
 * The places of one incident on a map, with its movements as arrows; each is marked with its number in the list of
 * them, from 1, those along the same way together. Null where no place can be drawn.
 */
export function incidentSheet(
  headline: Pick<Headline, "events">,
  locations: Locations,
  moves: readonly Movement[],
): MapSheet | null {
  const touched = Object.values(headline.events).flatMap(({ places }) =>
    places.flatMap(({ locationId }) => locations[locationId] ?? []),
  );
  const onMap = (id: string) => {
    const at = locations[id];
    return at?.localityId ?? at?.provinceId ?? at?.countryId ?? id;
  };
  const spots = [...new Set(touched.map(({ id }) => onMap(id)))];
  const points = new Map(
    spots.flatMap((id): [string, [number, number]][] => {
      const point = pointOf(id, locations);
      return point ? [[id, point]] : [];
    }),
  );
  const provinces = [...new Set(touched.flatMap(({ provinceId }) => provinceId ?? []))].sort();
  const outlined = provinces.filter(outlines().has);
  if (points.size === 0 && outlined.length === 0) return null;

  const drawing = drawOutlines({
    provinces: outlined,
    over: true,
    view: { provinces: outlined, points: [...points.values()] },
  });
  const put = (id: string) => {
    const point = points.get(id);
    return point ? drawing.put(...point) : null;
  };
  const nameOf = (id: string) => locations[id]?.nameEn ?? id;
  const seen = spots.flatMap((id) => {
    const at = put(id);
    const kind = locations[id]?.kind === "locality" ? ("town" as const) : ("area" as const);
    return at ? [{ id, ...at, kind, label: nameOf(id) }] : [];
  });
  // Towns have the first choice of where their names stand.
  seen.sort((a, b) => Number(a.kind === "area") - Number(b.kind === "area"));
  const labels = placeLabels(
    seen.map(({ label, ...at }) => ({ ...at, name: label })),
    drawing.width,
    drawing.height,
  );
  const dots = seen.map((dot, at) => ({
    ...dot,
    name: labels[at] ? { text: dot.label, ...labels[at] } : null,
  }));
  const drawArrow = arrowDrawer();
  return {
    ...drawing,
    classes: [],
    areas: drawing.provinces.map(({ id, d }) => ({
      id,
      d,
      level: 0,
      label: nameOf(id),
      selected: false,
    })),
    dots,
    arrows: waysOf(moves, onMap).flatMap(({ from, to, modality, numbers }) => {
      const [start, end] = [put(from), put(to)];
      if (!start || !end) return [];
      const { middle, ...arrow } = drawArrow(start, end);
      const label = `${numbers.join(", ")}: ${nameOf(from)} – ${nameOf(to)}`;
      const mark = numbers.join(", ");
      return [{ ...arrow, modality, weight: 2, label, moves: [], mark, markAt: middle }];
    }),
  };
}

/** Longitude and latitude; of a country its middle. */
function pointOf(id: string, locations: Locations): [number, number] | null {
  const place = locations[id];
  if (place?.lon != null && place.lat !== null) return [place.lon, place.lat];
  return place?.kind === "country" ? outlines().centreOf(id) : null;
}

function waysOf(moves: readonly Movement[], onMap: (id: string) => string) {
  const ways = new Map<
    string,
    Pick<Movement, "from" | "to" | "modality"> & { numbers: number[] }
  >();
  for (const [at, { modality, ...move }] of moves.entries()) {
    const [from, to] = [onMap(move.from), onMap(move.to)];
    if (from === to) continue;
    const key = `${from} ${to} ${modality}`;
    const way = ways.get(key) ?? { from, to, modality, numbers: [] };
    way.numbers.push(at + 1);
    ways.set(key, way);
  }
  return [...ways.values()];
}
