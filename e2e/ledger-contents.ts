import { createHash } from "node:crypto";
import type { Store } from "../db/store";

/** Notes of who was there, which reading and being refused may add to. */
const NOTES = ["accountSession", "throttle", "accessEntry"];
/** Of a view that its feed was read. */
const NOTED = "feedUsedAt";
/** What is made of the rest beside all answers. */
const DERIVED = ["incidentBlock"];
/** What only the start command writes; too much to read after each call. */
const GAZETTEER = ["location", "locationName"];

/** A digest of what the ledger holds, apart from the gazetteer; of sessions only which there are. */
export async function contentsOf(store: Store): Promise<string> {
  const tables = Object.keys(store.t).filter(
    (name) => ![...NOTES, ...DERIVED, ...GAZETTEER].includes(name),
  );
  const { accountSession: session } = store.t;
  const sessions = await store.read.select({ id: session.id }).from(session);
  return digest([sessions, await rowsOf(store, tables)]);
}

export async function gazetteerOf(store: Store): Promise<string> {
  return digest(await rowsOf(store, GAZETTEER));
}

async function rowsOf(store: Store, tables: string[]): Promise<unknown[]> {
  const all = [];
  for (const name of tables) {
    const table = store.t[name as keyof Store["t"]] as Store["t"]["incident"];
    const rows = await store.read.select().from(table);
    all.push(NOTED in table ? rows.map((row) => ({ ...row, [NOTED]: undefined })) : rows);
  }
  return all;
}

function digest(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
