import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ImportReport, SimilarRow } from "../../domain/import/import-report";
import { PageSection } from "../ui/page-section";
import { ChangedThings } from "./changed-things";
import { FaultTable } from "./fault-table";
import { ListedIncidents } from "./listed-incidents";

const COUNTED = ["incidents", "sources", "locations", "links"] as const;
const ACTIONS = ["created", "changed", "unchanged", "failed"] as const;
/** More incidents than that are shown once somebody asks for them. */
const MAX_OPEN = 20;

/** What a check found or an import did. `mendHref`: where the faulty rows are as a file, where that can be had. */
export function ImportReportView({
  report,
  mendHref,
}: {
  report: ImportReport;
  mendHref: string | null;
}) {
  const t = useTranslations("import.report");
  const kinds = COUNTED.filter((kind) => ACTIONS.some((action) => report[kind][action] > 0));
  return (
    <>
      <PageSection id="counts" title={t(report.isApplied ? "applied" : "checked")}>
        <p className="muted mb-2 max-w-prose">
          {t(report.isApplied ? "appliedAbout" : "checkedAbout", { rows: report.rows })}
        </p>
        {kinds.length > 0 && (
          <div className="table-scroll sm:w-fit">
            <table className="table table-cards sm:w-auto">
              <thead>
                <tr>
                  <th scope="col">{t("kind")}</th>
                  {ACTIONS.map((action) => (
                    <th className="num" key={action} scope="col">
                      {t(`actions.${action}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {kinds.map((kind) => (
                  <tr key={kind}>
                    <th className="card-title" scope="row">
                      {t(`kinds.${kind}`)}
                    </th>
                    {ACTIONS.map((action) => (
                      <td className="num" data-label={t(`actions.${action}`)} key={action}>
                        {t("number", { count: report[kind][action] })}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </PageSection>
      {report.faultCount > 0 && <Faults mendHref={mendHref} report={report} />}
      {report.keptCount > 0 && <Kept {...report} />}
      {report.similar.length > 0 && <Similar compared={report.compared} rows={report.similar} />}
      {report.listed.length > 0 && (
        <PageSection
          beside={
            report.incidents.created + report.incidents.changed > report.listed.length
              ? t("first", { count: report.listed.length })
              : undefined
          }
          id="listed"
          title={t("listed")}
        >
          <details open={report.listed.length <= MAX_OPEN}>
            <summary>{t("show", { count: report.listed.length })}</summary>
            <ListedIncidents isApplied={report.isApplied} listed={report.listed} />
          </details>
        </PageSection>
      )}
      {report.changed.length > 0 && (
        <PageSection
          beside={
            report.sources.changed + report.links.changed > report.changed.length
              ? t("first", { count: report.changed.length })
              : undefined
          }
          id="changed"
          title={t("changed")}
        >
          <details open={report.changed.length <= MAX_OPEN}>
            <summary>{t("showChanged", { count: report.changed.length })}</summary>
            <ChangedThings changed={report.changed} />
          </details>
        </PageSection>
      )}
    </>
  );
}

function Faults({ report, mendHref }: { report: ImportReport; mendHref: string | null }) {
  const t = useTranslations("import.report");
  return (
    <PageSection
      beside={mendHref && <a href={mendHref}>{t("mend")}</a>}
      id="faults"
      title={t("faults", { count: report.faultCount })}
    >
      <p className="muted mb-2 max-w-prose">{t("faultsAbout")}</p>
      <FaultTable faults={report.faults} heading={t("problem")} />
    </PageSection>
  );
}

/** Where the file says otherwise and nothing is changed. */
function Kept({ kept, keptCount }: ImportReport) {
  const t = useTranslations("import.report");
  return (
    <PageSection
      beside={keptCount > kept.length ? t("first", { count: kept.length }) : undefined}
      id="kept"
      title={t("kept", { count: keptCount })}
    >
      <p className="muted mb-2 max-w-prose">{t("keptAbout")}</p>
      <FaultTable faults={kept} heading={t("said")} />
    </PageSection>
  );
}

function Similar({ rows, compared }: { rows: SimilarRow[]; compared: number }) {
  const t = useTranslations("import.report");
  return (
    <PageSection id="similar" title={t("similar", { count: rows.length })}>
      <p className="muted mb-2 max-w-prose">{t("similarAbout", { compared })}</p>
      <ul className="grid gap-2">
        {rows.map(({ file, line, title, similar }) => (
          <li key={`${file} ${line}`}>
            {t("line", { line })} <span className="font-semibold">{title}</span>
            <ul className="pl-4">
              {similar.map((one) => (
                <li key={one.ref}>
                  <Link href={`/incidents/${one.ref}`} prefetch={false}>
                    {one.ref}
                  </Link>{" "}
                  {one.title}{" "}
                  <span className="muted small">
                    {one.because.map((why) => t(`because.${why}`)).join(", ")}
                  </span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
