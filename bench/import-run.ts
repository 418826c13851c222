import { importInto } from "./import-file";
import { whatItTook } from "./what-it-took";
import { withEmptyLedger } from "./with-empty-ledger";

// A program of its own: what it takes to import a file into a ledger without incidents, and the memory at most.
const path = process.argv[2]!;
const took = await withEmptyLedger((store) =>
  whatItTook(() => importInto(store, { path, mode: "all" })),
);
console.log(JSON.stringify(took));
