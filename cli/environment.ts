import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";

export type Environment = {
  port: number;
  host: "127.0.0.1" | "::1" | "localhost";
  /** `file:` with an absolute path, or the `postgres:` address as it was given. */
  databaseUrl: string;
  /** The language of every text, for which there is a file in `messages/`. */
  language: string;
};

/** What PORT, HOST and DATABASE_URL ask for (unset or empty: the default), or one line for each wrong value. */
export function readEnvironment(
  variables: Record<string, string | undefined>,
  projectDir: string,
): { environment: Environment } | { problems: string[] } {
  const port = portSchema.safeParse(variables.PORT || "3000");
  const host = hostSchema.safeParse(variables.HOST || "127.0.0.1");
  const url = readDatabaseUrl(variables, projectDir);
  const language = variables.LEDGER_LANGUAGE || "en";
  const languages = languagesIn(projectDir);
  if (port.success && host.success && "databaseUrl" in url && languages.includes(language)) {
    const { databaseUrl } = url;
    return { environment: { port: port.data, host: host.data, databaseUrl, language } };
  }
  const problems: string[] = [];
  if (!port.success)
    problems.push(wrong("PORT", variables.PORT, "it must be a whole number from 1 to 65535"));
  if (!host.success) problems.push(wrong("HOST", variables.HOST, onlyLoopback));
  if ("problem" in url) problems.push(url.problem);
  if (!languages.includes(language))
    problems.push(wrong("LEDGER_LANGUAGE", language, `it must be ${languages.join(", ")}`));
  return { problems };
}

/** The database alone, for commands that serve nothing. A relative file is taken from the project's folder. */
export function readDatabaseUrl(
  variables: Record<string, string | undefined>,
  projectDir: string,
): { databaseUrl: string } | { problem: string } {
  const given = variables.DATABASE_URL || "file:./data/ledger.db";
  if (isPostgresUrl(given)) return { databaseUrl: given };
  const path = /^file:(?:\/\/(?=\/))?(?<path>[^\0?#]+)$/.exec(given)?.groups?.path;
  if (path && !path.startsWith("//") && !path.endsWith("/") && path !== ":memory:")
    return { databaseUrl: `file:${resolve(projectDir, path)}` };
  return {
    problem: wrong("DATABASE_URL", withoutPassword(given), "it must be file:PATH or postgres://…"),
  };
}

/** The address as it may be shown: a password in it becomes `***`. */
export function withoutPassword(url: string): string {
  return url.replace(/(?<=:\/\/[^/]*:).*(?=@)/, "***");
}

const onlyLoopback =
  "accounts do not exist yet, so it must be a loopback address: 127.0.0.1, ::1 or localhost";

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(65535));

const hostSchema = z.enum(["127.0.0.1", "::1", "localhost"]);

function languagesIn(projectDir: string): string[] {
  const files = readdirSync(resolve(projectDir, "messages"));
  return files.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}

function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text);
}

function wrong(name: string, value: string | undefined, allowed: string): string {
  return `${name} is ${JSON.stringify(value)}: ${allowed}.`;
}
