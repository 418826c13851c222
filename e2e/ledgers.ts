import { join } from "node:path";

/** So many specs run at once, each on a ledger of its own behind a server of its own. */
const AT_ONCE = 2;
/** From the port of one ledger to that of the next; those of `own-server.ts` are further off. */
const PORTS_APART = 20;

/** The ledgers behind the specs; a worker uses the one of its number, from 0, and no other. */
export function sharedLedgers(rootFolder: string, firstPort: number) {
  return Array.from({ length: AT_ONCE }, (_, number) => {
    const port = firstPort + number * PORTS_APART;
    const folder = join(rootFolder, String(number));
    return {
      port,
      origin: `http://127.0.0.1:${port}`,
      folder,
      databaseUrl: `file:${join(folder, "ledger.db")}`,
      /** Where the browser keeps the session of the admin in whose name the specs act. */
      adminState: join(folder, "admin.json"),
    };
  });
}
