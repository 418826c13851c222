import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { FilterBar } from "../../components/filter-bar";
import { IncidentSummary } from "../../components/incident-summary";
import { LongSearchNotice } from "../../components/long-search-notice";
import { MapAreaTable } from "../../components/map-area-table";
import { MapChoices } from "../../components/map-choices";
import { MapFigure } from "../../components/map-figure";
import { MapLegend } from "../../components/map-legend";
import { MapPlaceTables } from "../../components/map-place-tables";
import { MapTable } from "../../components/map-table";
import { NothingFound } from "../../components/nothing-found";
import { Disclosure } from "../../components/ui/disclosure";
import { Notice } from "../../components/ui/notice";
import { PageSection } from "../../components/ui/page-section";
import { getProvinceMap } from "../../db/queries/get-province-map";
import { summarizeIncidents } from "../../db/queries/summarize-incidents";
import {
  describeIncidentCount,
  describeIncidentFilter,
} from "../../domain/describe-incident-filter";
import { formatCount } from "../../domain/format-count";
import { emptyIncidentFilter, isTooLongToRepeat } from "../../domain/incident-filter";
import { moveCode } from "../../domain/map-move";
import {
  MAP_SORT_KEYS,
  type MapRequest,
  type MapSortKey,
  nextMapSort,
  serializeMapRequest,
} from "../../domain/map-request";
import { mapRows } from "../../domain/map-row";
import type { MapSheet } from "../../domain/map-sheet";
import type { MapView } from "../../domain/map-view";
import { countOfSums } from "../../domain/province-map";
import { filterFrame } from "../_server/filter-frame";
import { openFilteredPage } from "../_server/open-filtered-page";
import { pageFilter } from "../_server/page-filter";
import type { PageSearchParams } from "../_server/search-params";
import {
  chooseAddress,
  countryListAddress,
  listAddress,
  mapAddress,
  moveListAddress,
  provinceListAddress,
  townListAddress,
  wholeListAddress,
} from "./addresses";
import { mapChoices } from "./map-choices";
import { mapNotes } from "./map-notes";
import { mapSheet } from "./map-sheet";
import { readMapRequest } from "./read-map-request";
import "./map.css";

type Props = { searchParams: PageSearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { request, say, words } = await pageFilter(searchParams, readMapRequest);
  return {
    title: say("map.heading", { sentence: describeIncidentFilter(request.filter, words) }),
  };
}

export default async function MapPage({ searchParams }: Props) {
  const { store, actor, t, request, names, issues, words } = await openFilteredPage(
    "/map",
    searchParams,
    readMapRequest,
  );
  const { filter } = request;
  const view = await getProvinceMap(store, actor, filter);
  const summary = await summarizeIncidents(store, actor, filter);
  const isEmpty = view.total.incidents === 0;
  const { bar, loosened } = await filterFrame(
    store,
    actor,
    { filter, names, issues },
    { words, hrefOf: (other) => mapAddress({ ...request, filter: other }), isEmpty: isEmpty },
  );
  const isLong = isTooLongToRepeat(filter);
  const sheet = mapSheet(view, request, t);
  const notes = mapNotes(sheet, view, t);

  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {t("map.heading", { sentence: describeIncidentCount(summary.total, filter, words) })}
          </h1>
          <IncidentSummary filter={filter} list={summary} />
        </div>
        {!isEmpty && issues.length === 0 && !isLong && (
          <div className="page-actions no-print">
            <Link className="btn" href={listAddress(request)} prefetch={false}>
              {t("map.asList")}
            </Link>
            <Disclosure summary={t("map.download.title")}>
              <p className="muted small mb-2.5">{t("map.download.text")}</p>
              <div className="flex flex-wrap gap-2">
                <a className="btn" href={mapAddress(request, "/map.svg")}>
                  {t("map.download.svg")}
                </a>
                <a className="btn" href={mapAddress(request, "/map.csv")}>
                  {t("map.download.csv")}
                </a>
              </div>
            </Disclosure>
          </div>
        )}
      </div>
      <FilterBar
        {...bar}
        kept={[...serializeMapRequest({ ...request, filter: emptyIncidentFilter() })]}
        path="/map"
      >
        {!isLong && <MapChoices groups={mapChoices(request, view, t)} />}
      </FilterBar>
      {isEmpty && <NothingFound actor={actor} parts={loosened} />}
      {!isEmpty && view.provinces.size === 0 && <Notice>{t("map.none")}</Notice>}
      <figure className="card card-body mt-3">
        <MapFigure
          arrowHref={({ moves }) => (isLong ? null : moveListAddress(request, moves))}
          hrefs={isLong ? {} : hrefsOf(request, view, sheet)}
          label={t("map.label", { sentence: describeIncidentFilter(filter, words) })}
          sheet={sheet}
        />
        <figcaption>
          <MapLegend look={request.look} sheet={sheet} />
          {notes.moves.map((note) => (
            <p className="muted small mt-1.5" key={note}>
              {note} {t("map.notDrawn.inTable")}
            </p>
          ))}
          {notes.places.map((note) => (
            <p className="small mt-1.5" key={note}>
              {note}
            </p>
          ))}
          <p className="muted small mt-1.5">
            {t("map.rule")} {t("map.choose")} {t("map.source")}
          </p>
        </figcaption>
      </figure>
      {isLong && !isEmpty && <LongSearchNotice filter={filter} />}
      {!isLong && view.provinces.size > 0 && <Numbers request={request} view={view} />}
    </>
  );
}

