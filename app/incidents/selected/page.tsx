import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { IncidentBriefTable } from "../../../components/incident-brief-table";
import { LinkSelectedForm } from "../../../components/link-selected-form";
import { IssuesNotice, Notice } from "../../../components/ui/notice";
import { PageSection } from "../../../components/ui/page-section";
import { listIncidents } from "../../../db/queries/list-incidents";
import { may } from "../../../domain/actor";
import { currentReader } from "../../_server/reader";
import { type PageSearchParams, toSearchParams } from "../../_server/search-params";
import { besideSelection, csvAddress, listAddress } from "../addresses";
import { linkSelectedAction } from "./actions";
import { AssessSection } from "./assess-section";
import { readSelection } from "./read-selection";

type Props = { searchParams: PageSearchParams };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("incidents.selection"))("title", { count: 0 }) };
}

export default async function SelectedPage({ searchParams }: Props) {
  const [reader, t] = await Promise.all([currentReader(), getTranslations("incidents.selection")]);
  const params = toSearchParams(await searchParams);
  const { request, issues } = await readSelection(reader, params);
  const { ref: refs } = request.filter;
  const isSound = issues.length === 0 && refs.length > 0;
  const asked = params.get("do");
  if (isSound && (asked === "csv" || asked === "excel"))
    redirect(csvAddress(request, asked === "excel"));
  if (!isSound)
    return (
      <>
        <h1>{t("title", { count: 0 })}</h1>
        <div className="mt-3.5 grid max-w-prose gap-2.5">
          <IssuesNotice issues={issues} />
          {issues.length === 0 && <Notice tone="warn">{t("none")}</Notice>}
          <p>
            <a href="/incidents">{t("back")}</a>
          </p>
        </div>
      </>
    );
  const list = await listIncidents(reader.store, reader.actor, request);
  return (
    <>
      <h1>{t("title", { count: list.total })}</h1>
      {params.get("done") === "assess" && <Notice tone="ok">{t("assessed")}</Notice>}
      {list.total < refs.length && (
        <Notice tone="warn">{t("missing", { count: refs.length - list.total })}</Notice>
      )}
      <div className="mt-3.5">
        <IncidentBriefTable
          label={t("title", { count: list.total })}
          rows={list.rows}
          today={new Date().toISOString().slice(0, 10)}
        />
      </div>
      <PageSection id="export" title={t("export")}>
        <p className="muted small mb-2.5">{t("exportText", { count: list.total })}</p>
        <p className="flex flex-wrap items-center gap-2">
          <a className="btn" href={csvAddress(request, false)}>
            {t("csv")}
          </a>
          <a className="btn" href={csvAddress(request, true)}>
            {t("excel")}
          </a>
          <a href={listAddress({ ...request, page: { page: 1, size: 25 } })}>{t("listText")}</a>
        </p>
      </PageSection>
      {may(reader.actor, "incident.link") && (
        <PageSection id="link" title={t("link")}>
          <p className="muted small mb-2.5 max-w-prose">{t("linkText")}</p>
          <LinkSelectedForm action={linkSelectedAction} refs={list.rows.map(({ ref }) => ref)} />
        </PageSection>
      )}
      {may(reader.actor, "claim.assess") && (
        <PageSection id="assess" title={t("assess")}>
          <p className="muted small mb-2.5 max-w-prose">{t("assessText")}</p>
          <AssessSection
            kept={[
              ...request.filter.ref.map((ref): [string, string] => ["ref", ref]),
              ...besideSelection(request),
            ]}
            params={params}
            reader={reader}
            refs={list.rows.map(({ ref }) => ref)}
          />
        </PageSection>
      )}
    </>
  );
}
