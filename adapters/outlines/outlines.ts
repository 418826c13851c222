import { readFileSync } from "node:fs";
import { join } from "node:path";
import { geoArea, geoCentroid, geoDistance } from "d3-geo";
import { feature, merge, mesh } from "topojson-client";

type Topology = Parameters<typeof merge>[0];
type Shape = Extract<Parameters<typeof merge>[1], unknown[]>[number] & { id: string };
export type Polygons = ReturnType<typeof merge>;
type Rings = Polygons["coordinates"][number];
export type Lines = ReturnType<typeof mesh>;

/** A shape with the circle that holds it: its centre, [longitude, latitude], and its radius in radians. */
export type Piece = { country: string; shape: Polygons; centre: [number, number]; radius: number };

/**
 * The outlines of the world's provinces, read once and kept.
 * `ofProvince`: null where the outlines have none of this code. `landWithout`: country by country, all but these
 * provinces. `linesIn`: between the provinces of a country. `centreOf`: of the largest piece of a country or province,
 * [longitude, latitude]; null where there is none.
 */
export type Outlines = {
  has(province: string): boolean;
  ofProvince(province: string): Polygons | null;
  ofCountry(country: string): Polygons | null;
  landWithout(provinces: ReadonlySet<string>): Piece[];
  linesIn(country: string): Lines;
  centreOf(place: string): [number, number] | null;
};

/** Codes of the gazetteer whose outlines stand under others: parts of Hong Kong, and an older code of New Taipei. */
const ELSEWHERE: Readonly<Record<string, RegExp>> = { "CN-HK": /^HK-/, "TW-NWT": /^TW-TPQ$/ };

/** Codes of the gazetteer for as much as all the provinces of a country, which have codes of their own too. */
const WHOLE: Readonly<Record<string, string>> = { "CN-TW": "TW" };

/** No incident is in Antarctica, and no map of the others needs it. */
const LEFT_OUT = "AQ";

let kept: Outlines | undefined;

export function outlines(): Outlines {
  kept ??= read(join(process.cwd(), "adapters/outlines/admin1-world-s1.ids.topo.json"));
  return kept;
}

function read(path: string): Outlines {
  const topology = JSON.parse(readFileSync(path, "utf8")) as Topology;
  const all = topology.objects.a1 as { geometries: unknown[] } | undefined;
  const shapes = ((all?.geometries ?? []) as Shape[]).filter(
    ({ id }) => countryOf(id) !== LEFT_OUT,
  );
  const byProvince = new Map<string, Shape[]>();
  const byCountry = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const province = provinceOf(shape.id);
    byProvince.set(province, [...(byProvince.get(province) ?? []), shape]);
    const country = countryOf(province);
    byCountry.set(country, [...(byCountry.get(country) ?? []), shape]);
  }
  const join = (parts: Shape[]) => rewound(merge(topology, parts));
  const whole = (parts: Shape[] | undefined) => (parts ? join(parts) : null);
  const centres = new Map<string, [number, number] | null>();
  const lines = new Map<string, Lines>();
  const countries = new Map<string, Piece>();
  // Every view of one store asks for the same.
  let lastLand: { key: string; pieces: Piece[] } | undefined;
  const wholeCountry = (country: string) => {
    const known = countries.get(country) ?? inCircle(country, join(byCountry.get(country)!));
    countries.set(country, known);
    return known;
  };
  const partsOf = (province: string) => byProvince.get(province) ?? byCountry.get(WHOLE[province]!);
  const landWithout = (provinces: ReadonlySet<string>) => {
    const wholes = new Set([...provinces].map((id) => WHOLE[id]));
    return [...byCountry].flatMap(([country, parts]) => {
      if (wholes.has(country)) return [];
      const left = parts.filter(({ id }) => !provinces.has(provinceOf(id)));
      if (left.length === parts.length) return [wholeCountry(country)];
      return left.length > 0 ? [inCircle(country, join(left))] : [];
    });
  };
  return {
    has: (province) => partsOf(province) !== undefined,
    ofProvince(province) {
      const parts = partsOf(province);
      // A single shape is taken as it is: merging it would only look for its edges again.
      return parts?.length === 1 ? rewound(asPolygons(topology, parts[0]!)) : whole(parts);
    },
    ofCountry: (country) => (byCountry.has(country) ? wholeCountry(country).shape : null),
    landWithout(provinces) {
      if (provinces.size === 0) return landWithout(provinces);
      const key = [...provinces].sort().join();
      if (lastLand?.key !== key) lastLand = { key, pieces: landWithout(provinces) };
      return lastLand.pieces;
    },
    linesIn(country) {
      const geometries = byCountry.get(country) ?? [];
      const known =
        lines.get(country) ??
        mesh(topology, { type: "GeometryCollection", geometries }, (a, b) => a !== b);
      lines.set(country, known);
      return known;
    },
    centreOf(place) {
      if (!centres.has(place))
        centres.set(place, centreOf(whole(byCountry.get(place) ?? partsOf(place))));
      return centres.get(place) ?? null;
    },
  };
}

function provinceOf(id: string): string {
  return Object.keys(ELSEWHERE).find((code) => ELSEWHERE[code]!.test(id)) ?? id;
}

/** By the code and not by who claims the place: the gazetteer goes by ISO 3166-2 too. */
function countryOf(province: string): string {
  return province.slice(0, province.indexOf("-"));
}

function asPolygons(topology: Topology, shape: Shape): Polygons {
  if (shape.type === "MultiPolygon") return feature(topology, shape).geometry as Polygons;
  const { coordinates } = feature(topology, shape).geometry as { coordinates: Rings };
  return { type: "MultiPolygon", coordinates: [coordinates] };
}

/** d3-geo takes a ring that runs the other way round for all the world but what it encloses. */
function rewound({ type, coordinates }: Polygons): Polygons {
  const turned = coordinates.map((rings) =>
    rings.map((ring, at) => {
      const encloses = geoArea({ type: "Polygon", coordinates: [ring] }) < 2 * Math.PI;
      return encloses === (at === 0) ? ring : ring.toReversed();
    }),
  );
  return { type, coordinates: turned };
}

function centreOf(place: Polygons | null): [number, number] | null {
  if (place === null) return null;
  const pieces = place.coordinates.map((coordinates) => ({
    type: "Polygon" as const,
    coordinates,
  }));
  const sizes = pieces.map((piece) => geoArea(piece));
  return geoCentroid(pieces[sizes.indexOf(Math.max(...sizes))]!);
}

function inCircle(country: string, shape: Polygons): Piece {
  const centre = geoCentroid(shape);
  const far = shape.coordinates.flat(2).map((point) => geoDistance(centre, [point[0]!, point[1]!]));
  return { country, shape, centre, radius: far.reduce((most, one) => Math.max(most, one), 0) };
}