/** Where what is drawn leads: provinces to the map with them chosen, towns to their incidents. */
function hrefsOf(request: MapRequest, view: MapView, { areas, dots }: MapSheet) {
  const drawn = [...areas, ...dots].map(({ id }) => id).filter((id) => /^[A-Z]{2}-[^/]+$/.test(id));
  return Object.fromEntries([
    ...drawn.map((id) => [id, chooseAddress(request, id)]),
    ...[...view.localities.keys()].map((id) => [id, townListAddress(request, id)]),
  ]) as Record<string, string>;
}

/** The same as the map, in tables. */
async function Numbers({ request, view }: { request: MapRequest; view: MapView }) {
  const t = await getTranslations();
  const { sort, filter } = request;
  const rows = mapRows(view, sort);
  const isChosen = filter.province.length > 0 || filter.place.length > 0;
  const links = rows.map(({ id }) => [
    id,
    {
      incidents: provinceListAddress(request, id),
      choose: chooseAddress(request, id),
      isChosen: filter.province.includes(id),
    },
  ]);
  const sortHrefs = MAP_SORT_KEYS.map((key) => [
    key,
    mapAddress({ ...request, sort: nextMapSort(sort, key) }),
  ]);
  return (
    <>
      <PageSection id="numbers" title={t("map.table.title")}>
        <MapTable
          hrefs={Object.fromEntries(links)}
          rows={rows}
          sort={sort}
          sortHrefs={Object.fromEntries(sortHrefs) as Record<MapSortKey, string>}
        />
        <MapPlaceTables
          moveHrefs={Object.fromEntries(
            view.flows.map(moveCode).map((code) => [code, moveListAddress(request, [code])]),
          )}
          townHrefs={Object.fromEntries(
            [...view.localities.keys()].map((id) => [id, townListAddress(request, id)]),
          )}
          view={view}
        />
      </PageSection>
      <PageSection id="countries" title={t("map.national.title")}>
        <p className="muted mb-2.5 max-w-4xl">
          {t("map.national.about")}{" "}
          {t.rich(isChosen ? "map.national.allButChosen" : "map.national.all", {
            count: view.total.incidents,
            people: formatCount(countOfSums(view.total), t),
            list: (words) => (
              <Link href={wholeListAddress(request)} prefetch={false}>
                {words}
              </Link>
            ),
          })}
        </p>
        <MapAreaTable
          messages="map.national"
          rows={[...view.countries]
            .map(([id, figures]) => ({
              id,
              name: view.places[id]?.name ?? id,
              incidents: figures.incidents,
              people: countOfSums(figures),
              href: countryListAddress(request, id),
            }))
            .sort((a, b) => b.incidents - a.incidents)}
        />
      </PageSection>
    </>
  );
}
