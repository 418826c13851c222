import type { ReactNode } from "react";
import { FORM_MESSAGES, SITE_MESSAGES } from "./client-messages";
import { SentMessages } from "./sent-messages";

/** Around what has forms: the messages that only they need in the browser. A layout, or part of a page, which may name its own. */
export function FormMessages({
  children,
  only = FORM_MESSAGES,
}: {
  children: ReactNode;
  only?: readonly string[];
}) {
  return <SentMessages paths={withSite(only)}>{children}</SentMessages>;
}

const WITH_SITE = new WeakMap<readonly string[], readonly string[]>();

function withSite(paths: readonly string[]): readonly string[] {
  const all = WITH_SITE.get(paths) ?? [...SITE_MESSAGES, ...paths];
  WITH_SITE.set(paths, all);
  return all;
}
