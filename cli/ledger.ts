import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readDatabaseUrl, withoutPassword } from "./environment";
import { migrate } from "./migrate";
import { reasonOf } from "./reason-of";
import { seed } from "./seed";

type Command = { summary: string; run: (databaseUrl: string) => Promise<string> };

const commands: Record<string, Command> = {
  migrate: { summary: "bring the database up to date", run: migrate },
  seed: { summary: "load the places, and the sample cases into an empty database", run: seed },
};

const help = `Usage: npm run ledger -- COMMAND

${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`)
  .join("\n")}
  help     show this text

DATABASE_URL says which database: file:PATH or postgres://… (default file:./data/ledger.db).
`;

process.exitCode = await run(process.argv.slice(2));

/** 0 done, 1 failed, 2 not understood. */
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
    console.log(await commands[asked.command]!.run(database.databaseUrl));
    return 0;
  } catch (error) {
    const shown = withoutPassword(database.databaseUrl);
    return refuse(`${asked.command} failed on ${shown}: ${reasonOf(error)}.`, 1);
  }
}

function understand(args: string[]): { command: string } | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { help: { type: "boolean", short: "h" } },
    });
    const [command = "help", ...rest] = positionals;
    if (values.help) return { command: "help" };
    if (command !== "help" && !Object.hasOwn(commands, command))
      return { problem: `There is no command ${JSON.stringify(command)}.` };
    if (rest.length > 0)
      return { problem: `${command} takes no ${JSON.stringify(rest.join(" "))}.` };
    return { command };
  } catch (error) {
    return { problem: `${reasonOf(error).split(". ")[0]}.` };
  }
}

function refuse(line: string, exitCode: number): number {
  console.error(line);
  return exitCode;
}
