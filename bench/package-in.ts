import { openImportFile } from "../adapters/import-file";
import { createImport } from "../db/commands/create-import";
import { runImport } from "../db/commands/run-import";
import { forAll } from "../domain/personal-data/import-decisions";
import { WRITER } from "./people";
import { whatItTook } from "./what-it-took";
import { withEmptyLedger } from "./with-empty-ledger";

// A program of its own: what it takes to bring a data package into a ledger without incidents, and the memory at most.
const file = await openImportFile(process.argv[2]!, "bench.zip");
if (file.format !== "package") throw new Error("It is no data package.");
const { format, reading, headersDigest, items } = file;
const took = await withEmptyLedger((store) =>
  whatItTook(async () => {
    const about = { fileName: "bench.zip", fileSize: 0, sha256: "0".repeat(64) };
    const { id } = await createImport(store, { ...about, format, reading, headersDigest }, WRITER);
    const decisions = forAll({ do: "keep", reason: "Kept in the ledger it comes from" });
    const how = { mode: "all", decisions, restores: true } as const;
    const { isApplied, incidents, faults } = await runImport(store, { ...how, id, items }, WRITER);
    if (!isApplied) throw new Error(`It did not come in: ${JSON.stringify(faults[0])}`);
    return incidents.created;
  }),
);
file.close();
console.log(JSON.stringify(took));
