import type { Metadata } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { SourceForm } from "../../../components/form/source-form";
import { blankSource } from "../../../domain/incident-form";
import { pageActor } from "../../_server/session";
import { createSource } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("form.source"))("newTitle") };
}

export default async function NewSourcePage() {
  // Read at each request: at build time there is no database, and the page would be frozen.
  await connection();
  await pageActor("source.add");
  const t = await getTranslations("form.source");
  return (
    <>
      <h1 className="mb-4">{t("newTitle")}</h1>
      <SourceForm
        action={createSource}
        cancelHref="/sources"
        initial={{ ...blankSource("", "new"), copies: [], reason: "", keep: {} }}
        known={{}}
        version={null}
      />
    </>
  );
}
