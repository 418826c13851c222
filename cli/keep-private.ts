import { chmodSync, existsSync } from "node:fs";

/** Makes the files of a SQLite database readable by their owner alone, also those that an earlier version made. */
export function keepPrivate(databaseUrl: string): void {
  if (!databaseUrl.startsWith("file:")) return;
  const path = databaseUrl.slice("file:".length);
  for (const file of [path, `${path}-wal`, `${path}-shm`])
    if (existsSync(file)) chmodSync(file, 0o600);
}
