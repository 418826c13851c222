import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { keepAccess } from "../_server/keep-access";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";
import { mapFile } from "./map-file";

/** Answers for a file of the map. Without a body nothing is read that nobody would see. */
export async function mapRoute(
  request: NextRequest,
  format: "svg" | "csv",
  withBody: boolean,
): Promise<Response> {
  // Counts of incidents are not the incidents: they may be taken without giving the password once more.
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const { actor } = asker;
  const [{ store }, say, locale] = await Promise.all([
    readerFor(actor),
    getTranslations(),
    getLocale(),
  ]);
  return mapFile(store, actor, request.nextUrl.searchParams, {
    format,
    say,
    locale,
    today: new Date().toISOString().slice(0, 10),
    withBody,
    keep: (access) => keepAccess(actor, access),
  });
}
