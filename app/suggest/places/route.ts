import type { NextRequest } from "next/server";
import { placeSuggestions } from "../place-suggestions";

/** Places of any size, for the form. */
export async function GET(request: NextRequest) {
  return placeSuggestions(request);
}
