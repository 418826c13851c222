import type { Metadata } from "next";
import { ColumnChoice } from "../../components/column-choice";
import { ExportChoice } from "../../components/export-choice";
import { FilterBar } from "../../components/filter-bar";
import { IncidentFacets } from "../../components/incident-facets";
import { IncidentSummary } from "../../components/incident-summary";
import { IncidentTable } from "../../components/incident-table";
import { NothingFound } from "../../components/nothing-found";
import { Pager } from "../../components/pager";
import { PagerForm } from "../../components/pager-form";
import { SelectionBar } from "../../components/selection-bar";
import { Notice } from "../../components/ui/notice";
import { ViewPanel } from "../../components/view-panel";
import { listIncidents } from "../../db/queries/list-incidents";
import { listViews } from "../../db/queries/list-views";
import { may } from "../../domain/actor";
import {
  describeIncidentCount,
  describeIncidentFilter,
  filterParts,
} from "../../domain/describe-incident-filter";
import { chosenPageColumns } from "../../domain/incident-columns";
import { isTooLongToRepeat, serializeIncidentFilter } from "../../domain/incident-filter";
import { serializeIncidentRequest } from "../../domain/incident-request";
import { lastPageOf, pagerLinks } from "../../domain/pager-links";
import { viewQuery } from "../../domain/saved-view";
import { LIST_FORM_MESSAGES } from "../_server/client-messages";
import { filterFrame } from "../_server/filter-frame";
import { FormMessages } from "../_server/form-messages";
import { openFilteredPage } from "../_server/open-filtered-page";
import { pageFilter } from "../_server/page-filter";
import { readIncidentRequest } from "../_server/read-incident-request";
import type { PageSearchParams } from "../_server/search-params";
import { getStore } from "../_server/store";
import { changeViewAction, saveViewAction } from "../views/actions";
import {
  besideColumns,
  besideFilter,
  besideSelection,
  columnMoves,
  csvAddress,
  feedAddress,
  filterAddress,
  filteredAddress,
  listAddress,
  sortAddresses,
} from "./addresses";
import { facetsOf } from "./facets-of";

type Props = { searchParams: PageSearchParams };

/** The filter as a sentence tells one tab, bookmark or step of the history from another. */
export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { request, say, words } = await pageFilter(searchParams, readIncidentRequest);
  if (filterParts(request.filter, words).length === 0) return { title: say("incidents.title") };
  const sentence = describeIncidentFilter(request.filter, words);
  return { title: sentence.charAt(0).toLocaleUpperCase(words.locale) + sentence.slice(1) };
}

export default async function IncidentsPage({ searchParams }: Props) {
  const { store, actor, t, request, names, issues, words } = await openFilteredPage(
    "/incidents",
    searchParams,
    readIncidentRequest,
  );
  const { filter, sort, page } = request;
  const list = await listIncidents(store, actor, request);
  const isLong = isTooLongToRepeat(filter);
  const facets = isLong
    ? []
    : await facetsOf(store, actor, { facets: list.facets, filter }, (other) =>
        filterAddress(request, other),
      );
  const views = may(actor, "account.own") ? await listViews(await getStore(), actor) : null;
  const last = lastPageOf(list.total, page.size);
  const { bar, loosened } = await filterFrame(
    store,
    actor,
    { filter, names, issues },
    { words, hrefOf: (other) => filterAddress(request, other), isEmpty: list.total === 0 },
  );

  return (
    <>
      {issues.length === 0 && !isLong && (
        <link
          href={feedAddress(request)}
          rel="alternate"
          title={t("incidents.export.feed")}
          type="application/atom+xml"
        />
      )}
      <div className="page-head">
        <div>
          <h1>{describeIncidentCount(list.total, filter, words)}</h1>
          <IncidentSummary filter={filter} list={list} />
        </div>
        <div className="page-actions no-print">
          {views && (
            <FormMessages only={LIST_FORM_MESSAGES}>
              <ViewPanel
                change={changeViewAction}
                query={issues.length === 0 ? viewQuery(request) : null}
                save={saveViewAction}
                views={views}
              />
            </FormMessages>
          )}
          <ColumnChoice
            columns={chosenPageColumns(request.columns)}
            kept={besideColumns(request)}
            moves={isLong ? {} : columnMoves(request)}
            sort={sort}
          />
          {issues.length === 0 && list.total > 0 && !isLong && (
            <ExportChoice
              count={list.total}
              csvHref={csvAddress(request, false)}
              excelHref={csvAddress(request, true)}
              feedHref={feedAddress(request)}
              isSignedIn={views !== null}
              moreHref={filteredAddress("/export", filter)}
            />
          )}
        </div>
      </div>
      <FilterBar {...bar} kept={besideFilter(request)} path="/incidents" />
      {isLong && list.total > 0 && <Notice>{t("incidents.longSearch.list")}</Notice>}
      <div className={isLong ? "mt-3" : "with-facets"}>
        {!isLong && (
          <IncidentFacets
            facets={facets}
            kept={[...serializeIncidentFilter(filter), ...besideFilter(request)]}
            path="/incidents"
          />
        )}
        <div className="min-w-0">
          {list.total === 0 && <NothingFound actor={actor} parts={loosened} />}
          {list.total > 0 && list.rows.length === 0 && (
            <Notice tone="warn">
              {t("incidents.empty.beyond", { page: page.page, last })}{" "}
              <a href={listAddress({ ...request, page: { ...page, page: last } })}>
                {t("incidents.empty.toLast")}
              </a>
            </Notice>
          )}
          {list.rows.length > 0 && (
            <>
              <SelectionBar
                form="selection"
                kept={besideSelection(request)}
                mayChange={may(actor, "incident.link")}
                refs={list.rows.map(({ ref }) => ref)}
              />
              <IncidentTable
                context={{ today: new Date().toISOString().slice(0, 10) }}
                names={chosenPageColumns(request.columns)}
                rows={list.rows}
                selectionForm="selection"
                sort={sort}
                sortHrefs={isLong ? null : sortAddresses(request)}
              />
              {isLong ? (
                <PagerForm
                  kept={[...serializeIncidentRequest({ ...request, page: { ...page, page: 1 } })]}
                  last={last}
                  page={page.page}
                  path="/incidents"
                  total={list.total}
                />
              ) : (
                <Pager
                  {...pagerLinks(page, list.total, (other) =>
                    listAddress({ ...request, page: other }),
                  )}
                />
              )}
            </>
          )}
        </div>
      </div>
    </>
  );
}
