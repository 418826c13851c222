import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { FORM_MESSAGES, pickMessages, SITE_MESSAGES } from "./client-messages";

/** Around what has forms: the messages that only they need in the browser. A layout, or part of a page, which may name its own. */
export async function FormMessages({
  children,
  only = FORM_MESSAGES,
}: {
  children: ReactNode;
  only?: readonly string[];
}) {
  const messages = pickMessages(await getMessages(), [...SITE_MESSAGES, ...only]);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
