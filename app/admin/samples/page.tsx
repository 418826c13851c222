import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { getFormatter, getTranslations } from "next-intl/server";
import { ReasonForm } from "../../../components/reason-form";
import { countSamples } from "../../../db/queries/count-samples";
import { pageActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { removeSamplesAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("samples"))("title") };
}

export default async function SamplesPage() {
  await connection();
  const actor = await pageActor("samples.remove");
  const samples = await countSamples(await getStore(), actor);
  if (samples === null) redirect("/admin");
  const [t, admin, format] = await Promise.all([
    getTranslations("samples"),
    getTranslations("account.admin"),
    getFormatter(),
  ]);
  const { incidents, changed, sources, staying } = samples;
  return (
    <>
      <nav aria-label={t("breadcrumb")} className="breadcrumb">
        <Link href="/admin">{admin("title")}</Link>
      </nav>
      <h1>{t("title")}</h1>
      <p className="mt-4 max-w-prose">{t("what", { incidents, sources })}</p>
      <ul className="mt-1 max-w-prose list-disc pl-5">
        <li>{t("effects.gone")}</li>
        <li>{t("effects.own")}</li>
        <li>{t("effects.log")}</li>
        {staying > 0 && <li>{t("effects.staying", { count: staying })}</li>}
        {changed.length > 0 && (
          <li className="font-semibold">
            {t("effects.changed", { count: changed.length, refs: format.list(changed) })}
          </li>
        )}
      </ul>
      <ReasonForm
        action={removeSamplesAction}
        cancelHref="/admin"
        fields={{}}
        isDanger
        messages="samples"
      />
    </>
  );
}
