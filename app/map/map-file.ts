import { csvLines } from "../../adapters/csv-writer";
import { mapSvg } from "../../adapters/map-svg";
import { getProvinceMap } from "../../db/queries/get-province-map";
import type { Store } from "../../db/store";
import { type Actor, authorise } from "../../domain/actor";
import { describeIncidentCount } from "../../domain/describe-incident-filter";
import { formatMapClass } from "../../domain/format-map-class";
import { serializeIncidentFilter } from "../../domain/incident-filter";
import { shadeOfClass } from "../../domain/map-classes";
import { mapCsvRecords } from "../../domain/map-csv";
import { mapLegend } from "../../domain/map-legend";
import type { MapRequest } from "../../domain/map-request";
import type { MapView } from "../../domain/map-view";
import type { Say } from "../../domain/say";
import { sayPeriod } from "../../domain/say-period";
import { unchosenFilter } from "../../domain/unchosen-filter";
import { exportHeaders } from "../_server/export-headers";
import { exportedIncidents } from "../_server/exported-incidents";
import { issuesResponse } from "../_server/issues-response";
import type { KeptAccess } from "../_server/keep-access";
import { mapNotes } from "./map-notes";
import { mapSheet } from "./map-sheet";
import { readMapRequest } from "./read-map-request";

type Options = {
  format: "svg" | "csv";
  say: Say;
  locale: string;
  /** A calendar day, UTC. */
  today: string;
  withBody: boolean;
  /** Called once before anything is sent. */
  keep: (access: KeptAccess) => Promise<void>;
};

/** The map of an address as a file: drawn, or its numbers. An address with a mistake is refused whole. */
export async function mapFile(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { format, say, locale, today, withBody, keep }: Options,
): Promise<Response> {
  const { request, names, issues } = await readMapRequest(store, actor, params);
  if (issues.length > 0) return issuesResponse(issues, say);
  const shown = unchosenFilter(request.filter);

  const headers = exportHeaders("map", format, today);
  if (!withBody) return new Response(null, { headers });

  authorise(actor, "incident.export");
  await keep(exportedIncidents(serializeIncidentFilter(shown).toString()));
  const view = await getProvinceMap(store, actor, request.filter);
  if (format === "csv")
    return new Response(csvLines(mapCsvRecords(view, request.sort)), { headers });
  const title = describeIncidentCount(view.total.incidents, shown, { names, locale, say });
  const made = say("charts.made", {
    name: say("app.name"),
    day: sayPeriod({ earliest: today, latest: today }, locale, say),
  });
  return new Response(drawn(view, request, { title, made, say }), { headers });
}

function drawn(
  view: MapView,
  request: MapRequest,
  { title, made, say }: { title: string; made: string; say: Say },
): string {
  const { look } = request;
  const sheet = mapSheet(view, request, say);
  const notes = mapNotes(sheet, view, say);
  const { levels, signs } = mapLegend(sheet);
  return mapSvg(sheet, {
    title,
    shaded: say(
      look.shade === "incidents" ? "map.legend.incidents" : `map.legend.people.${look.bound}`,
    ),
    legend: [
      ...sheet.classes.map((one, at) => ({
        level: shadeOfClass(at, sheet.classes.length),
        text: formatMapClass(one, say),
      })),
      ...levels.map((level) => ({ level, text: say(`map.legend.${level}`) })),
    ],
    signs: signs.map((sign) => ({ sign, text: say(`map.legend.${sign}`) })),
    notes: [...notes.moves, ...notes.places, say("map.rule"), say("map.source"), made],
  });
}
