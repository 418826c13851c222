import { resolve } from "node:path";
import { type ParseArgsConfig, parseArgs } from "node:util";
import { InvalidInput } from "../domain/errors";
import { doctor } from "./doctor";
import { readDatabaseUrl, withoutPassword } from "./environment";
import { generate } from "./generate";
import { issueInWords } from "./issue-in-words";
import { migrate } from "./migrate";
import { Misunderstood, NotMigrated, type Outcome } from "./outcome";
import { publish } from "./publish";
import { purge } from "./purge";
import { reasonOf } from "./reason-of";
import { resetAccount } from "./reset-account";
import { seed } from "./seed";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Given = Record<string, string | boolean | (string | boolean)[] | undefined>;
type Command = {
  /** The command as it is typed, where it takes more than its name. */
  usage?: string;
  summary: string;
  options?: Options;
  /** A line to print, or more than that. */
  run: (databaseUrl: string, given: Given) => Promise<string | Outcome>;
};

const commands: Record<string, Command> = {
  "account reset": {
    usage: "account reset --email ADDRESS [--reason TEXT]",
    summary: "take away the second factor of somebody who lost it",
    options: { email: { type: "string" }, reason: { type: "string" } },
    run: (databaseUrl, { email, reason }) => resetAccount(databaseUrl, { email, reason }),
  },
  doctor: {
    usage: "doctor [--expect-head HASH]",
    summary: "verify the log and the database; prints the head of the log, to be kept elsewhere",
    options: { "expect-head": { type: "string" } },
    run: (databaseUrl, given) => doctor(databaseUrl, { expectHead: given["expect-head"] }),
  },
  generate: {
    usage: "generate --incidents NUMBER [--seed NUMBER] [--public NUMBER]",
    summary:
      "fill a database without incidents with synthetic ones, the same for the same numbers; they are internal, and so many of the verified ones public",
    options: {
      incidents: { type: "string" },
      seed: { type: "string" },
      public: { type: "string" },
    },
    run: generate,
  },
  migrate: { summary: "bring the database up to date", run: migrate },
  publish: {
    usage: "publish [--rebuild]",
    summary: "bring the public store in line; --rebuild makes it anew from the verified versions",
    options: { rebuild: { type: "boolean" } },
    run: publish,
  },
  purge: {
    usage: "purge --entry NUMBER --reason TEXT",
    summary: "empty an entry of the log into which personal data leaked; --entry may be repeated",
    options: { entry: { type: "string", multiple: true }, reason: { type: "string" } },
    run: (databaseUrl, { entry, reason }) => purge(databaseUrl, { entries: entry, reason }),
  },
  seed: { summary: "load the places, and the sample cases into an empty database", run: seed },
};

const help = `Usage: npm run ledger -- COMMAND

${Object.entries(commands)
  .map(([name, { usage = name, summary }]) => `  ${usage}\n      ${summary}`)
  .join("\n")}
  help
      show this text

DATABASE_URL says which database: file:PATH or postgres://… (default file:./data/ledger.db).
`;

// What a command makes, a copy or a whole database, is for this account of the machine alone.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));

/** 0 done, 1 failed or something found wrong, 2 not understood. */
async function run(args: string[]): Promise<number> {
  const asked = understand(args);
  if ("problem" in asked) return refuse(`${asked.problem} Try: npm run ledger -- help`, 2);
  if (asked.command === "help") {
    process.stdout.write(help);
    return 0;
  }
  const database = readDatabaseUrl(process.env, resolve(import.meta.dirname, ".."));
  if ("problem" in database) return refuse(database.problem, 1);
  try {
    const outcome = await commands[asked.command]!.run(database.databaseUrl, asked.given);
    const { lines, problems } =
      typeof outcome === "string" ? { lines: [outcome], problems: [] } : outcome;
    for (const line of lines) console.log(line);
    for (const line of problems) console.error(line);
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof Misunderstood)
      return refuse(`${error.message} Try: npm run ledger -- help`, 2);
    const shown = withoutPassword(database.databaseUrl);
    const reason =
      error instanceof InvalidInput ? error.issues.map(issueInWords).join("; ") : reasonOf(error);
    const next = error instanceof NotMigrated ? " Run: npm run ledger -- migrate" : "";
    return refuse(`${asked.command} failed on ${shown}: ${reason}.${next}`, 1);
  }
}

function understand(args: string[]): { command: string; given: Given } | { problem: string } {
  try {
    const help: Options = { help: { type: "boolean", short: "h" } };
    // Of the command's own, to know the options; an unknown one is told below.
    const name =
      Object.keys(commands).find((known) => args.slice(0, 2).join(" ").startsWith(known)) ?? "";
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...commands[name]?.options, ...help },
    });
    const words = Object.hasOwn(commands, positionals.slice(0, 2).join(" ")) ? 2 : 1;
    const command = positionals.slice(0, words).join(" ") || "help";
    const rest = positionals.slice(words);
    if (values.help) return { command: "help", given: {} };
    if (command !== "help" && !Object.hasOwn(commands, command))
      return { problem: `There is no command ${JSON.stringify(command)}.` };
    if (rest.length > 0)
      return { problem: `${command} takes no ${JSON.stringify(rest.join(" "))}.` };
    return { command, given: values };
  } catch (error) {
    return { problem: `${reasonOf(error).split(". ")[0]}.` };
  }
}

function refuse(line: string, exitCode: number): number {
  console.error(line);
  return exitCode;
}
