import { outlines } from "../../adapters/outlines/outlines";
import type { MapView } from "../../domain/map-view";

export function hasOutline(province: string): boolean {
  return outlines().has(province);
}

export function isProvince(id: string): boolean {
  return id.includes("-") && !isTown(id);
}

/** Of a town its province, or its country where that is not known. */
export function provinceOf(id: string): string {
  return id.split("/")[0]!;
}

export function isTown(id: string): boolean {
  return id.includes("/");
}

/** Longitude and latitude. A country is put into its middle, and so is a province without coordinates. */
export function pointOf({ places }: MapView, id: string): [number, number] | null {
  const place = places[id];
  if (place?.lon != null && place.lat !== null) return [place.lon, place.lat];
  return outlines().centreOf(id);
}
