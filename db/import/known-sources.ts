import type { Source } from "../../domain/source";
import type { Db, Store } from "../store";

/** Sources of the ledger by what tells them apart to a reader; what an import adds is added here. */
export type KnownSources = {
  /** The id of the source that rows bring under this key, or of one with the same publisher, title and address. */
  find(key: string, source: Source): Promise<string | null>;
  add(key: string, source: Source, id: string): void;
};

/** They are read once, when the first is asked for: rows of a table cite some sources again and again. */
export function knownSources(store: Store, db: Db): KnownSources {
  const byKey = new Map<string, string>();
  let byIdentity: Map<string, string> | null = null;
  return {
    async find(key, source) {
      const met = byKey.get(key);
      if (met !== undefined) return met;
      byIdentity ??= await readIdentities(store, db);
      return byIdentity.get(identityOf(source)) ?? null;
    },
    add(key, source, id) {
      byKey.set(key, id);
      if (!isBare(source)) byIdentity?.set(identityOf(source), id);
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
