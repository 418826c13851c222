import "server-only";
import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { keepAccess } from "../_server/keep-access";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";
import { type ExportFile, exportResponse } from "./export-response";

/** The handlers of the address of a file; HEAD is without a body, and so without an export that nobody would read. */
export function exportRoute(file: ExportFile) {
  const respond = async (request: NextRequest, withBody: boolean): Promise<Response> => {
    const asker = await dataAsker("incident.export");
    if (asker instanceof Response) return asker;
    const { actor, refusalOfAll } = asker;
    const [{ store }, say] = await Promise.all([readerFor(actor), getTranslations()]);
    return exportResponse(file, store, actor, request.nextUrl.searchParams, {
      say,
      now: Date.now(),
      withBody,
      refusalOfAll,
      keep: (access) => keepAccess(actor, access),
    });
  };
  return {
    GET: (request: NextRequest) => respond(request, true),
    HEAD: (request: NextRequest) => respond(request, false),
  };
}
