import { setTimeout } from "node:timers/promises";
import { computeCacheBustingSearchParam } from "next/dist/shared/lib/router/utils/cache-busting-search-param.js";
import type { Answer, PlainClient } from "./plain-client";

/** How a route is asked for: as a page, and as Next's own links and prefetches do. */
export const WAYS = {
  document: {},
  flight: { rsc: "1" },
  prefetch: { rsc: "1", "next-router-prefetch": "1" },
  "prefetch of a segment": {
    rsc: "1",
    "next-router-prefetch": "1",
    "next-router-segment-prefetch": "/_tree",
  },
  "prefetch at run time": { rsc: "1", "next-router-prefetch": "2" },
} as const satisfies Record<string, Record<string, string>>;

export type Way = keyof typeof WAYS;

/** Asks without following where it leads; again, and not before it may, where it asked faster than data is given out. */
export async function askRoute(
  client: PlainClient,
  path: string,
  way: Way,
  { method = "GET", headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ outcome: number | string; text: string }> {
  const asked: Record<string, string> = WAYS[way];
  const url = new URL(path, "http://ledger");
  if ("rsc" in asked) {
    const [prefetch, segment] = ["next-router-prefetch", "next-router-segment-prefetch"].map(
      (name) => asked[name],
    );
    // Next leads every other address to the one with this parameter.
    const hash = await computeCacheBustingSearchParam(
      prefetch as "1",
      segment,
      undefined,
      undefined,
    );
    url.searchParams.set("_rsc", hash);
  }
  const ask = () => client.send(method, url.pathname + url.search, { ...asked, ...headers });
  let answer = await ask();
  while (answer.status === 429) {
    await setTimeout(Number(answer.headers["retry-after"]) * 1000);
    answer = await ask();
  }
  return { outcome: outcomeOf(answer), text: answer.body };
}

/**
 * What an answer comes to: where it leads, without a query, or its status. A flight answer begins, as 200, before the
 * page has decided; what that came to stands in it, and may stand beside what became of the title.
 */
function outcomeOf({ status, headers, body: text }: Answer): number | string {
  const isFlight = String(headers["content-type"]).startsWith("text/x-component");
  const led = isFlight
    ? /NEXT_REDIRECT;\w+;([^;]*);/.exec(text)?.[1]
    : headers.location?.toString();
  if (led) return led.replace(/\?.*/, "");
  if (isFlight && /:E\{"digest":"(?!NEXT_)/.test(text)) return 500;
  const refused = isFlight ? [...text.matchAll(/NEXT_HTTP_ERROR_FALLBACK;(\d+)/g)] : [];
  return refused.length === 0 ? status : Math.min(...refused.map(([, code]) => Number(code)));
}
