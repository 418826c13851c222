import { DomainError } from "../domain/errors";
import type { Profile } from "./profile";
import type { Store } from "./store";

/** How a store is opened; without: the internal ledger, for writing. A verified store can only be read. */
export type Opening = { profile?: Profile; readOnly?: boolean };

/**
 * Opens the database an address names: `file:path/to/ledger.db` or `postgres://…`.
 * For writing, the file is created where it does not exist, its folder too. Errors: `database.unknown_scheme`.
 * Of the two engines only the one that is asked for is loaded: the other would have every start wait.
 */
export async function openStore(url: string, opening: Opening = {}): Promise<Store> {
  const { profile = "internal" } = opening;
  const readOnly = profile === "verified" || opening.readOnly === true;
  if (url.startsWith("file:")) {
    const { openSqlite } = await import("./client.sqlite");
    return openSqlite(url.slice("file:".length), profile, readOnly);
  }
  if (/^postgres(ql)?:\/\//.test(url)) {
    const { openPostgres } = await import("./client.postgres");
    return openPostgres(url, profile, readOnly);
  }
  throw new DomainError("database.unknown_scheme", { value: url.replace(/:\/\/.*@/, "://…@") });
}
