import { resolve } from "node:path";
import { buildApp } from "./build-app";
import { type Environment, readEnvironment, withoutPassword } from "./environment";
import { firstAdminPath } from "./first-admin";
import { keepPrivate } from "./keep-private";
import { newDatabase } from "./new-database";
import { checkPublicSite, prepareDatabase } from "./prepare-database";
import { reasonOf } from "./reason-of";
import { hasSeededLogins, seedLogins } from "./seed-logins";
import { claimPort, serve } from "./serve";

// The database and what lies beside it are for this account of the machine alone.
process.umask(0o077);
const projectDir = resolve(import.meta.dirname, "..");
const isDevelopment = process.argv.includes("--dev");

// Logins whose password everybody knows come into a database of their own.
const variables = isDevelopment
  ? { ...process.env, DATABASE_URL: process.env.DATABASE_URL || "file:./data/dev.db" }
  : process.env;
const read = readEnvironment(variables, projectDir);
if ("problems" in read) stop(read.problems.join("\n"));
else await start(read.environment).catch((error: Error) => stop(error.message));

async function start(environment: Environment) {
  const isSite = environment.mode === "public";
  const made = isSite ? null : newDatabase(environment.databaseUrl, projectDir);
  const claimed = await claimPort(environment.host, environment.port, {
    trustedProxies: environment.trustedProxies,
    isOpen: environment.publicAddress !== null,
  });
  if (!isDevelopment) await buildApp(projectDir);
  const prepare = isSite ? checkPublicSite : prepareDatabase;
  await prepare(environment.databaseUrl).catch((error: unknown) => {
    const shown = withoutPassword(environment.databaseUrl);
    throw new Error(`The database ${shown} cannot be used: ${reasonOf(error)}.`);
  });
  if (!isDevelopment && !isSite && (await hasSeededLogins(environment.databaseUrl)))
    throw new Error(
      `${withoutPassword(environment.databaseUrl)} has the logins of \`npm run dev\`, whose password everybody knows: set DATABASE_URL to another database.`,
    );
  keepPrivate(environment.databaseUrl);
  // What the app itself reads, the guard in proxy.ts and the open store.
  Object.assign(process.env, {
    NODE_ENV: isDevelopment ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(environment.port),
    HOST: environment.host,
    DATABASE_URL: environment.databaseUrl,
    LEDGER_LANGUAGE: environment.language,
    PUBLIC_ADDRESS: environment.publicAddress ?? "",
    LEDGER_MODE: isSite ? "public" : "",
    LEDGER_CONTACT: environment.contact,
  });
  const logins = isDevelopment && !isSite ? await seedLogins(environment.databaseUrl) : [];
  const invitation = isSite ? null : await firstAdminPath(environment.databaseUrl);
  await serve(claimed, { ...environment, projectDir, isDevelopment });
  const name = environment.host === "::1" ? "[::1]" : environment.host;
  if (made !== null) console.log(`There was no database yet: a new one was made at ${made}`);
  console.log(`Its cases are in ${withoutPassword(environment.databaseUrl)}`);
  const address = environment.publicAddress ?? `http://${name}:${environment.port}`;
  console.log(`Detention Ledger is ready on ${address}`);
  if (invitation !== null)
    console.log(
      `Nobody can sign in yet. This link makes you its admin, once, within 72 hours:\n${address}${invitation}`,
    );
  for (const line of logins) console.log(line);
}

function stop(lines: string) {
  console.error(lines);
  process.exit(1);
}
