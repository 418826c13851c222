import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { openStore } from "../db/client";
import { publishAnew, publishPending } from "../db/commands/publish-pending";
import { copyFile, describeFile, refuseWhileOpen } from "../db/copy-file";
import { copyLedger } from "../db/copy-ledger";
import { endAllSessions } from "../db/end-all-sessions";
import { publicUrlOf } from "../db/public-store";
import { checkLog } from "../db/queries/check-log";
import type { Actor } from "../domain/actor";
import { indexIncidents } from "./index-incidents";
import { keepPrivate } from "./keep-private";
import { withPublic } from "./open-both";
import { Misunderstood, type Outcome } from "./outcome";
import { withProgress } from "./with-progress";

const RESTORER: Actor = { id: "command line", role: "admin", from: "ledger restore" };

/**
 * Makes a ledger of a backup: a SQLite file, or an empty PostgreSQL database. A file that is there is only replaced
 * with `replace`, and kept beside the new one. Everybody has to sign in again; the public store is made anew.
 */
export async function restore(
  databaseUrl: string,
  { file, replace = false }: { file?: string; replace?: unknown },
): Promise<Outcome> {
  if (file === undefined) throw new Misunderstood("restore needs the backup to read.");
  const from = resolve(file);
  if (!existsSync(from)) throw new Error(`there is no file ${from}`);
  refuseUnlessBackup(from);
  const kept = databaseUrl.startsWith("file:")
    ? await intoFile(from, databaseUrl.slice("file:".length), replace === true)
    : await intoPostgres(from, databaseUrl);
  const store = await openStore(databaseUrl);
  try {
    await store.migrate();
    await endAllSessions(store);
    await indexIncidents(store);
    const { faults, entries } = await checkLog(store, RESTORER);
    const published = await withPublic(store, publicUrlOf(databaseUrl), async (stores) => {
      const count = await publishAnew(stores, RESTORER);
      await publishPending(stores);
      return count;
    });
    const rows = await store.read.select({ id: store.t.incident.id }).from(store.t.incident);
    return {
      lines: [
        `Restored: incidents: ${rows.length}, of which public: ${published}; entries of the log: ${entries}. Everybody has to sign in again.`,
        ...(kept === null ? [] : [`What was there before is kept as ${kept}.`]),
      ],
      problems: faults.length === 0 ? [] : ["The log is not whole: see npm run ledger -- doctor"],
      json: { incidents: rows.length, public: published, entries, keptAs: kept },
    };
  } finally {
    await store.close();
    keepPrivate(databaseUrl);
    if (databaseUrl.startsWith("file:")) keepPrivate(publicUrlOf(databaseUrl));
  }
}

function refuseUnlessBackup(path: string): void {
  let isPublic: boolean;
  try {
    ({ isPublic } = describeFile(path));
  } catch (error) {
    throw new Error(`${path} is no backup of a ledger`, { cause: error });
  }
  if (isPublic) throw new Error(`${path} is a public store, and holds only what was published`);
}

/** Returns as what the file that was there is kept; null where there was none. */
async function intoFile(from: string, path: string, replaces: boolean): Promise<string | null> {
  const isThere = existsSync(path);
  if (isThere && !replaces)
    throw new Error(
      "it is there already; --replace keeps it aside and puts the backup in its place",
    );
  if (isThere) refuseWhileOpen(path);
  const partial = `${path}.restoring`;
  await mkdir(dirname(path), { recursive: true });
  await rm(partial, { force: true });
  try {
    await withProgress("Copied", (at) => copyFile(from, partial, at), { of: "pages" });
    await chmod(partial, 0o600);
    if (!isThere) {
      await rename(partial, path);
      return null;
    }
    const kept = `${path}.before-restore-${new Date().toISOString().replace(/\W/g, "").slice(0, 15)}`;
    await rename(path, kept);
    await rename(partial, path);
    return kept;
  } finally {
    await rm(partial, { force: true });
  }
}

/** By way of a copy: to open a backup as a ledger writes beside it. */
async function intoPostgres(from: string, databaseUrl: string): Promise<null> {
  const folder = await mkdtemp(join(tmpdir(), "ledger-restore-"));
  try {
    const path = join(folder, "ledger.db");
    await withProgress("Copied", (at) => copyFile(from, path, at), { of: "pages" });
    const [copy, store] = [await openStore(`file:${path}`), await openStore(databaseUrl)];
    try {
      await copy.migrate();
      await store.migrate();
      await withProgress("Copied", (at) => copyLedger(copy, store, at), { of: "rows" });
    } finally {
      await store.close();
      await copy.close();
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
