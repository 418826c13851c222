import type { Source } from "../../domain/source";
import type { Db, Store } from "../store";
import type { ImportQueue } from "./import-queue";

/** Sources of the ledger by what tells them apart to a reader; what an import adds is added here. */
export type KnownSources = {
  /** The id of the source that rows bring under this key, or of one with the same publisher, title and address. */
  find(key: string, source: Source): Promise<string | null>;
  add(key: string, source: Source, id: string): void;
  /** What was added since stays. */
  keep(): void;
  /** What was added since `keep` is forgotten: its row failed, and the source with it. */
  takeBack(): void;
};

/** They are read once, when the first is asked for: rows of a table cite some sources again and again. */
export function knownSources(store: Store, db: Db, queue: ImportQueue): KnownSources {
  const byKey = new Map<string, string>();
  let byIdentity: Map<string, string> | null = null;
  let added: { key: string; identity: string }[] = [];
  return {
    async find(key, source) {
      const met = byKey.get(key);
      if (met !== undefined) return met;
      if (byIdentity === null) {
        await queue.flush();
        byIdentity = await readIdentities(store, db);
      }
      return byIdentity.get(identityOf(source)) ?? null;
    },
    add(key, source, id) {
      const identity = identityOf(source);
      byKey.set(key, id);
      if (!isBare(source)) byIdentity?.set(identity, id);
      added.push({ key, identity });
    },
    keep() {
      added = [];
    },
    takeBack() {
      for (const { key, identity } of added) {
        byKey.delete(key);
        byIdentity?.delete(identity);
      }
      added = [];
    },
  };
}

async function readIdentities({ t }: Store, db: Db): Promise<Map<string, string>> {
  const { id, publisher, title, url } = t.source;
  const rows = await db.select({ id, publisher, title, url }).from(t.source).orderBy(id);
  return new Map(rows.filter((row) => !isBare(row)).map((row) => [identityOf(row), row.id]));
}

type Identity = Pick<Source, "publisher" | "title" | "url">;

function identityOf({ publisher, title, url }: Identity): string {
  return JSON.stringify([publisher, title, url]);
}

/** Of a source of which nothing is said nobody can tell that it is the same. */
function isBare({ publisher, title, url }: Identity): boolean {
  return publisher === "" && title === "" && url === "";
}
