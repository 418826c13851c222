import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlainForm } from "../../../components/plain-form";
import { innerPath } from "../../../domain/inner-path";
import { isPublicSite } from "../../_server/store";
import { signInCodeAction } from "../actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.secondStep"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SecondStepPage({ searchParams }: Props) {
  if (isPublicSite()) notFound();
  const next = innerPath([(await searchParams).next].flat()[0]);
  const t = await getTranslations("account");
  return (
    <>
      <h1>{t("secondStep.title")}</h1>
      <p className="mt-2 mb-4 max-w-prose">{t("secondStep.intro")}</p>
      <PlainForm
        action={signInCodeAction}
        fields={[
          { name: "code", label: t("code"), hint: t("codeHint"), autoComplete: "one-time-code" },
        ]}
        hidden={{ next }}
        submit={t("secondStep.submit")}
      />
      <p className="mt-4">
        <Link href="/sign-in" prefetch={false}>
          {t("secondStep.back")}
        </Link>
      </p>
    </>
  );
}
