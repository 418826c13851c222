"use client";

import { NextIntlClientProvider } from "next-intl";
import { CrashNotice } from "../components/crash-notice";
import messages from "../messages/en.json";
import "./globals.css";

/** Stands in for the whole document when the layout itself fails, so it brings its own messages. */
export default function GlobalErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{messages.crash.title}</title>
        <NextIntlClientProvider locale="en" messages={{ crash: messages.crash }}>
          <main className="page">
            <CrashNotice error={error} onRetry={retry} />
          </main>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
