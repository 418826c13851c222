"use client";

import { NextIntlClientProvider } from "next-intl";
import { type ReactNode, useMemo } from "react";

type Props = {
  /** As JSON: React would write, and read, each of some hundred texts by itself. */
  messages: string;
  locale: string;
  timeZone: string;
  children: ReactNode;
};

/** Around what speaks in the browser: the messages for it. */
export function ClientMessages({ messages, ...rest }: Props) {
  return (
    <NextIntlClientProvider {...rest} messages={useMemo(() => JSON.parse(messages), [messages])} />
  );
}
