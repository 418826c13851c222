import { serializeIncidentFilter } from "../../domain/incident-filter";
import { type MapLook, type MapRequest, serializeMapRequest } from "../../domain/map-request";
import { narrowFilter } from "../../domain/narrow-filter";
import { unchosenFilter } from "../../domain/unchosen-filter";
import { unknownProvinceOf } from "../../domain/unknown-province";

/** The address of a map, or of one of its files. */
export function mapAddress(request: MapRequest, path: "/map" | "/map.svg" | "/map.csv" = "/map") {
  return withQuery(path, serializeMapRequest(request));
}

/** The same map, drawn otherwise. */
export function lookAddress(request: MapRequest, look: Partial<MapLook>): string {
  return mapAddress({ ...request, look: { ...request.look, ...look } });
}

/** The list of the incidents that the map's filter finds. */
export function listAddress({ filter }: MapRequest): string {
  return withQuery("/incidents", serializeIncidentFilter(filter));
}

/** The list of all the incidents that the map's tables count: what is chosen on the map does not narrow them. */
export function wholeListAddress(request: MapRequest): string {
  return listAddress({ ...request, filter: unchosenFilter(request.filter) });
}

/** The map with a province chosen, or no longer where it is; a place that was chosen gives way to it. */
export function chooseAddress(request: MapRequest, province: string): string {
  const { filter } = request;
  const others = filter.province.filter((id) => id !== province);
  const chosen = others.length < filter.province.length ? others : [...others, province].sort();
  return mapAddress({ ...request, filter: { ...filter, province: chosen, place: [] } });
}

/** The list of exactly those incidents that an area of the map counts: a province, or a country's places without one. */
export function provinceListAddress(request: MapRequest, area: string): string {
  const province = [area.includes("-") ? area : unknownProvinceOf(area)];
  return listAddress({ ...request, filter: { ...unchosenFilter(request.filter), province } });
}

/** The list of exactly those incidents that a town of the map counts. */
export function townListAddress(request: MapRequest, town: string): string {
  return listAddress({ ...request, filter: { ...unchosenFilter(request.filter), place: [town] } });
}

/** The list of the incidents that have one of some ways; null where no filter asks for just them. */
export function moveListAddress(request: MapRequest, moves: string[]): string | null {
  const filter = narrowFilter(request.filter, { move: moves });
  return filter && listAddress({ ...request, filter });
}

/**
 * The list of exactly those incidents that a country of the map counts; null where no filter asks for them: those of
 * another country than the filter's, which an event of the filter's country touches too.
 */
export function countryListAddress(request: MapRequest, country: string): string | null {
  const { filter } = request;
  if (filter.country.length > 0 && !filter.country.includes(country)) return null;
  const asked = { ...unchosenFilter(filter), country: [country] };
  return listAddress({ ...request, filter: asked });
}

function withQuery(path: string, params: URLSearchParams): string {
  const query = params.toString();
  return query === "" ? path : `${path}?${query}`;
}
