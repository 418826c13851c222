import type { NextRequest } from "next/server";
import { findPlaces } from "../../../db/queries/find-places";
import { currentActor } from "../../_server/session";
import { getStore } from "../../_server/store";

/** Places of any size one of whose names begins with `q`, for the form. */
export async function GET(request: NextRequest) {
  const [store, actor] = await Promise.all([getStore(), currentActor()]);
  const typed = request.nextUrl.searchParams.get("q") ?? "";
  const places = await findPlaces(store, actor, { typed });
  return Response.json(
    places.map(({ id, label, names }) => ({
      value: id,
      label,
      detail: [id, ...names].join(" · "),
    })),
  );
}
