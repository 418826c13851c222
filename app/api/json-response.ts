import { etagOf, isKnownEtag } from "../_server/etag";
import type { KeptAccess } from "../_server/keep-access";
import type { ApiContext } from "./api-context";

type More = { headers?: Record<string, string>; access?: KeptAccess | null };

/**
 * An answer of the API: 304 where the asker has it already. `access`: what is kept of it, where anything is sent.
 * It may be kept by whoever asked, but is asked for each time: what is taken off is gone at once.
 */
export async function jsonResponse(
  body: object,
  { actor, known, withBody, keep }: ApiContext,
  { headers: more = {}, access = null }: More = {},
): Promise<Response> {
  const text = `${JSON.stringify(body)}\n`;
  const etag = etagOf(text);
  const headers = {
    etag,
    "cache-control": `${actor.role === "public" ? "public" : "private"}, no-cache`,
    vary: "cookie, authorization",
    ...more,
  };
  if (isKnownEtag(etag, known)) return new Response(null, { status: 304, headers });
  if (withBody && access) await keep(access);
  return new Response(withBody ? text : null, {
    headers: { ...headers, "content-type": "application/json" },
  });
}
