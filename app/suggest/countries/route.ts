import type { NextRequest } from "next/server";
import { placeSuggestions } from "../place-suggestions";

/** Countries, for the filter. */
export async function GET(request: NextRequest) {
  return placeSuggestions(request, "country");
}
