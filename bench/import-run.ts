import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../db/client";
import { writeMissingEntries } from "../db/incident-entries";
import { seedGazetteer } from "../db/seed/seed-gazetteer";
import { importInto } from "./import-file";

// A program of its own: what it takes to import a file into a ledger without incidents, and the memory at most.
const folder = mkdtempSync(join(tmpdir(), "ledger-bench-"));
const store = await openStore(`file:${join(folder, "ledger.db")}`);
try {
  await store.migrate();
  await seedGazetteer(store);
  await writeMissingEntries(store);
  const start = performance.now();
  const before = process.cpuUsage();
  const rows = await importInto(store, { path: process.argv[2]!, mode: "all" });
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      rows,
      ms: performance.now() - start,
      cpuMs: (user + system) / 1000,
      mb: process.resourceUsage().maxRSS / 1024,
    }),
  );
} finally {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}
