import { suggestionsResponse } from "./suggestions-response";
import "server-only";
import type { NextRequest } from "next/server";
import { findPlaces } from "../../db/queries/find-places";
import type { LocationKind } from "../../domain/vocabulary";
import { readerOnPage } from "../_server/reader";

/** Answers with the places one of whose names begins with `q`; with `kind`, only those of a kind. */
export async function placeSuggestions(request: NextRequest, kind?: LocationKind) {
  const reader = await readerOnPage("incident.read");
  if (reader instanceof Response) return reader;
  const { store, actor } = reader;
  const typed = request.nextUrl.searchParams.get("q") ?? "";
  const places = await findPlaces(store, actor, { typed });
  return suggestionsResponse(
    places
      .filter((place) => kind === undefined || place.kind === kind)
      .map(({ id, label, names }) => ({
        value: id,
        label,
        detail: [id, ...names].join(" · "),
      })),
  );
}
