import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { keepPrivate } from "./keep-private";

it.skipIf(process.platform === "win32")(
  "files that an earlier version left readable to all are so no more",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-private-"));
    try {
      const path = join(folder, "ledger.db");
      for (const file of [path, `${path}-wal`]) writeFileSync(file, "", { mode: 0o644 });
      keepPrivate(`file:${path}`);
      for (const file of [path, `${path}-wal`]) expect(statSync(file).mode & 0o777).toBe(0o600);
      keepPrivate("postgres://127.0.0.1/ledger");
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
