import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Bytes of a file that may be imported. */
export const MAX_UPLOAD_BYTES = 200 * 1024 * 1024;

/** An upload would be larger than `MAX_UPLOAD_BYTES`. */
export class UploadTooLarge extends Error {}

const ID = /^[0-9a-f]{24}$/;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Where files wait that are to be imported: beside a SQLite file, else in the program's own data folder. */
export function uploadFolder(databaseUrl: string): string {
  return databaseUrl.startsWith("file:")
    ? join(dirname(databaseUrl.slice("file:".length)), "imports")
    : join("data", "imports");
}

/** The file of an upload. Throws where the id is none of ours: it would name any file. */
export function uploadPath(folder: string, id: string): string {
  if (!ID.test(id)) throw new Error("no id of an upload");
  return join(folder, id);
}

/**
 * Writes the next bytes of an upload, which its owner alone can read. `at`: how many are there already; returns how
 * many there are now. Where there are others than `at` nothing is written, so that a piece that was sent twice is
 * there once. Throws UploadTooLarge beyond the limit.
 */
export async function appendUpload(
  folder: string,
  id: string,
  at: number,
  bytes: Uint8Array,
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(uploadPath(folder, id), "a", 0o600);
  try {
    const { size } = await file.stat();
    if (size !== at) return size;
    if (size + bytes.length > MAX_UPLOAD_BYTES) throw new UploadTooLarge();
    await file.write(bytes);
    return size + bytes.length;
  } finally {
    await file.close();
  }
}

/** How large an upload is, and the SHA-256 of its bytes, hexadecimal. Null where there is none. */
export async function describeUpload(
  folder: string,
  id: string,
): Promise<{ size: number; sha256: string } | null> {
  const path = uploadPath(folder, id);
  const found = await stat(path).catch(() => null);
  if (!found) return null;
  return { size: found.size, sha256: await hashFile(path) };
}

/** The SHA-256 of a file's bytes, hexadecimal. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

/** Gives an upload the id of the import that it became. */
export async function renameUpload(folder: string, from: string, to: string): Promise<void> {
  await rename(uploadPath(folder, from), uploadPath(folder, to));
}

export async function removeUpload(folder: string, id: string): Promise<void> {
  await rm(uploadPath(folder, id), { force: true });
}

/** Removes uploads that nobody has touched for a day and of which `isWaiting` knows nothing. `now`: milliseconds. */
export async function forgetUploads(
  folder: string,
  isWaiting: (id: string) => boolean,
  now: number,
): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!ID.test(name) || isWaiting(name)) continue;
    const { mtimeMs } = await stat(join(folder, name));
    if (mtimeMs < now - DAY_MS) await rm(join(folder, name), { force: true });
  }
}
