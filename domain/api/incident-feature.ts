import { riskNow } from "../at-risk";
import { toEdtf } from "../edtf";
import type { IncidentDetail } from "../incident-detail";
import type { Say } from "../say";
import { placePoint } from "./place-point";

type Position = [longitude: number, latitude: number];

/** An incident as a feature of GeoJSON (RFC 7946): what its headline says, at the points of the headline's places. */
export type IncidentFeature = {
  type: "Feature";
  id: string;
  geometry:
    | { type: "Point"; coordinates: Position }
    | { type: "MultiPoint"; coordinates: Position[] }
    | null;
  properties: Record<string, unknown>;
};

/**
 * One feature an incident, so that counting features counts incidents and nobody is counted twice.
 * `where_precision` is that of the least precise of its places, and `places` says of each which of the points is its
 * own, null where it has none. Without any point the geometry is null. `today`: a calendar day, UTC.
 */
export function incidentFeature(
  { ref, reviewStatus, document, headline, locations }: IncidentDetail,
  { say, today }: { say: Say; today: string },
): IncidentFeature {
  const points: Position[] = [];
  const places = headline.places.map((id) => {
    const { position, precision, words } = placePoint(id, locations, say);
    const place = Object.hasOwn(locations, id) ? locations[id] : undefined;
    return {
      id,
      name: place?.nameEn ?? id,
      kind: place?.kind ?? null,
      where_precision: precision,
      where: words,
      point: position === null ? null : indexOf(points, position),
    };
  });
  const { date } = headline;
  const risk = riskNow(headline, today);
  const known = places.flatMap(({ where_precision }) => where_precision ?? []);
  return {
    type: "Feature",
    id: ref,
    geometry: geometryOf(points),
    properties: {
      reference: ref,
      title: document.title,
      summary: document.summary,
      review_status: reviewStatus,
      where_precision:
        known.length < places.length || known.length === 0 ? null : Math.max(...known),
      where:
        places.length === 0 ? say("geojson.unknown") : places.map(({ where }) => where).join(" "),
      places,
      date_text: date?.text ?? null,
      date_earliest: date?.earliest ?? null,
      date_latest: date?.latest ?? null,
      date_kind: date?.kind ?? null,
      date_basis: date?.basis ?? null,
      date_precision: date?.precision ?? null,
      date_edtf: date && toEdtf(date),
      countries: headline.countries,
      provinces: headline.provinces,
      later_provinces: headline.laterProvinces,
      persons_low: headline.persons.low,
      persons_best: headline.persons.best,
      persons_high: headline.persons.high,
      helpers_low: headline.helpers.low,
      helpers_best: headline.helpers.best,
      helpers_high: headline.helpers.high,
      families_low: headline.families.low,
      families_best: headline.families.best,
      families_high: headline.families.high,
      nationalities: headline.nationalities,
      event_types: headline.eventTypes,
      status: headline.status,
      at_risk_of: risk.of,
      at_risk_is_stale: risk.of.length > 0 && risk.stale,
      corroboration: headline.corroboration,
      disagreement: headline.disagreement,
      sources: headline.sources,
      independent_sources: headline.independentSources,
    },
  };
}

/** Where a point stands among those that are there, at the end where it is new. */
function indexOf(points: Position[], [longitude, latitude]: Position): number {
  const known = points.findIndex(([x, y]) => x === longitude && y === latitude);
  return known >= 0 ? known : points.push([longitude, latitude]) - 1;
}

function geometryOf(points: Position[]): IncidentFeature["geometry"] {
  const [only] = points;
  if (!only) return null;
  return points.length === 1
    ? { type: "Point", coordinates: only }
    : { type: "MultiPoint", coordinates: points };
}
