import "server-only";
import { uploadFolder } from "../../adapters/uploads";

/** Where files wait in this process that are to be imported. */
export function importFolder(): string {
  return uploadFolder(process.env.DATABASE_URL || "file:./data/ledger.db");
}
