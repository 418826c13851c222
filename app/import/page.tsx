import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { forgetUploads } from "../../adapters/uploads";
import { InstantText } from "../../components/ui/instant-text";
import { PageSection } from "../../components/ui/page-section";
import { Tag } from "../../components/ui/tag";
import { UploadForm } from "../../components/upload-form";
import { listImports } from "../../db/queries/list-imports";
import { listWaitingImports } from "../../db/queries/list-waiting-imports";
import type { ImportLine } from "../../domain/import/import-view";
import { importFolder } from "../_server/import-folder";
import { pageActor } from "../_server/session";
import { getStore } from "../_server/store";
import { uploadAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("import"))("title") };
}

export default async function ImportPage() {
  await connection();
  const actor = await pageActor("data.import");
  const t = await getTranslations("import");
  const store = await getStore();
  const imports = await listImports(store, actor);
  const waiting = new Set(await listWaitingImports(store, actor));
  await forgetUploads(importFolder(), (id) => waiting.has(id), Date.now());
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="muted mt-1 mb-3.5 max-w-prose">{t("about")}</p>
      <UploadForm accept=".csv,.tsv,.txt,.zip,text/csv" action={uploadAction} />
      <PageSection id="imports" title={t("list.title")}>
        {imports.length === 0 ? (
          <div className="card empty">{t("list.none")}</div>
        ) : (
          <ImportTable imports={imports} />
        )}
      </PageSection>
    </>
  );
}

async function ImportTable({ imports }: { imports: ImportLine[] }) {
  const t = await getTranslations("import");
  return (
    <div className="table-scroll">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("list.file")}</th>
            <th scope="col">{t("list.state")}</th>
            <th scope="col">{t("list.when")}</th>
            <th className="num" scope="col">
              {t("report.actions.created")}
            </th>
            <th className="num" scope="col">
              {t("report.actions.changed")}
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({ id, fileName, state, createdAt, appliedAt, undoneAt, counts }) => (
            <tr key={id}>
              <th className="card-title" scope="row">
                <Link href={`/import/${id}`} prefetch={false}>
                  {fileName}
                </Link>
              </th>
              <td data-label={t("list.state")}>
                <Tag tone={state === "applied" ? "accent" : "plain"}>{t(`states.${state}`)}</Tag>
              </td>
              <td data-label={t("list.when")}>
                <InstantText at={undoneAt ?? appliedAt ?? createdAt} />
              </td>
              <td className="num" data-label={t("report.actions.created")}>
                {state === "applied" ? counts?.created : null}
              </td>
              <td className="num" data-label={t("report.actions.changed")}>
                {state === "applied" ? counts?.changed : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
