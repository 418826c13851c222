import { csvLines } from "../../../adapters/csv-writer";
import { chartFile } from "../../../components/charts/chart-file";
import { type ChartKind, datedBars } from "../../../components/charts/dated-bars";
import { sayBar } from "../../../components/charts/say-bar";
import { sayCut } from "../../../components/charts/say-cut";
import { getDatedFigures } from "../../../db/queries/get-dated-figures";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import type { DatedFigures } from "../../../domain/dated-figures";
import { describeIncidentFilter } from "../../../domain/describe-incident-filter";
import { serializeIncidentFilter } from "../../../domain/incident-filter";
import type { Say } from "../../../domain/say";
import { sayPeriod } from "../../../domain/say-period";
import { exportHeaders } from "../../_server/export-headers";
import { exportedIncidents } from "../../_server/exported-incidents";
import { issuesResponse } from "../../_server/issues-response";
import type { KeptAccess } from "../../_server/keep-access";
import { readChartRequest } from "../../_server/read-chart-request";

type Options = {
  kind: ChartKind;
  format: "svg" | "csv";
  say: Say;
  locale: string;
  /** A calendar day, UTC. */
  today: string;
  keep: (access: KeptAccess) => Promise<void>;
};

/** A chart of an address as a file, or its numbers. An address with a mistake is refused whole. */
export async function chartResponse(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
  { kind, format, say, locale, today, keep }: Options,
): Promise<Response> {
  const { request, names, issues } = await readChartRequest(store, actor, params);
  if (issues.length > 0) return issuesResponse(issues, say);
  const dated = await getDatedFigures(store, actor, { ...request, today });
  const unit = dated?.span.unit ?? request.by ?? "month";
  await keep(
    exportedIncidents(`${kind}.${format} ${serializeIncidentFilter(request.filter)}`.trimEnd()),
  );
  const headers = exportHeaders(`${kind}-by-${unit}`, format, today);
  if (format === "csv") return new Response(csvLines(recordsOf(dated, kind)), { headers });
  const sentence = describeIncidentFilter(request.filter, { names, locale, say });
  const bars = dated ? datedBars(dated, kind) : [];
  const more = kind === "people" ? [say("charts.people.bestMark")] : [];
  if (bars.some(({ isOpen }) => isOpen)) more.push(say("charts.people.openMark"));
  const file = chartFile({
    title: say(`charts.${kind}.${unit}`),
    about: sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1),
    rule: dated
      ? [say(`charts.${kind}.rule`), sayCut(dated.span, say) ?? ""].join(" ").trimEnd()
      : say("charts.nothing"),
    made: say("charts.made", {
      name: say("app.name"),
      day: sayPeriod({ earliest: today, latest: today }, locale, say),
    }),
    legend: {
      certain: say(`charts.${kind}.certain`),
      possible: say(`charts.${kind}.possible`),
      more,
    },
    locale,
    drawn: {
      bars,
      unit,
      highest: 0,
      titleOf: ({ figure }) => sayBar(figure, kind, sayPeriod(figure, locale, say), say),
    },
  });
  return new Response(file, { headers });
}

/** One record a month or year, also those without incidents; an empty cell is not known, which is no zero. */
function recordsOf(dated: DatedFigures | null, kind: ChartKind): (string | number | null)[][] {
  const columns = {
    incidents: ["incidents_certain", "incidents_possible"],
    people: ["persons_low", "persons_best", "persons_high", "persons_known"],
  };
  const heading = ["period", "from", "to", ...columns[kind]];
  const period = (day: string) => day.slice(0, dated?.span.unit === "year" ? 4 : 7);
  const records = (dated?.figures ?? []).map(({ earliest, latest, certain, possible, people }) => [
    period(earliest),
    earliest,
    latest,
    ...(kind === "incidents"
      ? [certain, possible]
      : [people?.low ?? null, people?.best ?? null, people?.high ?? null, people?.known ?? null]),
  ]);
  return [heading, ...records];
}
