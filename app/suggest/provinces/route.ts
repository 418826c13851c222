import type { NextRequest } from "next/server";
import { findPlaces } from "../../../db/queries/find-places";
import { currentReader } from "../../_server/reader";
import { refusalOf } from "../../_server/session";

/** Provinces one of whose names begins with `q`, for the filter. */
export async function GET(request: NextRequest) {
  const { store, actor } = await currentReader();
  const refused = refusalOf(actor, "incident.read");
  if (refused) return refused;
  const typed = request.nextUrl.searchParams.get("q") ?? "";
  const places = await findPlaces(store, actor, { typed });
  return Response.json(
    places
      .filter(({ kind }) => kind === "province")
      .map(({ id, label, names }) => ({
        value: id,
        label,
        detail: [id, ...names].join(" · "),
      })),
  );
}
