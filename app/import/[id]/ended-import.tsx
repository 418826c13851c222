import { existsSync } from "node:fs";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { uploadPath } from "../../../adapters/uploads";
import { ImportReportView } from "../../../components/import/import-report";
import { ReasonForm } from "../../../components/reason-form";
import { Notice } from "../../../components/ui/notice";
import { PageSection } from "../../../components/ui/page-section";
import type { ImportView } from "../../../domain/import/import-view";
import { importFolder } from "../../_server/import-folder";
import { undoImportAction } from "./actions";

/** An import that is in the ledger, or was, or was given up. */
export async function EndedImport({ view }: { view: ImportView }) {
  const t = await getTranslations("import");
  const { id, state, report, undo, format } = view;
  const canMend =
    format === "table" &&
    state === "applied" &&
    (report?.faultCount ?? 0) > 0 &&
    existsSync(uploadPath(importFolder(), id));
  return (
    <>
      {state === "undone" && <Notice>{t("undone")}</Notice>}
      {state === "cancelled" && <Notice>{t("cancelled")}</Notice>}
      {state === "applied" && report && (
        <ImportReportView mendHref={canMend ? `/import/${id}/mend.csv` : null} report={report} />
      )}
      {undo && (
        <PageSection id="undo" title={t("undo.title")}>
          <p className="max-w-prose">{t("undo.what")}</p>
          <ul className="mt-1 max-w-prose list-disc pl-5">
            <li>{t("undo.removed", { count: undo.removed })}</li>
            <li>{t("undo.restored", { count: undo.restored })}</li>
            <li>{t("undo.sources")}</li>
            {undo.left.length > 0 && (
              <li>
                {t("undo.left", { count: undo.left.length })}{" "}
                {undo.left.slice(0, 20).map(({ ref, title }) => (
                  <span className="mr-1.5" key={ref}>
                    <Link href={`/incidents/${ref}`} prefetch={false} title={title}>
                      {ref}
                    </Link>
                  </span>
                ))}
                {undo.left.length > 20 && "…"}
              </li>
            )}
          </ul>
          <ReasonForm
            action={undoImportAction}
            cancelHref="/import"
            fields={{ id }}
            isDanger
            messages="import.undo"
          />
        </PageSection>
      )}
    </>
  );
}
