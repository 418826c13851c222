import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createTranslator } from "next-intl";
import type { Say } from "../domain/say";

/** The texts of the program, for commands: in the language that LEDGER_LANGUAGE names, else in English. */
export function commandSay(language = process.env.LEDGER_LANGUAGE || "en"): Say {
  const path = join(import.meta.dirname, "..", "messages", `${language}.json`);
  const messages = JSON.parse(readFileSync(path, "utf8"));
  const say = createTranslator({ locale: language, messages }) as unknown as Say & {
    has(key: string): boolean;
  };
  return (key, values) => (say.has(key) ? say(key, values) : key);
}
