import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { getTimeline } from "../../db/queries/get-timeline";
import { issuesResponse } from "../_server/issues-response";
import { readTimelineRequest } from "../_server/read-timeline-request";
import { currentReader } from "../_server/reader";
import { refusalOf } from "../_server/session";

/** What a window of the timeline shows, for the page that has moved there. */
export async function GET(request: NextRequest) {
  const { store, actor } = await currentReader();
  const refused = refusalOf(actor, "incident.read");
  if (refused) return refused;
  const { request: asked, issues } = await readTimelineRequest(
    store,
    actor,
    request.nextUrl.searchParams,
  );
  if (issues.length > 0) return issuesResponse(issues, await getTranslations());
  return Response.json(await getTimeline(store, actor, asked), {
    headers: { "cache-control": "no-store" },
  });
}
