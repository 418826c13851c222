import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteNav } from "../components/site-nav";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations();
  return (
    <html lang={await getLocale()}>
      <body>
        <NextIntlClientProvider>
          <a className="skip-link" href="#content">
            {t("app.skipToContent")}
          </a>
          <header className="no-print flex flex-wrap items-center gap-x-6 gap-y-1 border-b border-line bg-card px-4 py-2 sm:min-h-13 sm:px-7 sm:py-0">
            <Link
              className="order-1 font-semibold tracking-tight text-ink no-underline"
              href="/incidents"
              prefetch={false}
            >
              {t("app.name")}
            </Link>
            <SiteNav />
            <Link
              className="btn btn-primary order-2 ml-auto sm:order-3"
              href="/incidents/new"
              prefetch={false}
            >
              {t("nav.logIncident")}
            </Link>
          </header>
          <main className="page" id="content" tabIndex={-1}>
            {children}
          </main>
          <footer className="no-print border-t border-line px-4 py-5 text-xs text-muted sm:px-7">
            <p>{t("app.noOneNamed")}</p>
            <p className="mt-1">{t.rich("app.placesFrom", { geonames, licence: ccBy })}</p>
            <p className="mt-1">{t.rich("app.licence", { licence: apache })}</p>
          </footer>
        </NextIntlClientProvider>
      </body>
    </html>
  );
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
