import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PlainForm } from "../../components/plain-form";
import { innerPath } from "../../domain/inner-path";
import { currentSession } from "../_server/session";
import { isPublicSite } from "../_server/store";
import { signInAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.signIn"))("title") };
}

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export default async function SignInPage({ searchParams }: Props) {
  if (isPublicSite()) notFound();
  const next = innerPath([(await searchParams).next].flat()[0]);
  if (await currentSession()) redirect(next);
  const t = await getTranslations("account");
  return (
    <>
      <h1>{t("signIn.title")}</h1>
      <p className="mt-2 mb-4 max-w-prose">{t("signIn.intro")}</p>
      <PlainForm
        action={signInAction}
        fields={[
          { name: "email", label: t("email"), type: "email", autoComplete: "username" },
          {
            name: "password",
            label: t("password"),
            type: "password",
            autoComplete: "current-password",
          },
        ]}
        hidden={{ next }}
        submit={t("signIn.submit")}
      />
    </>
  );
}
