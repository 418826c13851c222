import Database from "better-sqlite3";
import { DomainError } from "../domain/errors";
import { HEAD_KEY, type LogHead, readHead } from "./append-revision";
import { PROFILE_KEY } from "./commands/publish-pending";

/** Pages a step: some megabytes, so that whoever else is served waits for some milliseconds. */
const PAGES = 1_000;

/**
 * Copies a SQLite file, as it stands at one moment, while others read and write it. `onProgress`: pages done of all.
 * The copy is a file of its own, without a journal beside it. Throws where `from` is no SQLite file or is damaged.
 */
export async function copyFile(
  from: string,
  to: string,
  onProgress: (done: number, all: number) => void = () => undefined,
): Promise<void> {
  const source = new Database(from, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        onProgress(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
  } finally {
    source.close();
  }
  const copy = new Database(to);
  try {
    copy.pragma("journal_mode = delete");
    const damage = copy.pragma("quick_check(1)", { simple: true });
    if (damage !== "ok") throw new Error(`the copy is damaged: ${damage}`);
  } finally {
    copy.close();
  }
}

/** What a SQLite file says that it holds, without writing beside it. Throws where it is no ledger. */
export function describeFile(path: string): {
  incidents: number;
  head: LogHead | null;
  isPublic: boolean;
} {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const stateOf = (key: string) =>
      file.prepare("select value from ledger_state where key = ?").pluck().get(key) as
        | string
        | undefined;
    return {
      incidents: file.prepare("select count(*) from incident").pluck().get() as number,
      head: readHead(stateOf(HEAD_KEY) ?? ""),
      isPublic: stateOf(PROFILE_KEY) === "public",
    };
  } catch (error) {
    throw new DomainError("restore.no_ledger", {}, { cause: error });
  } finally {
    file.close();
  }
}

/** Throws where another program has a SQLite file open: what it still writes would be lost, or damage what comes. */
export function refuseWhileOpen(path: string): void {
  const connection = new Database(path, { fileMustExist: true, timeout: 0 });
  try {
    connection.pragma("locking_mode = exclusive");
    connection.exec("begin exclusive; rollback");
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith("SQLITE_BUSY"))
      throw new Error("another program has it open: stop that first", { cause: error });
    throw error;
  } finally {
    connection.close();
  }
}
