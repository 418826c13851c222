import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notFound"))("title") };
}

export default async function NotFoundPage() {
  const t = await getTranslations("notFound");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mt-2 max-w-prose">{t("text")}</p>
      <p className="mt-4">
        <Link className="btn" href="/incidents">
          {t("toIncidents")}
        </Link>
      </p>
    </>
  );
}
