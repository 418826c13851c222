import type { Metadata } from "next";
import Link from "next/link";
import { connection } from "next/server";
import { getFormatter, getTranslations } from "next-intl/server";
import { InviteForm } from "../../components/invite-form";
import { PlainForm } from "../../components/plain-form";
import { countSampleCases } from "../../db/queries/count-sample-cases";
import { listAccounts } from "../../db/queries/list-accounts";
import { ACCOUNT_ROLES, type AccountRow } from "../../domain/account";
import { pageActor } from "../_server/session";
import { getStore } from "../_server/store";
import { changeAccountAction, inviteAction, withdrawAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.admin"))("title") };
}

export default async function AdminPage() {
  await connection();
  const actor = await pageActor("account.read");
  const [t, format] = await Promise.all([getTranslations("account"), getFormatter()]);
  const store = await getStore();
  const { accounts, invitations } = await listAccounts(store, actor);
  const samples = await countSampleCases(store, actor);
  return (
    <>
      <h1>{t("admin.title")}</h1>
      <p className="muted mt-1">
        {t("admin.count", { count: accounts.length })} ·{" "}
        <Link href="/admin/access" prefetch={false}>
          {t("admin.access")}
        </Link>
      </p>
      <ul className="mt-4 grid max-w-3xl gap-4">
        {accounts.map((account) => (
          <AccountItem account={account} key={account.id} />
        ))}
      </ul>

      <section className="mt-8">
        <h2>{t("admin.invite")}</h2>
        <p className="muted mt-1 mb-3 max-w-prose">{t("admin.inviteHint")}</p>
        <InviteForm action={inviteAction} />
      </section>

      <section className="mt-8">
        <h2>{t("admin.open")}</h2>
        {invitations.length === 0 && <p className="muted mt-1">{t("admin.none")}</p>}
        <ul className="mt-3 grid max-w-3xl gap-3">
          {invitations.map(({ id, email, role, expiresAt }) => (
            <li className="border-l-2 border-line pl-3" key={id}>
              <p className="mb-1 break-words">
                {email}, {t(`role.${role}`)}
                <span className="muted">
                  {" "}
                  · {t("admin.until")}{" "}
                  {format.dateTime(expiresAt, { dateStyle: "medium", timeStyle: "short" })}
                </span>
              </p>
              <PlainForm
                action={withdrawAction}
                danger
                fields={[]}
                hidden={{ id }}
                submit={t("admin.withdraw")}
              />
            </li>
          ))}
        </ul>
      </section>

      {samples > 0 && (
        <section className="mt-8">
          <h2>{t("admin.samples")}</h2>
          <p className="mt-1 max-w-prose">
            {t("admin.samplesAre", { count: samples })}{" "}
            <Link href="/admin/samples" prefetch={false}>
              {t("admin.samplesRemove")}
            </Link>
          </p>
        </section>
      )}
    </>
  );
}

async function AccountItem({ account }: { account: AccountRow }) {
  const t = await getTranslations("account");
  const { id, name, email, role, closed, secondFactor } = account;
  const changes = [
    "change_role",
    closed ? "reopen_account" : "close_account",
    ...(secondFactor ? ["reset_second_factor"] : []),
  ];
  return (
    <li className="border-l-2 border-line pl-3">
      <p className="break-words">
        <strong>{name}</strong> · {email}
      </p>
      <p className="muted">
        {t(`role.${role}`)} · {t(closed ? "admin.isClosed" : "admin.isOpen")} ·{" "}
        {t(secondFactor ? "admin.factorOn" : "admin.factorOff")}
      </p>
      <details className="mt-1">
        <summary aria-label={t("admin.changeOf", { name })}>{t("admin.change")}</summary>
        <p className="muted my-2">{t("admin.effects")}</p>
        <PlainForm
          action={changeAccountAction}
          danger
          done={t("admin.done")}
          fields={[
            {
              name: "change",
              label: t("admin.do"),
              options: changes.map((value) => ({ value, label: t(`admin.actions.${value}`) })),
            },
            {
              name: "role",
              label: t("admin.newRole"),
              hint: t("admin.newRoleHint"),
              value: role,
              options: ACCOUNT_ROLES.map((value) => ({ value, label: t(`roles.${value}`) })),
            },
            { name: "reason", label: t("admin.reason") },
            {
              name: "password",
              label: t("ownPassword"),
              type: "password",
              hint: t("ownPasswordHint"),
              autoComplete: "current-password",
            },
          ]}
          hidden={{ id }}
          idPrefix={id}
          submit={t("admin.submit")}
        />
      </details>
    </li>
  );
}
