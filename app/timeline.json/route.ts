import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { getTimeline } from "../../db/queries/get-timeline";
import { issuesResponse } from "../_server/issues-response";
import { readTimelineRequest } from "../_server/read-timeline-request";
import { readerOnPage } from "../_server/reader";

/** What a window of the timeline shows, for the page that has moved there. */
export async function GET(request: NextRequest) {
  const reader = await readerOnPage("incident.read");
  if (reader instanceof Response) return reader;
  const { store, actor } = reader;
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
