import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { CaseForm } from "../../../components/form/case-form";
import { listCountries } from "../../../db/queries/list-countries";
import { blankIncidentForm } from "../../../domain/incident-form";
import { pageActor } from "../../_server/session";
import { getStore } from "../../_server/store";
import { logCase, similarCases } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("form.case"))("newTitle") };
}

export default async function NewIncidentPage() {
  // Read at each request: at build time there is no database, and the page would be frozen.
  await connection();
  const [store, actor, t] = await Promise.all([
    getStore(),
    pageActor("incident.log"),
    getTranslations("form.case"),
  ]);
  const countries = await listCountries(store, actor);
  return (
    <>
      <h1>{t("newTitle")}</h1>
      <p className="muted mt-1 mb-4">
        {t("intro")}{" "}
        <Link href="/incidents/from-article" prefetch={false}>
          {t("fromArticle")}
        </Link>
      </p>
      <CaseForm
        action={logCase}
        cancelHref="/incidents"
        findSimilar={similarCases}
        countries={countries.map(({ id, name }) => ({ value: id, label: name }))}
        initial={blankIncidentForm()}
        known={{}}
        version={null}
      />
    </>
  );
}
