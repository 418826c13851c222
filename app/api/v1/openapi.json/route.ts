import type { NextRequest } from "next/server";
import { etagOf, isKnownEtag } from "../../../_server/etag";
import { OPENAPI_DOCUMENT } from "../../openapi-document";

const TEXT = `${JSON.stringify(OPENAPI_DOCUMENT, null, 2)}\n`;
const HEADERS = { etag: etagOf(TEXT), "cache-control": "public, no-cache" };

/** What the API is; the same for everybody. */
export function GET(request: NextRequest): Response {
  return isKnownEtag(HEADERS.etag, request.headers.get("if-none-match"))
    ? new Response(null, { status: 304, headers: HEADERS })
    : new Response(TEXT, { headers: { ...HEADERS, "content-type": "application/json" } });
}
