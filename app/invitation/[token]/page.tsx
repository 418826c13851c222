import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PlainForm } from "../../../components/plain-form";
import { Notice } from "../../../components/ui/notice";
import { getInvitation } from "../../../db/queries/get-invitation";
import { getStore } from "../../_server/store";
import { acceptAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.invitation");
  // The address is a secret: no page it leads to learns it.
  return { title: t("title"), robots: { index: false } };
}

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = await getInvitation(await getStore(), token);
  const t = await getTranslations();
  if (invitation === null)
    return (
      <>
        <h1>{t("account.invitation.over")}</h1>
        <div className="mt-4 max-w-prose">
          <Notice tone="warn">{t("issues.account.invitation_over")}</Notice>
        </div>
      </>
    );
  const { email, role } = invitation;
  return (
    <>
      <h1>{t("account.invitation.title")}</h1>
      <p className="mt-2 mb-4 max-w-prose">
        {email === ""
          ? t("account.invitation.first")
          : t("account.invitation.intro", { role: t(`account.role.${role}`) })}
      </p>
      <PlainForm
        action={acceptAction}
        fields={[
          {
            name: "name",
            label: t("account.name"),
            hint: t("account.nameHint"),
            autoComplete: "nickname",
          },
          ...(email === ""
            ? [
                {
                  name: "email",
                  label: t("account.email"),
                  type: "email" as const,
                  autoComplete: "username",
                },
              ]
            : []),
          {
            name: "password",
            label: t("account.newPassword"),
            type: "password",
            hint: t("account.passwordHint"),
            autoComplete: "new-password",
          },
          {
            name: "again",
            label: t("account.again"),
            type: "password",
            autoComplete: "new-password",
          },
        ]}
        hidden={{ token }}
        submit={t("account.invitation.submit")}
      />
    </>
  );
}
