import { defineConfig } from "vitest/config";
import { unitTally } from "./cli/unit-tally.ts";

export default defineConfig({
  resolve: {
    // The marker package throws outside a server component; the tests of app/_server run in plain Node.
    alias: { "server-only": "server-only/empty.js" },
  },
  test: {
    // Nothing here measures time; a busy machine may take long.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    environment: "node",
    reporters: ["default", unitTally("test-results/units.json")],
    include: ["{domain,db,components,adapters,app,cli,bench}/**/*.test.{ts,tsx}"],
    maxWorkers: 2,
    // A process for each file would spend half of its time on loading the same modules again.
    isolate: false,
  },
});
