#!/usr/bin/env node
import { register } from "tsx/esm/api";

// The program is not built for the command line: tsx reads it as it stands.
register();
await import("./ledger.ts");
