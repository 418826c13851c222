import { existsSync } from "node:fs";
import { chmod, rename, rm } from "node:fs/promises";
import { resolve } from "node:path";
import { openStore } from "../db/client";
import { copyFile, describeFile } from "../db/copy-file";
import { copyLedger } from "../db/copy-ledger";
import { openExisting } from "./open-existing";
import { Misunderstood, type Outcome } from "./outcome";
import { withProgress } from "./with-progress";

/**
 * Writes the whole ledger into one SQLite file, from either engine, while it is in use: accounts, log and stored texts
 * too, so it is to be kept as carefully. The public store is not in it; a restore makes it anew.
 */
export async function backup(
  databaseUrl: string,
  { file, force = false }: { file?: string; force?: unknown },
): Promise<Outcome> {
  if (file === undefined) throw new Misunderstood("backup needs the file to write.");
  const target = resolve(file);
  if (existsSync(target) && force !== true)
    throw new Error(`${target} is there already; --force writes over it`);
  const partial = `${target}.partial`;
  await rm(partial, { force: true });
  try {
    const told = await openExisting(databaseUrl, async (store) => {
      await withProgress(
        "Copied",
        async (at) => {
          if (store.dialect === "sqlite")
            return copyFile(databaseUrl.slice("file:".length), partial, at);
          const copy = await openStore(`file:${partial}`);
          try {
            await copy.migrate();
            await copyLedger(store, copy, at);
          } finally {
            await copy.close();
          }
        },
        { of: store.dialect === "sqlite" ? "pages" : "rows" },
      );
      return describeFile(partial);
    });
    await chmod(partial, 0o600);
    await rename(partial, target);
    const { incidents, head } = told;
    return {
      lines: [
        `Backed up to ${target}: incidents: ${incidents}. It holds accounts and restricted sources: keep it as you keep the ledger.`,
        ...(head === null ? [] : [`Head: ${head.seq} ${head.hash}`]),
      ],
      problems: [],
      json: { file: target, incidents, head },
    };
  } finally {
    await rm(partial, { force: true });
  }
}
