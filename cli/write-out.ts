import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** `path` is "-" for standard output; `sha256` in hexadecimal digits. */
export type WrittenFile = { path: string; bytes: number; sha256: string };

/**
 * Writes pieces to a file for this account of the machine alone, whole or not at all: it has its name only when all is
 * written. Refuses to write over a file unless `force`. A path of "-" is standard output.
 */
export async function writeOut(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  { force, onBytes }: { force: boolean; onBytes: (bytes: number) => void },
): Promise<WrittenFile> {
  const hash = createHash("sha256");
  let bytes = 0;
  const take = (piece: string | Uint8Array) => {
    const taken = Buffer.from(piece);
    hash.update(taken);
    bytes += taken.length;
    onBytes(bytes);
    return taken;
  };
  const done = () => ({ path, bytes, sha256: hash.digest("hex") });
  if (path === "-") {
    for await (const piece of pieces)
      if (!process.stdout.write(take(piece))) await once(process.stdout, "drain");
    return done();
  }
  if (!force && existsSync(path))
    throw new Error(`${path} is there already; --force writes over it`);
  await mkdir(dirname(path), { recursive: true });
  const partial = `${path}.part`;
  const handle = await open(partial, "w", 0o600);
  try {
    await handle.chmod(0o600);
    for await (const piece of pieces) await handle.appendFile(take(piece));
    await handle.sync();
    await handle.close();
    await rename(partial, path);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
  return done();
}
