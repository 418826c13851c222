import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { currentActor } from "../_server/session";
import { getStore } from "../_server/store";
import { csvResponse } from "./csv-response";

export function GET(request: NextRequest) {
  return respond(request, true);
}

/** Without a body, and so without an export that nobody would read to its end. */
export function HEAD(request: NextRequest) {
  return respond(request, false);
}

async function respond(request: NextRequest, withBody: boolean): Promise<Response> {
  const [store, actor, say] = await Promise.all([getStore(), currentActor(), getTranslations()]);
  const params = request.nextUrl.searchParams;
  return csvResponse(store, actor, params, { say, now: Date.now(), withBody });
}
