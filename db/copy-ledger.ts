import { setImmediate } from "node:timers/promises";
import { asc, eq, sql } from "drizzle-orm";
import { type PgTable, getTableConfig as postgresConfig } from "drizzle-orm/pg-core";
import { type AnySQLiteColumn, getTableConfig as sqliteConfig } from "drizzle-orm/sqlite-core";
import { DomainError } from "../domain/errors";
import { manyRows } from "./many-rows";
import type { Tables } from "./schema";
import type { Db, Store } from "./store";

const BATCH = 2_000;

/**
 * Copies all of a ledger, as it stands at one moment, into an empty one, from either engine to either: accounts, log
 * and all. `to` is migrated and holds nothing else. Returns how many rows of all tables were copied.
 * Errors: `restore.not_empty`.
 */
export async function copyLedger(
  from: Store,
  to: Store,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<number> {
  // Blocks are made of the entries, and made anew by whoever opens the copy to serve it.
  const names = (Object.keys(from.t) as (keyof Tables)[]).filter(
    (name) => name !== "incidentBlock",
  );
  return from.snapshot((reading) =>
    to.tx(async (writing) => {
      await refuseUnlessEmpty(to, writing);
      await writing.delete(to.t.ledgerState);
      let all = 0;
      for (const name of names) all += await countRows(from, reading, name);
      let done = 0;
      for (const name of names) {
        const later: Record<string, unknown>[] = [];
        for (let at = 0; ; at += BATCH) {
          const rows = await readRows(from, reading, name, at);
          const many = manyRows(to, writing);
          many.add(name, rows.map((row) => withoutOwn(name, row, later)) as never[]);
          await many.write();
          done += rows.length;
          onProgress(done, all);
          await setImmediate();
          if (rows.length < BATCH) break;
        }
        await pointBack(to, writing, name, later);
      }
      return done;
    }),
  );
}

/** A column by which a row points to another of its own table, which may come later. */
const OWN = {
  location: "parentId",
  incident: "mergedIntoId",
  peopleGroup: "partOfId",
} as const;

function withoutOwn(
  name: keyof Tables,
  row: Record<string, unknown>,
  later: Record<string, unknown>[],
): Record<string, unknown> {
  const column = OWN[name as keyof typeof OWN];
  if (column === undefined || row[column] === null) return row;
  later.push(row);
  // A place that is no country must have a parent at once, so of those the parents come first.
  return name === "location" ? row : { ...row, [column]: null };
}

async function pointBack(
  { t }: Store,
  db: Db,
  name: keyof Tables,
  rows: Record<string, unknown>[],
): Promise<void> {
  if (name === "incident")
    for (const { id, mergedIntoId } of rows as { id: string; mergedIntoId: string }[])
      await db.update(t.incident).set({ mergedIntoId }).where(eq(t.incident.id, id));
  if (name === "peopleGroup")
    for (const row of rows as { incidentId: string; id: string; partOfId: string }[])
      await db
        .update(t.peopleGroup)
        .set({ partOfId: row.partOfId })
        .where(
          sql`${t.peopleGroup.incidentId} = ${row.incidentId} and ${t.peopleGroup.id} = ${row.id}`,
        );
}

async function readRows(
  { dialect, t }: Store,
  db: Db,
  name: keyof Tables,
  offset: number,
): Promise<Record<string, unknown>[]> {
  const table = t[name] as Tables["incident"];
  const depth =
    name === "location"
      ? [
          sql`case ${t.location.kind} when 'country' then 0 when 'province' then 1 when 'locality' then 2 else 3 end`,
        ]
      : [];
  return db
    .select()
    .from(table)
    .orderBy(...depth, ...keyOf(dialect, table).map((column) => asc(column)))
    .limit(BATCH)
    .offset(offset);
}

function keyOf(dialect: Store["dialect"], table: Tables["incident"]): AnySQLiteColumn[] {
  const { columns, primaryKeys } =
    dialect === "sqlite"
      ? sqliteConfig(table)
      : (postgresConfig(table as unknown as PgTable) as unknown as ReturnType<typeof sqliteConfig>);
  return primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
}

async function countRows({ t }: Store, db: Db, name: keyof Tables): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)`.mapWith(Number) })
    .from(t[name] as Tables["incident"]);
  return row!.n;
}

async function refuseUnlessEmpty({ t }: Store, db: Db): Promise<void> {
  for (const table of [t.incident, t.source, t.account, t.revision, t.location]) {
    const some = await db.select({ one: sql`1` }).from(table).limit(1);
    if (some.length > 0) throw new DomainError("restore.not_empty");
  }
}
