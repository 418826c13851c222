import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * The path of the SQLite file that a start would make, or null where it is there already or is on a server. Throws
 * where its folder is not there, which is a mistyped address more often than a wish; our own `data` may be missing.
 */
export function newDatabase(databaseUrl: string, projectDir: string): string | null {
  if (!databaseUrl.startsWith("file:")) return null;
  const path = databaseUrl.slice("file:".length);
  if (existsSync(path)) return null;
  const folder = dirname(path);
  if (!existsSync(folder) && folder !== resolve(projectDir, "data"))
    throw new Error(
      `DATABASE_URL names ${path}, but there is no folder ${folder}: make it, or correct the address.`,
    );
  return path;
}
