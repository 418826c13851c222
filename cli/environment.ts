import { readdirSync } from "node:fs";
import { isIP } from "node:net";
import { resolve } from "node:path";
import { z } from "zod";

export type Environment = {
  port: number;
  host: string;
  /** `file:` with an absolute path, or the `postgres:` address as it was given. */
  databaseUrl: string;
  /** The language of every text, for which there is a file in `messages/`. */
  language: string;
  /** `https://name`, where people reach it from other machines; null = this machine only. */
  publicAddress: string | null;
  /** The addresses of proxies whose word is taken for the address a request came from. */
  trustedProxies: string[];
  /** `public`: the database is a public store, served read-only and without accounts. */
  mode: "ledger" | "public";
  /** What visitors are told of whom to write to about a correction; empty = nothing. */
  contact: string;
};

const MIN_SECRET = 32;

/** What PORT, HOST and DATABASE_URL ask for (unset or empty: the default), or one line for each wrong value. */
export function readEnvironment(
  variables: Record<string, string | undefined>,
  projectDir: string,
): { environment: Environment } | { problems: string[] } {
  const port = portSchema.safeParse(variables.PORT || "3000");
  const typedAddress = variables.PUBLIC_ADDRESS || null;
  const publicAddress = typedAddress && readPublicAddress(typedAddress);
  const host = (typedAddress ? anyHost : loopbackHost).safeParse(variables.HOST || "127.0.0.1");
  const trustedProxies = (variables.TRUSTED_PROXIES ?? "").split(/[ ,]+/).filter(Boolean);
  const noAddress = trustedProxies.find((proxy) => isIP(proxy) === 0);
  const url = readDatabaseUrl(variables, projectDir);
  const language = variables.LEDGER_LANGUAGE || "en";
  const languages = languagesIn(projectDir);
  const mode = variables.LEDGER_MODE || "ledger";
  const contact = (variables.LEDGER_CONTACT ?? "").trim();
  const isMode = mode === "ledger" || mode === "public";
  const isShort = contact.length <= MAX_CONTACT;
  // It signs sessions: shown nowhere, not even where it is too short.
  const isWeak = Boolean(variables.LEDGER_SECRET) && variables.LEDGER_SECRET!.length < MIN_SECRET;
  const isGood =
    isMode &&
    isShort &&
    !isWeak &&
    languages.includes(language) &&
    !noAddress &&
    (!typedAddress || (publicAddress && trustedProxies.length > 0));
  if (port.success && host.success && "databaseUrl" in url && isGood) {
    const { databaseUrl } = url;
    const about = { databaseUrl, language, mode: mode as Environment["mode"], contact };
    const rest = { ...about, publicAddress: publicAddress || null, trustedProxies };
    return { environment: { port: port.data, host: host.data, ...rest } };
  }
  const problems: string[] = [];
  if (!port.success)
    problems.push(wrong("PORT", variables.PORT, "it must be a whole number from 1 to 65535"));
  if (!host.success)
    problems.push(wrong("HOST", variables.HOST, typedAddress ? onlyAddress : onlyLoopback));
  if (typedAddress && !publicAddress)
    problems.push(wrong("PUBLIC_ADDRESS", typedAddress, "it must be https:// and a name, no more"));
  if (noAddress)
    problems.push(wrong("TRUSTED_PROXIES", noAddress, "each must be the address of a proxy"));
  // Else everybody would seem to come from the proxy, and one who guesses passwords would make all wait.
  if (typedAddress && trustedProxies.length === 0)
    problems.push(
      "TRUSTED_PROXIES is not set: with PUBLIC_ADDRESS it must name your proxy, 127.0.0.1 if it runs here.",
    );
  if (!isMode) problems.push(wrong("LEDGER_MODE", mode, "it must be public, or not set"));
  if (!isShort)
    problems.push(`LEDGER_CONTACT is too long: at most ${MAX_CONTACT} characters are shown.`);
  if (isWeak) problems.push(`LEDGER_SECRET is too short: at least ${MIN_SECRET} characters.`);
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
  if (isPostgresUrl(given)) {
    if (isGuarded(new URL(given), variables.PGHOST)) return { databaseUrl: given };
    return {
      problem: wrong(
        "DATABASE_URL",
        withoutPassword(given),
        "to another machine it must say sslmode=verify-full, or sslmode=disable where the way there is safe",
      ),
    };
  }
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

const MAX_CONTACT = 500;
const onlyLoopback =
  "without PUBLIC_ADDRESS it must be a loopback address: 127.0.0.1, ::1 or localhost";
const onlyAddress = "it must be an address of this machine, such as 0.0.0.0, or localhost";

const portSchema = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .pipe(z.number().min(1).max(65535));

const loopbackHost = z.enum(["127.0.0.1", "::1", "localhost"]);
const anyHost = z.string().refine((text) => text === "localhost" || isIP(text) !== 0);

/** The origin, where it is https and nothing but a name and perhaps a port; null otherwise. */
function readPublicAddress(typed: string): string | null {
  if (!URL.canParse(typed)) return null;
  const { protocol, origin, href } = new URL(typed);
  return protocol === "https:" && href === `${origin}/` ? origin : null;
}

function languagesIn(projectDir: string): string[] {
  const files = readdirSync(resolve(projectDir, "messages"));
  return files.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}

/** On this machine, or its owner said whether the way there is encrypted. */
function isGuarded({ hostname, searchParams }: URL, elsewhere = ""): boolean {
  const host = (searchParams.get("host") ?? hostname) || elsewhere;
  if (host === "" || host.startsWith("/") || LOOPBACK.has(host)) return true;
  return ["verify-full", "disable"].includes(searchParams.get("sslmode") ?? "");
}

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]", "::1"]);

function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text) && URL.canParse(text);
}

function wrong(name: string, value: string | undefined, allowed: string): string {
  return `${name} is ${JSON.stringify(value)}: ${allowed}.`;
}
