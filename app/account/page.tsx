import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { PlainForm } from "../../components/plain-form";
import { SecondFactorForm } from "../../components/second-factor-form";
import { TokenForm } from "../../components/token-form";
import { Notice } from "../../components/ui/notice";
import { listSessions } from "../../db/queries/list-sessions";
import { listTokens } from "../../db/queries/list-tokens";
import { isSecondFactorCompulsory } from "../_server/accounts";
import { currentActor, currentSession } from "../_server/session";
import { getStore, isPublicSite } from "../_server/store";
import {
  changePasswordAction,
  createTokenAction,
  endSessionAction,
  factorAction,
  revokeTokenAction,
  stopFactorAction,
} from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.own"))("title") };
}

export default async function AccountPage() {
  if (isPublicSite()) notFound();
  const session = await currentSession();
  if (session === null) redirect("/sign-in?next=/account");
  const { account, sessionId } = session;
  const [t, format] = await Promise.all([getTranslations("account"), getFormatter()]);
  const sessions = await listSessions(await getStore(), { id: account.id, role: account.role });
  const time = (at: number) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      <h1>{t("own.title")}</h1>
      <p className="mt-2">
        {t("own.signedInAs", {
          name: account.name,
          email: account.email,
          role: t(`role.${account.role}`),
        })}
      </p>

      <section className="mt-6 max-w-prose">
        <h2>{t("own.factor")}</h2>
        <p className="mt-1 mb-3">{t(account.hasSecondFactor ? "own.factorOn" : "own.factorOff")}</p>
        {!session.isWhole && <Notice tone="warn">{t("own.factorCompulsory")}</Notice>}
        {account.hasSecondFactor ? (
          !isSecondFactorCompulsory() && (
            <PlainForm
              action={stopFactorAction}
              danger
              fields={[
                {
                  name: "password",
                  label: t("password"),
                  type: "password",
                  autoComplete: "current-password",
                },
                {
                  name: "code",
                  label: t("code"),
                  hint: t("codeHint"),
                  autoComplete: "one-time-code",
                },
              ]}
              submit={t("own.factorStop")}
            />
          )
        ) : (
          <>
            <p className="muted mb-3">{t("own.factorWhy")}</p>
            <SecondFactorForm action={factorAction} />
          </>
        )}
      </section>

      <section className="mt-8">
        <h2>{t("own.sessions")}</h2>
        <p className="muted mt-1 mb-3">{t("own.sessionsHint")}</p>
        <ul className="grid max-w-2xl gap-3">
          {sessions.map(({ id, createdAt, usedAt, browser }) => (
            <li className="border-l-2 border-line pl-3" key={id}>
              <p className="break-words">
                {browser || t("own.unknownBrowser")}{" "}
                {id === sessionId && <strong>({t("own.thisOne")})</strong>}
              </p>
              <p className="muted mb-1">
                {t("own.since")} {time(createdAt)}, {t("own.used")} {time(usedAt)}
              </p>
              {id !== sessionId && (
                <PlainForm
                  action={endSessionAction}
                  fields={[]}
                  hidden={{ id }}
                  submit={t("own.end")}
                />
              )}
            </li>
          ))}
        </ul>
        {sessions.length > 1 && (
          <div className="mt-3">
            <PlainForm
              action={endSessionAction}
              danger
              done={t("own.ended")}
              fields={[]}
              hidden={{ others: "yes" }}
              submit={t("own.endOthers")}
            />
          </div>
        )}
      </section>

      <section className="mt-8">
        <h2 className="mb-3">{t("own.change")}</h2>
        <PlainForm
          action={changePasswordAction}
          done={t("own.changed")}
          fields={[
            {
              name: "current",
              label: t("own.current"),
              type: "password",
              autoComplete: "current-password",
            },
            {
              name: "password",
              label: t("newPassword"),
              type: "password",
              hint: t("passwordHint"),
              autoComplete: "new-password",
            },
            { name: "again", label: t("again"), type: "password", autoComplete: "new-password" },
          ]}
          submit={t("own.submitChange")}
        />
      </section>

      {session.isWhole && <TokenSection />}
    </>
  );
}

async function TokenSection() {
  const [store, actor, t, format] = await Promise.all([
    getStore(),
    currentActor(),
    getTranslations("account"),
    getFormatter(),
  ]);
  const tokens = await listTokens(store, actor);
  const day = (at: number) => format.dateTime(at, { dateStyle: "medium" });
  return (
    <section className="mt-8">
      <h2>{t("token.title")}</h2>
      <p className="muted mt-1 mb-3 max-w-prose">{t("token.about")}</p>
      <ul className="mb-4 grid max-w-2xl gap-3 empty:hidden">
        {tokens.map(({ id, name, scopes, createdAt, expiresAt, usedAt }) => (
          <li className="border-l-2 border-line pl-3" key={id}>
            <p className="break-words">
              <strong>{name}</strong> · {t(`token.scopes.${scopes.at(-1) ?? "read"}`)}
            </p>
            <p className="muted mb-1">
              {t("token.life", { made: day(createdAt), end: day(expiresAt) })} ·{" "}
              {usedAt === null ? t("token.unused") : t("token.used", { at: day(usedAt) })}
            </p>
            <PlainForm
              action={revokeTokenAction}
              danger
              fields={[]}
              hidden={{ id }}
              submit={t("token.revoke")}
            />
          </li>
        ))}
      </ul>
      <TokenForm action={createTokenAction} />
    </section>
  );
}
