import type { NextRequest } from "next/server";
import { mapRoute } from "../map/map-route";

export function GET(request: NextRequest) {
  return mapRoute(request, "csv", true);
}

export function HEAD(request: NextRequest) {
  return mapRoute(request, "csv", false);
}
