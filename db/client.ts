import { DomainError } from "../domain/errors";
import { openPostgres } from "./client.postgres";
import { openSqlite } from "./client.sqlite";
import type { Store } from "./store";

/**
 * Opens the database an address names: `file:path/to/ledger.db` or `postgres://…`.
 * The file is created where it does not exist; its folder too. Errors: `database.unknown_scheme`.
 */
export async function openStore(url: string): Promise<Store> {
  if (url.startsWith("file:")) return openSqlite(url.slice("file:".length));
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url);
  throw new DomainError("database.unknown_scheme", { value: url.replace(/:\/\/.*@/, "://…@") });
}
