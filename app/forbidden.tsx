import Link from "next/link";
import { getTranslations } from "next-intl/server";

export default async function ForbiddenPage() {
  const t = await getTranslations("forbidden");
  return (
    <>
      <title>{t("title")}</title>
      <h1>{t("title")}</h1>
      <p className="mt-2 max-w-prose">{t("text")}</p>
      <p className="mt-4">
        <Link className="btn" href="/incidents" prefetch={false}>
          {t("toIncidents")}
        </Link>
      </p>
    </>
  );
}
