import {
  type GeoProjection,
  geoAzimuthalEqualArea,
  geoBounds,
  geoDistance,
  geoEqualEarth,
  geoPath,
} from "d3-geo";
import { type Lines, outlines, type Piece, type Polygons } from "./outlines";
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
 * not drawn by itself, country by country. `borders`: between the provinces of the countries of those that are. `missing`: asked for, and without an outline. `put` gives the point of a longitude and latitude,
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
  const { has, ofProvince, landWithout, linesIn } = outlines();
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
  const seen = inSight(landWithout(new Set(over ? [] : own)), projection, height);
  const lined = new Set(inWorld || over ? [] : own.map((id) => id.slice(0, id.indexOf("-"))));
  return {
    width: WIDTH,
    height,
    land: seen.map(({ shape }) => path(shape, inWorld ? 6 : 3)).join(""),
    borders: seen
      .filter(({ country }) => lined.has(country))
      .map(({ country }) => path(linesIn(country), 2))
      .join(""),
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

/** The pieces that may reach into the view: to project the whole world takes longer than to look where it lies. */
function inSight(pieces: Piece[], projection: GeoProjection, height: number): Piece[] {
  const at = (x: number, y: number) =>
    (projection.invert?.([x, y]) ?? [Number.NaN, Number.NaN]) as [number, number];
  const middle = at(WIDTH / 2, height / 2);
  const edges = [0, 0.5, 1].flatMap((x) => [0, 0.5, 1].map((y) => at(x * WIDTH, y * height)));
  const reach = Math.max(...edges.map((edge) => geoDistance(middle, edge)));
  // Corners beyond the globe have no place on it; then nothing is left out.
  return pieces.filter(
    ({ centre, radius }) => !(geoDistance(middle, centre) - radius > reach * 1.05),
  );
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
