import { getTranslations } from "next-intl/server";
import { CancelForm } from "../../../components/import/cancel-form";
import { ImportProgress } from "../../../components/import/import-progress";
import { ImportReportView } from "../../../components/import/import-report";
import { RunForm } from "../../../components/import/run-form";
import { Notice } from "../../../components/ui/notice";
import { PageSection } from "../../../components/ui/page-section";
import type { Actor } from "../../../domain/actor";
import type { ImportView } from "../../../domain/import/import-view";
import { surveyOf } from "../../_server/import-surveys";
import { cancelImportAction, runImportAction, stopImportAction } from "./actions";
import { MappedTable } from "./mapped-table";
import { openWaiting } from "./open-waiting";

/** Longer than that nobody waits for a page without being told. */
const WAIT_MS = 1_500;

/** An import that is not in the ledger: what its columns are, what a check found, and what can be done with it. */
export async function WaitingImport({ actor, view }: { actor: Actor; view: ImportView }) {
  const t = await getTranslations("import");
  const { id, report } = view;
  const file = await openWaiting(view);
  const cancel = <CancelForm action={cancelImportAction} id={id} />;
  if (file === null)
    return (
      <>
        <Notice tone="error">{t("gone")}</Notice>
        {cancel}
      </>
    );
  file.close();
  const survey = file.format === "table" ? await surveyOf(id, file, WAIT_MS) : null;
  if (file.format === "table" && survey === null)
    return <ImportProgress all={null} done={0} id={id} kind="survey" stop={stopImportAction} />;
  const isPartial =
    file.format === "package" && file.profile !== null && file.profile !== "internal";
  return (
    <>
      {isPartial && <Notice tone="warn">{t("partial")}</Notice>}
      {report && (
        <ImportReportView
          mendHref={file.format === "table" ? `/import/${id}/mend.csv` : null}
          report={report}
        />
      )}
      {(file.format === "package" || report) && (
        <PageSection id="run" title={t(report ? "run.title" : "run.check")}>
          <RunForm
            action={runImportAction}
            chosen={report?.names}
            id={id}
            modes={
              !report ? ["check"] : report.faultCount > 0 ? ["check", "good"] : ["all", "check"]
            }
          />
        </PageSection>
      )}
      {file.format === "table" && survey && (
        <MappedTable actor={actor} file={file} survey={survey} view={view} />
      )}
      <div className="mt-5">{cancel}</div>
    </>
  );
}
