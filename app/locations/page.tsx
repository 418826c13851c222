import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { LocationTable } from "../../components/location-table";
import { TableFilterForm } from "../../components/table-filter-form";
import { TableFrame } from "../../components/table-frame";
import { listCountries } from "../../db/queries/list-countries";
import { listLocations } from "../../db/queries/list-locations";
import { LISTED_PLACES, LOCATION_TABLE } from "../../domain/location-table";
import { tableHref, tableLinks } from "../../domain/table-links";
import { isWordlessSearch, refuseUnknownCodes } from "../../domain/table-params";
import { LOCATION_KINDS } from "../../domain/vocabulary";
import { readTableRequest } from "../_server/read-table-request";
import { currentReader } from "../_server/reader";
import type { PageSearchParams } from "../_server/search-params";

const PATH = "/locations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("locations"))("title") };
}

export default async function LocationsPage({ searchParams }: { searchParams: PageSearchParams }) {
  const [{ store, actor }, t] = await Promise.all([currentReader(), getTranslations()]);
  const asked = await readTableRequest(LOCATION_TABLE, PATH, searchParams);
  const countries = await listCountries(store, actor);
  const { request, issues } = refuseUnknownCodes(
    asked.request,
    "country",
    new Set(countries.map(({ id }) => id)),
    "filter.unknown_country",
  );
  const { filter, sort, page } = request;
  const { rows, total } = await listLocations(store, actor, request);
  const { sortHrefs, pager, clearHref } = tableLinks(LOCATION_TABLE, PATH, request, total);
  const inGazetteer = tableHref(LOCATION_TABLE, PATH, {
    ...request,
    filter: { ...filter, places: "all" },
    page: { ...page, page: 1 },
  });
  return (
    <TableFrame
      about={t("locations.about")}
      empty={
        filter.places === "all" ? (
          <>
            {t("locations.noMatch")} <Link href={clearHref ?? PATH}>{t("tables.clear")}</Link>
          </>
        ) : (
          <>
            {t(clearHref === null ? "locations.none" : "locations.noMatch")}{" "}
            <Link href={inGazetteer}>{t("locations.lookInAll")}</Link>
          </>
        )
      }
      filter={
        <TableFilterForm
          choices={[
            {
              name: "kind",
              label: t("locations.columns.kind"),
              options: LOCATION_KINDS.map((value) => ({
                value,
                label: t(`vocabulary.locationKind.${value}`),
              })),
              selected: filter.kind,
            },
            {
              name: "country",
              label: t("locations.columns.country"),
              options: countries
                .filter(
                  ({ id, ofPlaces }) =>
                    ofPlaces || filter.places === "all" || filter.country.includes(id),
                )
                .map(({ id, name }) => ({ value: id, label: name })),
              selected: filter.country,
            },
            {
              name: "places",
              label: t("locations.places.label"),
              options: LISTED_PLACES.map((value) => ({
                value,
                label: t(`locations.places.${value}`),
              })),
              selected: [filter.places],
              single: true,
            },
          ]}
          clearHref={clearHref}
          key={JSON.stringify(request)}
          path={PATH}
          search={{ label: t("locations.search"), value: filter.q ?? "" }}
          size={page.size}
          sort={sort}
          sortOptions={LOCATION_TABLE.sortKeys.map((value) => ({
            value,
            label: t(`locations.columns.${value}`),
          }))}
        />
      }
      heading={t(`locations.heading.${filter.places}`, { count: total })}
      issues={[...asked.issues, ...issues]}
      page={page.page}
      pager={pager}
      rowCount={rows.length}
      table={<LocationTable rows={rows} sort={sort} sortHrefs={sortHrefs} />}
      wordless={isWordlessSearch(request) ? filter.q : null}
    />
  );
}
