import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { DomainError } from "../../domain/errors";
import { hashFile } from "../uploads";
import { findTables, MAX_DESCRIPTION, readersOf } from "./find-tables";
import { type DataPackage, PACKAGE_LIMITS } from "./open-data-package";

/**
 * A folder of our tables, with all that lies in it, read as a data package that is not zipped.
 * Errors: `package.too_many_files`, `package.no_table`.
 */
export async function openTableFolder(folder: string): Promise<DataPackage> {
  const names = await filesIn(folder);
  const found = await findTables(
    names.map((name) => ({ name, bytes: () => createReadStream(join(folder, name)) })),
  );
  const about = names.find((name) => /(^|\/)datapackage\.json$/.test(name));
  const profile = about === undefined ? null : await profileOf(join(folder, about));
  return { ...found, profile, close: () => undefined };
}

/** The bytes of all its files, and one SHA-256 of their names and digests, hexadecimal. */
export async function describeFolder(folder: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash("sha256");
  let size = 0;
  for (const name of await filesIn(folder)) {
    const path = join(folder, name);
    size += (await stat(path)).size;
    hash.update(`${await hashFile(path)}  ${name}\n`);
  }
  return { size, sha256: hash.digest("hex") };
}

/** Their paths from the folder on, with slashes, in order. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink());
  const max = PACKAGE_LIMITS.entries;
  if (files.length > max)
    throw new DomainError("package.too_many_files", { value: files.length, max });
  return files
    .map((file) => relative(folder, join(file.parentPath, file.name)).split(sep).join("/"))
    .sort();
}

async function profileOf(path: string): Promise<string | null> {
  return (await stat(path)).size > MAX_DESCRIPTION ? null : readersOf(await readFile(path));
}
