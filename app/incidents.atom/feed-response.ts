import { atomFeed } from "../../adapters/atom-feed";
import { listChanged } from "../../db/queries/list-changed";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { describeIncidentFilter } from "../../domain/describe-incident-filter";
import { feedSummary } from "../../domain/feed-summary";
import { withoutMissing } from "../../domain/filter-names";
import { serializeIncidentFilter } from "../../domain/incident-filter";
import type { Say } from "../../domain/say";
import { etagOf, isKnownEtag } from "../_server/etag";
import { issuesResponse } from "../_server/issues-response";
import type { KeptAccess } from "../_server/keep-access";
import { readIncidentRequest } from "../_server/read-incident-request";

type Options = {
  say: Say;
  locale: string;
  now: number;
  /** What stands before every path: where the program is reached, without a slash at its end. */
  base: string;
  /** The header If-None-Match. */
  known: string | null;
  /** The feed of a view, whose address is a secret; null where it is the one of a filter. */
  view: { id: string; name: string } | null;
  /** Called once before anything is sent. */
  keep: (access: KeptAccess) => Promise<void>;
};

const MAX_ENTRIES = 50;

/**
 * The incidents of an address of the list that changed last, as an Atom feed; sort, page and columns are checked and
 * ignored. An address with a mistake is refused whole, since an empty feed would pass for no news; a view, in which
 * there was none, goes on without the incidents and sources that its owner may not read just now.
 * Only the ETag decides what is sent anew: what is retracted leaves the feed without making anything in it newer.
 */
export async function feedResponse(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { say, locale, now, base, known, view, keep }: Options,
): Promise<Response> {
  const { request, names, issues } = await readIncidentRequest(store, actor, params);
  const { filter } = request;
  const serious = view ? withoutMissing(issues, filter, names) : issues;
  if (serious.length > 0) return issuesResponse(serious, say);
  const rows = await listChanged(store, actor, { filter, limit: MAX_ENTRIES });
  const query = serializeIncidentFilter(filter).toString();
  const at = (path: string) => `${base}${path}${query === "" ? "" : `?${query}`}`;
  const today = new Date(now).toISOString().slice(0, 10);
  const xml = atomFeed({
    key: view ? `view ${view.id}` : `incidents ${query}`,
    title: say("feed.title", {
      ledger: say("app.name"),
      name: view?.name ?? describeIncidentFilter(filter, { names, locale, say }),
    }),
    author: say("app.name"),
    selfHref: view ? null : at("/incidents.atom"),
    href: at("/incidents"),
    entries: rows.map((row) => ({
      key: row.ref,
      title: row.title,
      summary: feedSummary(row, { locale, say, today }),
      href: `${base}/incidents/${row.ref}`,
      updatedAt: row.updatedAt,
    })),
  });
  const etag = etagOf(xml);
  const isPersonal = actor.role !== "public";
  const headers = {
    etag,
    // May be kept, but is asked for each time: what is taken off is gone at once.
    "cache-control": `${isPersonal ? "private" : "public"}, no-cache`,
    vary: "cookie, authorization",
    ...(rows[0] && { "last-modified": new Date(rows[0].updatedAt).toUTCString() }),
  };
  if (isKnownEtag(etag, known)) return new Response(null, { status: 304, headers });
  await keep({
    action: "read",
    entity: view ? "view" : "incidents",
    entityId: view?.id ?? "",
    detail: query,
  });
  const type = { "content-type": "application/atom+xml; charset=utf-8" };
  return new Response(xml, { headers: { ...headers, ...type } });
}
