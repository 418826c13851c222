import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { keepAccess } from "../_server/keep-access";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";
import { feedResponse } from "./feed-response";

/** What changed last among the incidents of a filter, for whoever asks, by session, token or as a visitor. */
export async function GET(request: NextRequest): Promise<Response> {
  const asker = await dataAsker("incident.read");
  if (asker instanceof Response) return asker;
  const { actor } = asker;
  const [{ store }, say, locale] = await Promise.all([
    readerFor(actor),
    getTranslations(),
    getLocale(),
  ]);
  return feedResponse(store, actor, request.nextUrl.searchParams, {
    say,
    locale,
    now: Date.now(),
    // The guard has refused every name but our own.
    base: process.env.PUBLIC_ADDRESS || `http://${request.headers.get("host")}`,
    known: request.headers.get("if-none-match"),
    view: null,
    keep: (access) => keepAccess(actor, access),
  });
}
