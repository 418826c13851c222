import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MentionList } from "../../components/mention-list";
import { OnePersonSetting } from "../../components/one-person-setting";
import { ReviewTable } from "../../components/review-table";
import { TableFilterForm } from "../../components/table-filter-form";
import { TableFrame } from "../../components/table-frame";
import { getSettings } from "../../db/queries/get-settings";
import { listMentions } from "../../db/queries/list-mentions";
import { listReviewQueue } from "../../db/queries/list-review-queue";
import { may } from "../../domain/actor";
import { ALSO_LISTED, ASSIGNED, REVIEW_TABLE } from "../../domain/review-table";
import { tableLinks } from "../../domain/table-links";
import { isWordlessSearch } from "../../domain/table-params";
import { readTableRequest } from "../_server/read-table-request";
import type { PageSearchParams } from "../_server/search-params";
import { pageActor } from "../_server/session";
import { getStore } from "../_server/store";
import { settingAction } from "./actions";

const PATH = "/review";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review"))("title") };
}

export default async function ReviewPage({ searchParams }: { searchParams: PageSearchParams }) {
  const [store, actor, t] = await Promise.all([
    getStore(),
    pageActor("review.list"),
    getTranslations(),
  ]);
  const { request, issues } = await readTableRequest(REVIEW_TABLE, PATH, searchParams);
  const now = Date.now();
  const today = new Date(now).toISOString().slice(0, 10);
  const { rows, total } = await listReviewQueue(store, actor, request, today);
  const mentions = await listMentions(store, actor);
  const { sortHrefs, pager, clearHref } = tableLinks(REVIEW_TABLE, PATH, request, total);
  const { filter, sort, page } = request;
  return (
    <>
      <TableFrame
        about={t("review.about")}
        empty={
          clearHref === null ? (
            t("review.none")
          ) : (
            <>
              {t("review.noMatch")} <Link href={clearHref}>{t("tables.clear")}</Link>
            </>
          )
        }
        filter={
          <TableFilterForm
            choices={[
              {
                name: "assigned",
                label: t("review.assigned.label"),
                options: ASSIGNED.map((value) => ({ value, label: t(`review.assigned.${value}`) })),
                selected: [filter.assigned],
                single: true,
              },
              {
                name: "also",
                label: t("review.also.label"),
                options: ALSO_LISTED.map((value) => ({ value, label: t(`review.also.${value}`) })),
                selected: filter.also,
                none: t("review.also.none"),
              },
            ]}
            clearHref={clearHref}
            key={JSON.stringify(request)}
            path={PATH}
            search={{ label: t("review.search"), value: filter.q ?? "" }}
            size={page.size}
            sort={sort}
            sortOptions={REVIEW_TABLE.sortKeys.map((value) => ({
              value,
              label: t(`review.columns.${value}`),
            }))}
          />
        }
        heading={t("review.heading", { count: total })}
        issues={issues}
        page={page.page}
        pager={pager}
        rowCount={rows.length}
        table={<ReviewTable now={now} rows={rows} sort={sort} sortHrefs={sortHrefs} />}
        wordless={isWordlessSearch(request) ? filter.q : null}
      />
      {mentions.length > 0 && <MentionList mentions={mentions} />}
      {may(actor, "settings.change") && (
        <OnePersonSetting
          action={settingAction}
          isOn={(await getSettings(store, actor)).one_person_review}
        />
      )}
    </>
  );
}
