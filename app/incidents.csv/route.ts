import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { keepAccess } from "../_server/keep-access";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";
import { csvResponse } from "./csv-response";

export function GET(request: NextRequest) {
  return respond(request, true);
}

/** Without a body, and so without an export that nobody would read to its end. */
export function HEAD(request: NextRequest) {
  return respond(request, false);
}

async function respond(request: NextRequest, withBody: boolean): Promise<Response> {
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const { actor, refusalOfAll } = asker;
  const [{ store }, say] = await Promise.all([readerFor(actor), getTranslations()]);
  return csvResponse(store, actor, request.nextUrl.searchParams, {
    say,
    now: Date.now(),
    withBody,
    refusalOfAll,
    keep: (access) => keepAccess(actor, access),
  });
}
