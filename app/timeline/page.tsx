import type { Metadata } from "next";
import Link from "next/link";
import { FilterBar } from "../../components/filter-bar";
import { IncidentBriefTable } from "../../components/incident-brief-table";
import { IncidentSummary } from "../../components/incident-summary";
import { LongSearchNotice } from "../../components/long-search-notice";
import { NothingFound } from "../../components/nothing-found";
import { Pager } from "../../components/pager";
import { TimelineExplorer } from "../../components/timeline-explorer";
import { Notice } from "../../components/ui/notice";
import { PageSection } from "../../components/ui/page-section";
import { getTimeline } from "../../db/queries/get-timeline";
import { listTimelineIncidents } from "../../db/queries/list-timeline-incidents";
import { summarizeIncidents } from "../../db/queries/summarize-incidents";
import {
  describeIncidentCount,
  describeIncidentFilter,
} from "../../domain/describe-incident-filter";
import { isTooLongToRepeat, serializeIncidentFilter } from "../../domain/incident-filter";
import { FIRST_PAGE } from "../../domain/incident-page";
import { pagerLinks } from "../../domain/pager-links";
import { timelineHref } from "../../domain/timeline-links";
import type { TimelineRequest } from "../../domain/timeline-request";
import { usualWindow } from "../../domain/timeline-window";
import { TIMELINE_MESSAGES } from "../_server/client-messages";
import { filterFrame } from "../_server/filter-frame";
import { FormMessages } from "../_server/form-messages";
import { openFilteredPage } from "../_server/open-filtered-page";
import { pageFilter } from "../_server/page-filter";
import { readTimelineRequest } from "../_server/read-timeline-request";
import type { PageSearchParams } from "../_server/search-params";
import "./timeline.css";

type Props = { searchParams: PageSearchParams };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { request, say, words } = await pageFilter(searchParams, readTimelineRequest);
  return {
    title: say("timeline.heading", { sentence: describeIncidentFilter(request.filter, words) }),
  };
}

export default async function TimelinePage({ searchParams }: Props) {
  const { store, actor, t, request, names, issues, words } = await openFilteredPage(
    "/timeline",
    searchParams,
    readTimelineRequest,
  );
  const { filter, lane, only } = request;
  const isLong = isTooLongToRepeat(filter);
  const summary = await summarizeIncidents(store, actor, filter);
  const timeline = await getTimeline(store, actor, request);
  const { window, known } = timeline;
  const listed = only && (await listTimelineIncidents(store, actor, { ...request, only }));
  const today = new Date().toISOString().slice(0, 10);
  const other = (changed: TimelineRequest["filter"]) =>
    timelineHref({ ...request, filter: changed, window: null, only: null, page: FIRST_PAGE });
  const { bar, loosened } = await filterFrame(
    store,
    actor,
    { filter, names, issues },
    { words, hrefOf: other, isEmpty: summary.total === 0 },
  );

  return (
    <>
      <div className="page-head">
        <div>
          <h1>
            {t("timeline.heading", {
              sentence: describeIncidentCount(summary.total, filter, words),
            })}
          </h1>
          <IncidentSummary filter={filter} list={summary} />
        </div>
        {!isLong && (
          <div className="page-actions no-print">
            <Link
              className="btn"
              href={`/incidents?${serializeIncidentFilter(filter)}`}
              prefetch={false}
            >
              {t("timeline.asTable")}
            </Link>
          </div>
        )}
      </div>
      <FilterBar {...bar} kept={lane === "none" ? [] : [["lane", lane]]} path="/timeline" />
      {summary.total === 0 && (
        <div className="mb-4">
          <NothingFound actor={actor} parts={loosened} />
        </div>
      )}
      {isLong && timeline.total > 0 && <LongSearchNotice filter={filter} />}
      {!isLong && timeline.total > 0 && window === null && (
        <Notice tone="warn">{t("timeline.noDates")}</Notice>
      )}
      {!isLong && timeline.total > 0 && window !== null && (
        <FormMessages only={TIMELINE_MESSAGES}>
          <TimelineExplorer
            initial={{ ...timeline, window }}
            key={timelineHref(request)}
            request={request}
            today={today}
            whole={usualWindow({ from: null, to: null }, known) ?? window}
          />
        </FormMessages>
      )}
      {!isLong && listed && only && (
        <PageSection
          id="timeline-only"
          title={t(`timeline.only.${only}`, {
            count: listed.total,
            kind: t(`timeline.kind.${lane}`),
          })}
        >
          {listed.rows.length > 0 && (
            <>
              <IncidentBriefTable
                label={t("incidents.table.label")}
                rows={listed.rows}
                today={today}
              />
              <Pager
                {...pagerLinks(request.page, listed.total, (page) =>
                  timelineHref({ ...request, page }),
                )}
              />
            </>
          )}
        </PageSection>
      )}
    </>
  );
}
