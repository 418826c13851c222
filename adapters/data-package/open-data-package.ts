import { once } from "node:events";
import { buffer } from "node:stream/consumers";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { DomainError } from "../../domain/errors";
import type { ImportFault } from "../../domain/import/import-item";
import { shown } from "../../domain/issue";
import type { TableFile } from "../../domain/tables/table-file";
import { findTables, MAX_DESCRIPTION, readersOf } from "./find-tables";

/** What a package may be at most, so that a small file cannot fill a machine. */
export type PackageLimits = { entries: number; bytes: number; ratio: number };
export const PACKAGE_LIMITS: PackageLimits = { entries: 100, bytes: 2_000_000_000, ratio: 250 };
/** Below this a file may be packed as tightly as it likes. */
const FREE_BYTES = 10_000_000;

/**
 * A data package, opened. `tables`: those of ours in it. `faults`: files in it that are none. `profile`: for which
 * readers it was given out, null where it does not say; of all but `internal` it lacks what they may not see.
 */
export type DataPackage = {
  tables: TableFile[];
  faults: ImportFault[];
  profile: string | null;
  close(): void;
};

/**
 * Opens a zip of our tables, without unpacking it anywhere; whoever opens it must close it.
 * Errors: `package.not_a_zip`, `package.unsafe_name` (a path that leads out of it), `package.encrypted`,
 * `package.too_many_files`, `package.too_large`, `package.packed_too_tightly`, `package.no_table`.
 */
export async function openDataPackage(
  path: string,
  limits: PackageLimits = PACKAGE_LIMITS,
): Promise<DataPackage> {
  const zip = await openZip(path);
  try {
    const entries = await readEntries(zip, limits);
    const found = await findTables(
      entries.map((entry) => ({ name: entry.fileName, bytes: () => bytesOf(zip, entry) })),
    );
    const about = entries.find(({ fileName }) => /(^|\/)datapackage\.json$/.test(fileName));
    const profile = about ? await profileOf(zip, about) : null;
    return { ...found, profile, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function openZip(path: string): Promise<ZipFile> {
  try {
    return await openPromise(path, { autoClose: false, strictFileNames: true });
  } catch (cause) {
    if (isOfSystem(cause)) throw cause;
    throw new DomainError("package.not_a_zip", {}, { cause });
  }
}

async function readEntries(zip: ZipFile, limits: PackageLimits): Promise<Entry[]> {
  const entries: Entry[] = [];
  let bytes = 0;
  if (zip.entryCount > limits.entries)
    throw new DomainError("package.too_many_files", { value: zip.entryCount, max: limits.entries });
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.fileName.endsWith("/")) continue;
      if (entry.isEncrypted())
        throw new DomainError("package.encrypted", { value: entry.fileName });
      const { uncompressedSize: size, compressedSize: packed } = entry;
      bytes += size;
      if (bytes > limits.bytes) throw new DomainError("package.too_large", { max: limits.bytes });
      if (size > FREE_BYTES && size > packed * limits.ratio)
        throw new DomainError("package.packed_too_tightly", { value: shown(entry.fileName) });
      entries.push(entry);
    }
  } catch (cause) {
    if (cause instanceof DomainError || isOfSystem(cause)) throw cause;
    const isName =
      cause instanceof Error && /file ?name|relative path|absolute path/i.test(cause.message);
    throw new DomainError(isName ? "package.unsafe_name" : "package.not_a_zip", {}, { cause });
  }
  return entries;
}

/** The bytes of a file in it; never more than it says that it has. */
async function* bytesOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  const stream = await zip.openReadStreamPromise(entry);
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw isOfSystem(cause) ? cause : new DomainError("package.not_a_zip", {}, { cause });
  } finally {
    if (!stream.closed) {
      stream.destroy();
      await once(stream, "close").catch(() => undefined);
    }
  }
}

async function profileOf(zip: ZipFile, entry: Entry): Promise<string | null> {
  if (entry.uncompressedSize > MAX_DESCRIPTION) return null;
  return readersOf(await buffer(bytesOf(zip, entry)));
}

/** That a file is not there or cannot be read is no fault of what is in it. */
function isOfSystem(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
