import type { Metadata } from "next";
import Link from "next/link";
import { FilterBar } from "../components/filter-bar";
import { KeyFigures } from "../components/key-figures";
import { LongSearchNotice } from "../components/long-search-notice";
import { MapAreaTable } from "../components/map-area-table";
import { MapFigure } from "../components/map-figure";
import { MapLegend } from "../components/map-legend";
import { NothingFound } from "../components/nothing-found";
import { OverviewCharts } from "../components/overview-charts";
import { OverviewLists } from "../components/overview-lists";
import { OverviewMap } from "../components/overview-map";
import { getOverview } from "../db/queries/get-overview";
import { getProvinceMap } from "../db/queries/get-province-map";
import { withDates } from "../domain/asked-days";
import { describeIncidentFilter } from "../domain/describe-incident-filter";
import {
  type IncidentFilter,
  isTooLongToRepeat,
  serializeIncidentFilter,
} from "../domain/incident-filter";
import { parseMapRequest } from "../domain/map-request";
import { mapRows } from "../domain/map-row";
import { countOfSums } from "../domain/province-map";
import { unchosenFilter } from "../domain/unchosen-filter";
import { filterFrame } from "./_server/filter-frame";
import { openFilteredPage } from "./_server/open-filtered-page";
import { pageFilter } from "./_server/page-filter";
import { readChartRequest } from "./_server/read-chart-request";
import type { PageSearchParams } from "./_server/search-params";
import { filteredAddress } from "./incidents/addresses";
import { provinceListAddress } from "./map/addresses";
import { mapNotes } from "./map/map-notes";
import { mapSheet } from "./map/map-sheet";
import "./map/map.css";

/** As many rows as stand beside the small map. */
const MOST_PROVINCES = 12;

type Props = { searchParams: PageSearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { request, say, words } = await pageFilter(searchParams, readChartRequest);
  if (serializeIncidentFilter(request.filter).size === 0) return { title: say("overview.title") };
  const sentence = describeIncidentFilter(request.filter, words);
  return { title: say("overview.titleOf", { sentence }) };
}

export default async function OverviewPage({ searchParams }: Props) {
  const { store, actor, t, request, names, issues, words } = await openFilteredPage(
    "/",
    searchParams,
    readChartRequest,
  );
  const { filter, by } = request;
  const isLong = isTooLongToRepeat(filter);
  const today = new Date().toISOString().slice(0, 10);
  const overview = await getOverview(store, actor, { ...request, today });
  const kept: [string, string][] = by === null ? [] : [["by", by]];
  const here = (other: IncidentFilter) => filteredAddress("/", other, kept);
  const list = (other: IncidentFilter) => filteredAddress("/incidents", other);
  const isEmpty = overview.figures.incidents?.counts.total === 0;
  const { bar, loosened } = await filterFrame(
    store,
    actor,
    { filter, names, issues },
    { words, hrefOf: here, isEmpty: isEmpty },
  );

  const map = { ...parseMapRequest(new URLSearchParams("moves=hidden")).request, filter };
  const view = await getProvinceMap(store, actor, filter);
  const sheet = mapSheet(view, map, t);
  const where = unchosenFilter(filter);
  const mapHrefs = Object.fromEntries([
    ...sheet.areas.map(({ id }) => [id, list({ ...where, province: [id] })]),
    ...[...view.localities.keys()].map((id) => [id, list({ ...where, place: [id] })]),
  ]) as Record<string, string>;

  const rows = mapRows(view, map.sort)
    .slice(0, MOST_PROVINCES)
    .map(({ id, name, isCountry, incidents }) => ({
      id,
      name: isCountry ? t("map.table.noProvince", { country: name }) : name,
      incidents,
      people: countOfSums(view.provinces.get(id)!),
      href: provinceListAddress(map, id),
    }));

  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {bar.parts.length === 0
              ? t("overview.title")
              : t("overview.titleOf", {
                  sentence: describeIncidentFilter(filter, words),
                })}
          </h1>
        </div>
        {!isLong && (
          <nav aria-label={t("overview.same.label")} className="page-actions no-print">
            {(["incidents", "timeline", "map", "compare"] as const).map((name) => (
              <Link
                className="btn"
                href={filteredAddress(`/${name}`, filter)}
                key={name}
                prefetch={false}
              >
                {t(`overview.same.${name}`)}
              </Link>
            ))}
          </nav>
        )}
      </div>
      <FilterBar {...bar} kept={kept} path="/" />
      {isEmpty && <NothingFound actor={actor} parts={loosened} />}
      {isLong && !isEmpty && <LongSearchNotice filter={filter} />}
      {!isLong && !isEmpty && (
        <>
          <KeyFigures addressOf={list} figures={overview.figures} />
          <OverviewCharts
            addressOf={({ earliest, latest }, dates) =>
              list(withDates(filter, { from: earliest, to: latest, dates }))
            }
            dated={overview.dated}
            fileOf={(file) => filteredAddress(`/charts/${file}`, filter, kept)}
            unitAddressOf={(unit) => filteredAddress("/", filter, [["by", unit]])}
          />
          <OverviewMap
            href={filteredAddress("/map", filter)}
            numbers={rows.length > 0 && <MapAreaTable messages="overview.map.table" rows={rows} />}
          >
            <MapFigure
              hrefs={mapHrefs}
              label={t("map.label", {
                sentence: describeIncidentFilter(filter, words),
              })}
              sheet={sheet}
            />
            <MapLegend look={map.look} sheet={sheet} />
            {mapNotes(sheet, view, t).places.map((note) => (
              <p className="muted small mt-1.5" key={note}>
                {note}
              </p>
            ))}
          </OverviewMap>
          <OverviewLists
            addressOf={list}
            changedHref={filteredAddress("/incidents", filter, [["sort", "-updated"]])}
            overview={overview}
            today={today}
          />
        </>
      )}
    </>
  );
}
