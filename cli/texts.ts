import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createTranslator } from "next-intl";
import type { Say } from "../domain/say";

const FOLDER = resolve(import.meta.dirname, "../messages");

/** The texts of the language that the server speaks too, English where nothing is said. */
export function texts(environment: NodeJS.ProcessEnv = process.env): {
  say: Say;
  has: (key: string) => boolean;
  locale: string;
} {
  const locale = environment.LEDGER_LANGUAGE || "en";
  const messages = JSON.parse(readFileSync(resolve(FOLDER, `${locale}.json`), "utf8"));
  const translate = createTranslator({ locale, messages, timeZone: "UTC" });
  const has = (key: string) => (translate as unknown as { has(key: string): boolean }).has(key);
  return { say: translate as unknown as Say, has, locale };
}
