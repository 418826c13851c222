import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DomainError, InvalidInput } from "../domain/errors";
import { type Command, commands, type Given, type Options } from "./commands";
import { readDatabaseUrl, withoutPassword } from "./environment";
import { issueInWords } from "./issue-in-words";
import { Misunderstood, NotMigrated } from "./outcome";
import { reasonOf } from "./reason-of";
import { texts } from "./texts";

const help = `Usage: npm run ledger -- COMMAND

${Object.entries(commands)
  .map(([name, { usage = name, summary }]) => `  ${usage}\n      ${summary}`)
  .join("\n")}
  help
      show this text

COMMAND --help says more of one. --json, with any, prints what came of it as JSON.
Ends with 0 when it is done, 1 when it failed or found something wrong, 2 when it was not understood.
DATABASE_URL says which database: file:PATH or postgres://… (default file:./data/ledger.db).
`;

function helpOf(name: string, { usage = name, summary, details = [] }: Command): string {
  return `Usage: npm run ledger -- ${usage}\n\n  ${[summary, ...details].join("\n  ")}\n`;
}

// What a command makes, a copy or a whole database, is for this account of the machine alone.
process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));

/** 0 done, 1 failed or something found wrong, 2 not understood. */
async function run(args: string[]): Promise<number> {
  const asked = understand(args);
  if ("problem" in asked) return refuse(`${asked.problem} Try: npm run ledger -- help`, 2);
  if ("help" in asked) {
    process.stdout.write(asked.help);
    return 0;
  }
  const database = commands[asked.command]!.needsNoDatabase
    ? { databaseUrl: "" }
    : readDatabaseUrl(process.env, resolve(import.meta.dirname, ".."));
  if ("problem" in database) return refuse(database.problem, 1);
  try {
    const outcome = await commands[asked.command]!.run(database.databaseUrl, asked.given);
    const { lines, problems, json } =
      typeof outcome === "string" ? { lines: [outcome], problems: [], json: undefined } : outcome;
    if (asked.given.json) console.log(JSON.stringify(json ?? { lines, problems }));
    else for (const line of lines) console.log(line);
    for (const line of problems) console.error(line);
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof Misunderstood)
      return refuse(`${error.message} Try: npm run ledger -- help`, 2);
    const shown = withoutPassword(database.databaseUrl);
    const reason = reasonInWords(error);
    const next = error instanceof NotMigrated ? " Run: npm run ledger -- migrate" : "";
    const on = shown === "" ? "" : ` on ${shown}`;
    return refuse(`${asked.command} failed${on}: ${reason}.${next}`, 1);
  }
}

type Asked = { command: string; given: Given & { file?: string } } | { help: string };

function understand(args: string[]): Asked | { problem: string } {
  try {
    const common: Options = { help: { type: "boolean", short: "h" }, json: { type: "boolean" } };
    // Of the command's own, to know the options; an unknown one is told below.
    const name =
      Object.keys(commands).find((known) => args.slice(0, 2).join(" ").startsWith(known)) ?? "";
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...commands[name]?.options, ...common },
    });
    const words = Object.hasOwn(commands, positionals.slice(0, 2).join(" ")) ? 2 : 1;
    const command = positionals.slice(0, words).join(" ") || "help";
    const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
    const [file, ...rest] = known?.takesFile
      ? positionals.slice(words)
      : [undefined, ...positionals.slice(words)];
    if (command === "help" && rest.length === 0) return { help };
    if (!known) return { problem: `There is no command ${JSON.stringify(command)}.` };
    if (values.help) return { help: helpOf(command, known) };
    if (rest.length > 0)
      return { problem: `${command} takes no ${JSON.stringify(rest.join(" "))}.` };
    return { command, given: { ...values, file } };
  } catch (error) {
    return { problem: `${reasonOf(error).split(". ")[0]}.` };
  }
}

/** Without its full stop. */
function reasonInWords(error: unknown): string {
  if (error instanceof InvalidInput) return error.issues.map(issueInWords).join("; ");
  if (!(error instanceof DomainError)) return reasonOf(error);
  const key = `issues.${error.code}`;
  const { has, say } = texts();
  return has(key) ? say(key, error.values).replace(/\.$/, "") : reasonOf(error);
}

function refuse(line: string, exitCode: number): number {
  console.error(line);
  return exitCode;
}
