import type { AbstractIntlMessages } from "next-intl";
import { getLocale, getMessages, getTimeZone } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "../../components/client-messages";
import { pickMessages } from "./client-messages";

/** Around what speaks in the browser: the messages under `paths`, which stays the same list. */
export async function SentMessages({
  paths,
  children,
}: {
  paths: readonly string[];
  children: ReactNode;
}) {
  const [messages, locale, timeZone] = await Promise.all([
    getMessages(),
    getLocale(),
    getTimeZone(),
  ]);
  return (
    <ClientMessages locale={locale} messages={written(messages, paths)} timeZone={timeZone}>
      {children}
    </ClientMessages>
  );
}

/** What was written once, by all messages and what was picked of them. */
const KEPT = new WeakMap<AbstractIntlMessages, WeakMap<readonly string[], string>>();

function written(messages: AbstractIntlMessages, paths: readonly string[]): string {
  const kept = KEPT.get(messages) ?? new WeakMap<readonly string[], string>();
  KEPT.set(messages, kept);
  const json = kept.get(paths) ?? JSON.stringify(pickMessages(messages, paths));
  kept.set(paths, json);
  return json;
}
