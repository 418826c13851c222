import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { ImportProgress } from "../../../components/import/import-progress";
import { getImport } from "../../../db/queries/get-import";
import { runOf } from "../../_server/import-runs";
import { pageActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { stopImportAction } from "./actions";
import { BrokenRun } from "./broken-run";
import { EndedImport } from "./ended-import";
import { ImportFacts } from "./import-facts";
import { WaitingImport } from "./waiting-import";

type Props = { params: Promise<{ id: string }> };

/** Asked once a request: what undoing a large import would do takes a while to find out. */
const load = cache(async (id: string) => {
  await connection();
  const actor = await pageActor("data.import");
  const run = runOf(id);
  const active = run?.failed ? null : run;
  const view = await getImport(await getStore(), actor, id, { plansUndo: !active });
  return view ? { actor, view, run, active } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { view } = await load((await params).id);
  return { title: (await getTranslations("import"))("one", { file: view.fileName }) };
}

export default async function OneImportPage({ params }: Props) {
  const { actor, view, run, active } = await load((await params).id);
  const t = await getTranslations("import");
  return (
    <>
      <nav aria-label={t("breadcrumb")} className="breadcrumb">
        <Link href="/import" prefetch={false}>
          {t("title")}
        </Link>
      </nav>
      <h1>{t("one", { file: view.fileName })}</h1>
      <ImportFacts view={view} />
      {!active && <BrokenRun run={run} view={view} />}
      {active ? (
        <ImportProgress
          all={active.all ?? (active.kind === "undo" ? null : (view.report?.rows ?? null))}
          done={active.done}
          id={view.id}
          kind={active.kind}
          stop={stopImportAction}
        />
      ) : view.state === "uploaded" ? (
        <WaitingImport actor={actor} view={view} />
      ) : (
        <EndedImport view={view} />
      )}
    </>
  );
}
