import { hash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { gt } from "drizzle-orm";
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
      const met = byKey.get(short(key));
      if (met !== undefined) return met;
      if (byIdentity === null) {
        await queue.flush();
        byIdentity = await readIdentities(store, db);
      }
      return byIdentity.get(identityOf(source)) ?? null;
    },
    add(name, source, id) {
      const identity = identityOf(source);
      const key = short(name);
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

/** Read some at a time: a ledger may hold very many. Of several that say the same the last by its id is found. */
async function readIdentities({ t }: Store, db: Db): Promise<Map<string, string>> {
  const { id, publisher, title, url } = t.source;
  const known = new Map<string, string>();
  for (let last = ""; ; await setImmediate()) {
    const rows = await db
      .select({ id, publisher, title, url })
      .from(t.source)
      .where(gt(id, last))
      .orderBy(id)
      .limit(READ_AT_ONCE);
    for (const row of rows) if (!isBare(row)) known.set(identityOf(row), row.id);
    if (rows.length < READ_AT_ONCE) return known;
    last = rows.at(-1)!.id;
  }
}

const READ_AT_ONCE = 2_000;

type Identity = Pick<Source, "publisher" | "title" | "url">;

function identityOf({ publisher, title, url }: Identity): string {
  return short(JSON.stringify([publisher, title, url]));
}

/** So that a million of them fit into memory: two texts have the same where 132 bits of their hashes are. */
function short(text: string): string {
  return hash("sha256", text, "base64").slice(0, 22);
}

/** Of a source of which nothing is said nobody can tell that it is the same. */
function isBare({ publisher, title, url }: Identity): boolean {
  return publisher === "" && title === "" && url === "";
}
