import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Where the migrations of an engine are: in the project, which is the working directory of every command. */
export function migrationsFolder(dialect: "sqlite" | "postgres"): string {
  return join(process.cwd(), "db", "migrations", dialect);
}

/** The names of all migrations of an engine, oldest first. */
export function migrationTags(dialect: "sqlite" | "postgres"): string[] {
  const journal = JSON.parse(
    readFileSync(join(migrationsFolder(dialect), "meta", "_journal.json"), "utf8"),
  ) as { entries: { tag: string }[] };
  return journal.entries.map((entry) => entry.tag);
}
