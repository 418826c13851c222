import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { IncidentBriefTable } from "../../../components/incident-brief-table";
import { LocationFacts } from "../../../components/location-facts";
import { Pager } from "../../../components/pager";
import { PlacesInside } from "../../../components/places-inside";
import { IssuesNotice, Notice } from "../../../components/ui/notice";
import { getLocation } from "../../../db/queries/get-location";
import { FIRST_PAGE, type IncidentPage, parseIncidentPage } from "../../../domain/incident-page";
import { locationPath } from "../../../domain/location-path";
import { pageHref, pagerLinks } from "../../../domain/pager-links";
import { currentReader } from "../../_server/reader";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";

type Props = { params: Promise<{ id: string[] }>; searchParams: PageSearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const view = await readLocation(idOf(id), FIRST_PAGE.page, FIRST_PAGE.size);
  return { title: view?.location.nameEn };
}

export default async function LocationPage({ params, searchParams }: Props) {
  const id = idOf((await params).id);
  const { page, issues } = parseIncidentPage(toSearchParams(await searchParams));
  const [view, t] = await Promise.all([readLocation(id, page.page, page.size), getTranslations()]);
  if (view === null) notFound();
  const { location, parents, inside, incidents } = view;
  const pager = pagerLinks(page, incidents.total, (other) => pageHref(locationPath(id), other));
  const field =
    location.kind === "province" || location.kind === "country" ? location.kind : "place";
  return (
    <>
      <nav aria-label={t("locations.breadcrumb")} className="breadcrumb">
        <Link href="/locations">{t("locations.title")}</Link>
        {parents.map((parent) => (
          <span key={parent.id}>
            {" › "}
            <Link href={locationPath(parent.id)}>{parent.nameEn}</Link>
          </span>
        ))}
      </nav>
      <h1>
        {location.nameEn}
        {location.nameKo !== null && (
          <span className="muted font-normal" lang="ko">
            {" "}
            {location.nameKo}
          </span>
        )}
        {location.nameZh !== null && (
          <span className="muted font-normal" lang="zh">
            {" "}
            {location.nameZh}
          </span>
        )}
      </h1>
      <div className="card card-body mt-3.5">
        <LocationFacts location={location} />
      </div>
      {inside.length > 0 && (
        <>
          <h2>{t("locations.inside")}</h2>
          <PlacesInside places={inside} />
        </>
      )}
      <div className="section-head">
        <h2>{t("locations.incidentsThere", { count: incidents.total })}</h2>
        {incidents.total > 0 && (
          <Link href={`/incidents?${new URLSearchParams([[field, location.id]])}`}>
            {t("locations.inIncidents")}
          </Link>
        )}
      </div>
      <IssuesNotice issues={issues} />
      {incidents.total === 0 && <p className="muted">{t("locations.noIncidents")}</p>}
      {incidents.total > 0 && incidents.rows.length === 0 && (
        <Notice tone="warn">
          {t("tables.behind", { page: page.page })}{" "}
          {pager.hrefs.previous && <Link href={pager.hrefs.previous}>{t("tables.toLast")}</Link>}
        </Notice>
      )}
      {incidents.rows.length > 0 && (
        <>
          <IncidentBriefTable
            label={t("locations.incidentsThere", { count: incidents.total })}
            rows={incidents.rows}
            today={new Date().toISOString().slice(0, 10)}
          />
          <Pager {...pager} />
        </>
      )}
    </>
  );
}

/** Once a request, for the title and the page alike; `cache` compares single values. */
const readLocation = cache(async (id: string, page: number, size: IncidentPage["size"]) => {
  const { store, actor } = await currentReader();
  return getLocation(store, actor, { id, page: { page, size } });
});

/** An id such as `CN-YN/kunming` is several segments of the address, each as the browser encoded it. */
function idOf(segments: string[]): string {
  return segments.map(decodeURIComponent).join("/");
}
