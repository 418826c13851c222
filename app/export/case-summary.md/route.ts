import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { keepAccess } from "../../_server/keep-access";
import { readerFor } from "../../_server/reader";
import { dataAsker } from "../../_server/session";
import { summariesResponse } from "./summaries-response";

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
  const [{ store }, say, locale] = await Promise.all([
    readerFor(actor),
    getTranslations(),
    getLocale(),
  ]);
  return summariesResponse(store, actor, request.nextUrl.searchParams, {
    say,
    locale,
    now: Date.now(),
    base: process.env.PUBLIC_ADDRESS ?? "",
    withBody,
    refusalOfAll,
    keep: (access) => keepAccess(actor, access),
  });
}
