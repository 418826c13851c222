import type { Metadata } from "next";
import { connection } from "next/server";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteNav } from "../components/site-nav";
import { SoftLinks } from "../components/soft-links";
import { type Actor, may } from "../domain/actor";
import { SITE_MESSAGES } from "./_server/client-messages";
import { SentMessages } from "./_server/sent-messages";
import { currentActor, currentSession } from "./_server/session";
import { isPublicSite } from "./_server/store";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Who is signed in is asked at each request; at build time there is nobody and no database.
  await connection();
  const [t, session, actor] = await Promise.all([
    getTranslations(),
    currentSession(),
    currentActor(),
  ]);
  return (
    <html lang={await getLocale()}>
      <body>
        <SentMessages paths={SITE_MESSAGES}>
          <a className="skip-link" href="#content">
            {t("app.skipToContent")}
          </a>
          <header
            className="no-print flex flex-wrap items-center gap-x-5 gap-y-1 border-b border-line bg-card px-4 py-2 sm:px-7 lg:min-h-13 lg:py-0"
            data-soft=""
          >
            <a className="order-1 font-semibold tracking-tight text-ink no-underline" href="/">
              {t("app.name")}
            </a>
            <SiteNav
              label={t("app.mainNavigation")}
              pages={pagesFor(actor).map((page) => ({
                path: page === START ? "/" : `/${page}`,
                name: t(`nav.${page}` as "nav.overview"),
              }))}
            />
            <div className="order-2 ml-auto flex flex-wrap items-center gap-x-3 lg:order-3 lg:py-2">
              {session === null ? (
                !isPublicSite() && <a href="/sign-in">{t("nav.signIn")}</a>
              ) : (
                <>
                  <a href="/account">{session.account.name}</a>
                  <form action="/sign-out" method="post">
                    <button className="btn" type="submit">
                      {t("nav.signOut")}
                    </button>
                  </form>
                </>
              )}
              {may(actor, "incident.log") && (
                <a className="btn btn-primary" href="/incidents/new">
                  {t("nav.logIncident")}
                </a>
              )}
            </div>
          </header>
          <main className="page" id="content" tabIndex={-1}>
            {children}
          </main>
          <footer
            className="no-print border-t border-line px-4 py-5 text-xs text-muted sm:px-7"
            data-soft=""
          >
            <p>
              {t("app.noOneNamed")} {actor.role === "public" && t("app.publicSite")}{" "}
              <a href="/corrections">{t("corrections.title")}</a>
              {" · "}
              <a href="/export">{t("nav.export")}</a>
              {" · "}
              <a href="/codebook">{t("nav.codebook")}</a>
              {" · "}
              <a href="/api">{t("nav.api")}</a>
            </p>
            <p className="mt-1">{t.rich("app.placesFrom", { geonames, licence: ccBy })}</p>
            <p className="mt-1">{t.rich("app.licence", { licence: apache })}</p>
          </footer>
          <SoftLinks />
        </SentMessages>
      </body>
    </html>
  );
}

/** The page that has no step of its own. */
const START = "overview";

/** Each the first step of an address, and its name in the messages. */
function pagesFor(actor: Actor): string[] {
  const pages = [START, "incidents", "timeline", "map", "groups", "locations", "sources"];
  if (may(actor, "review.list")) pages.push("review");
  if (may(actor, "data.import")) pages.push("import");
  if (may(actor, "log.read")) pages.push("history");
  if (may(actor, "account.read")) pages.push("admin");
  return pages;
}

const geonames = (text: ReactNode) => <a href="https://www.geonames.org/">{text}</a>;
const ccBy = (text: ReactNode) => (
  <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">
    {text}
  </a>
);
const apache = (text: ReactNode) => (
  <a href="https://www.apache.org/licenses/LICENSE-2.0" rel="license">
    {text}
  </a>
);
