import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoBounds,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from "d3-geo";
import { type Lines, outlines, type Polygons } from "./outlines";
import { pathWriter } from "./path-writer";

/** Units of a drawing's width; it scales to whatever width it is shown in. */
const WIDTH = 1600;
const MARGIN = 40;
/** Height to width. */
const FLATTEST = 0.45;
const TALLEST = 0.72;
/** Degrees that a drawing shows at least, so that one city has some land around it. */
const LEAST_DEGREES = 9;

/**
 * What to draw: these provinces each by itself, and in view the whole world, or a country, or as much as holds the
 * provinces and points (longitude and latitude in degrees).
 */
export type OutlineView = {
  provinces: string[];
  /** True: provinces lie over whole countries, which is quicker, where nothing is said of all that is around them. */
  over?: boolean;
  view: "world" | { country: string } | { provinces: string[]; points: [number, number][] };
};

/**
 * Outlines as paths of an SVG of `width` by `height` units, by an equal-area projection. `land`: everything that is
 * not drawn by itself. `missing`: asked for, and without an outline. `put` gives the point of a longitude and latitude,
 * rounded; null where it is out of view.
 */
export type OutlineDrawing = {
  width: number;
  height: number;
  land: string;
  borders: string;
  provinces: { id: string; d: string }[];
  missing: string[];
  put(longitude: number, latitude: number): { x: number; y: number } | null;
};

/** Views are few and asked for again and again; each takes a good part of a second to draw. */
const KEPT = 64;
const kept = new Map<string, OutlineDrawing>();

export function drawOutlines(wanted: OutlineView): OutlineDrawing {
  const key = JSON.stringify(wanted);
  const found = kept.get(key) ?? draw(wanted);
  kept.delete(key);
  kept.set(key, found);
  for (const oldest of kept.keys()) if (kept.size > KEPT) kept.delete(oldest);
  return found;
}

function draw({ provinces, view, over = false }: OutlineView): OutlineDrawing {
  const { has, ofProvince, rest, borders } = outlines();
  const { projection, height } = projectionOf(view);
  // So much is drawn of the world that it may be drawn more roughly.
  const inWorld = view === "world";
  const own = [...new Set(provinces)].filter(has);
  projection.clipExtent([
    [-4, -4],
    [WIDTH + 4, height + 4],
  ]);
  const path = (shape: Polygons | Lines, least: number) => {
    const writer = pathWriter(least, inWorld ? 2 : 1);
    geoPath(projection, writer)(shape);
    return writer.path();
  };
  const countries = new Set(inWorld ? [] : own.map((id) => id.slice(0, id.indexOf("-"))));
  return {
    width: WIDTH,
    height,
    land: over
      ? inSight(projection, height)
          .map((country) => path(country, 3))
          .join("")
      : path(rest(new Set(own)), inWorld ? 6 : 3),
    borders: over ? "" : path(borders(countries), inWorld ? 6 : 2),
    provinces: own.flatMap((id) => {
      const shape = ofProvince(id)!;
      const d = path(shape, 3) || path(shape, 0);
      return d === "" ? [] : [{ id, d }];
    }),
    missing: provinces.filter((id) => !has(id)),
    put(longitude, latitude) {
      const point = projection([longitude, latitude]);
      if (!point) return null;
      const [x, y] = [Math.round(point[0]), Math.round(point[1])];
      return x < 0 || y < 0 || x > WIDTH || y > height ? null : { x, y };
    },
  };
}

/** The countries that may reach into the view. */
function inSight(projection: GeoProjection, height: number): Polygons[] {
  const corner = (x: number, y: number) => projection.invert?.([x, y]) ?? [Number.NaN, Number.NaN];
  const middle = corner(WIDTH / 2, height / 2) as [number, number];
  const far = [corner(0, 0), corner(WIDTH, 0), corner(0, height), corner(WIDTH, height)].map(
    (point) => geoDistance(middle, point as [number, number]),
  );
  const reach = Math.max(...far);
  // Corners beyond the globe have no place on it.
  return outlines()
    .countries()
    .filter(({ centre, radius }) => !(geoDistance(middle, centre) - radius > reach))
    .map(({ shape }) => shape);
}

function projectionOf(view: OutlineView["view"]): { projection: GeoProjection; height: number } {
  const parts = view === "world" ? [] : partsOf(view);
  if (parts.length === 0) {
    // The cut runs through the Bering Strait and not through Chukotka.
    const projection = geoEqualEarth().rotate([-11, 0]);
    const world = { type: "Sphere" as const };
    projection.fitWidth(WIDTH, world);
    // Antarctica is cut off.
    const height = Math.round((geoPath(projection).bounds(world)[1][1] * 9) / 10);
    return { projection, height };
  }
  const all = { type: "GeometryCollection" as const, geometries: parts };
  const [[west, south], [east, north]] = geoBounds(all);
  const middle = (west + (east < west ? east + 360 : east)) / 2;
  const projection = geoAzimuthalEqualArea().rotate([-middle, -(south + north) / 2]);
  projection.fitWidth(WIDTH, all);
  const [[left, top], [right, bottom]] = geoPath(projection).bounds(all);
  const shape = (bottom - top) / Math.max(right - left, 1);
  const height = Math.round(WIDTH * Math.min(TALLEST, Math.max(FLATTEST, shape)));
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [WIDTH - MARGIN, height - MARGIN],
    ],
    all,
  );
  const most = WIDTH / ((LEAST_DEGREES * Math.PI) / 180);
  // A single point has no size to fit, and any scale would.
  if (!(projection.scale() <= most)) {
    projection.scale(most).translate([WIDTH / 2, height / 2]);
  }
  return { projection, height };
}

type Part = Polygons | { type: "MultiPoint"; coordinates: [number, number][] };

function partsOf(view: Exclude<OutlineView["view"], "world">): Part[] {
  const { ofCountry, ofProvince } = outlines();
  if ("country" in view) return [ofCountry(view.country)].filter((part) => part !== null);
  const shapes = view.provinces.map(ofProvince).filter((part) => part !== null);
  return view.points.length > 0
    ? [...shapes, { type: "MultiPoint", coordinates: view.points }]
    : shapes;
}
