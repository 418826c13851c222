import type { NextRequest } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import { timelineSvg } from "../../components/timeline-svg";
import { getTimeline } from "../../db/queries/get-timeline";
import { askedDays } from "../../domain/asked-days";
import { describeIncidentFilter, filterParts } from "../../domain/describe-incident-filter";
import { datesAreOfEvents } from "../../domain/incident-filter";
import { unsureOf } from "../../domain/timeline-chart";
import { drawnFilter } from "../../domain/timeline-request";
import { laneName, periodText } from "../../domain/timeline-words";
import { exportHeaders } from "../_server/export-headers";
import { issuesResponse } from "../_server/issues-response";
import { readTimelineRequest } from "../_server/read-timeline-request";
import { readerFor } from "../_server/reader";
import { dataAsker } from "../_server/session";

/** The timeline of an address as a picture. It shows how many there are when, and names no case. */
export async function GET(request: NextRequest) {
  const asker = await dataAsker("incident.export");
  if (asker instanceof Response) return asker;
  const [{ store, actor }, say, locale] = await Promise.all([
    readerFor(asker.actor),
    getTranslations(),
    getLocale(),
  ]);
  const read = await readTimelineRequest(store, actor, request.nextUrl.searchParams);
  const { filter } = read.request;
  if (read.issues.length > 0) return issuesResponse(read.issues, say);
  const timeline = await getTimeline(store, actor, read.request);
  const { window, unit, undated, asked, leftOut } = timeline;
  const words = { names: read.names, locale, say };
  // Periods count all, whatever the dates of the filter.
  const drawnOf = unit === null ? filter : drawnFilter(filter);
  const sentence = describeIncidentFilter(drawnOf, words);
  const counted = datesAreOfEvents(filter) ? "event" : "risk";
  const unsure = unsureOf(timeline);
  const meaning =
    unit === null
      ? ["certain", "possible", "anticipated", ...unsure, "size"]
      : ["certainBin", "possibleBin", `anticipatedBin.${counted}`, "number"];
  const shaded = filterParts(filter, words)
    .filter(({ name }) => name === "dates")
    .map(({ text }) => say("timeline.picture.asked", { sentence: text }));
  const today = new Date().toISOString().slice(0, 10);
  // A picture of nothing still says of what there is nothing.
  const drawn = window ?? { from: today, to: today };
  const svg = timelineSvg({ ...timeline, window: drawn }, askedDays(filter) ?? [], {
    locale,
    title: say("timeline.heading", { sentence }),
    notes: [
      [
        window === null ? say("timeline.noDates") : periodText(window, words),
        say(`timeline.by.${unit ?? (datesAreOfEvents(filter) ? "event" : "bar")}`),
        ...(undated > 0 ? [say("timeline.picture.undated", { count: undated })] : []),
        say("timeline.picture.made", { day: today }),
      ].join(" · "),
      ...(asked !== null && unit !== null ? [say("timeline.asked.periods")] : []),
      ...(leftOut > 0 ? [say("timeline.picture.leftOut", { count: leftOut })] : []),
      [...meaning.map((name) => say(`timeline.picture.${name}`)), ...shaded].join(" · "),
    ],
    laneNames: timeline.lanes.map((row) =>
      say("timeline.laneCount", { lane: laneName(row, say), count: row.possible }),
    ),
  });
  return new Response(svg, { headers: exportHeaders("timeline", "svg", today) });
}
