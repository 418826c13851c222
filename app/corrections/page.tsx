import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("corrections"))("title") };
}

/** How to ask for a correction or a removal, for everybody. */
export default async function CorrectionsPage() {
  const t = await getTranslations("corrections");
  const contact = process.env.LEDGER_CONTACT ?? "";
  return (
    <div className="prose">
      <h1>{t("title")}</h1>
      <p className="mt-3">{t("what")}</p>
      <ul className="mt-3 list-disc pl-5">
        <li>{t("say.reference")}</li>
        <li>{t("say.wrong")}</li>
        <li>{t("say.source")}</li>
      </ul>
      <p className="mt-3">{t("safety")}</p>
      <p className="mt-3">{contact === "" ? t("noContact") : t("contact", { contact })}</p>
      <p className="mt-3">{t("after")}</p>
    </div>
  );
}
