import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Writes the migrations of both engines from the one schema: `npm run db:generate -- --name what_changes`.
for (const dialect of ["sqlite", "postgres"])
  execFileSync("npx", ["drizzle-kit", "generate", ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { ...process.env, LEDGER_DIALECT: dialect },
  });

// Without STRICT, SQLite stores 'abc' in an integer column, and `'abc' > 0` passes a check.
rewrite("sqlite", (text) =>
  text.replace(/^(CREATE TABLE [\s\S]*?\n\))(?: STRICT)?;$/gm, "$1 STRICT;"),
);
// The tables live in whichever schema the connection's search_path names.
rewrite("postgres", (text) => text.replaceAll('"public".', ""));

function rewrite(dialect: string, change: (text: string) => string): void {
  const folder = join("db", "migrations", dialect);
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".sql"))) {
    const path = join(folder, file);
    writeFileSync(path, change(readFileSync(path, "utf8")));
  }
}
