import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConfirmForm } from "../../components/confirm-form";
import { innerPath } from "../../domain/inner-path";
import { currentSession } from "../_server/session";
import { confirmAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.confirm"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function ConfirmPage({ searchParams }: Props) {
  const next = innerPath([(await searchParams).next].flat()[0]);
  if ((await currentSession()) === null) redirect(`/sign-in?next=${encodeURIComponent(next)}`);
  const t = await getTranslations("account.confirm");
  return (
    <>
      <h1>{t("title")}</h1>
      <p className="mt-2 mb-4 max-w-prose">{t("intro")}</p>
      <ConfirmForm action={confirmAction} next={next} />
    </>
  );
}
