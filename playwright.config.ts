import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/find-browser";
import { sharedLedgers } from "./e2e/ledgers";

// The workers load this file again: what the first process chose reaches them through the environment.
process.env.CHROMIUM_PATH = findBrowser();
process.env.LEDGER_E2E_ROOT ??= temporaryFolder();
process.env.LEDGER_E2E_FIRST_PORT ??= process.env.E2E_PORT || "3210";
const ledgers = sharedLedgers(
  process.env.LEDGER_E2E_ROOT,
  Number(process.env.LEDGER_E2E_FIRST_PORT),
);
for (const { folder } of ledgers) mkdirSync(folder, { recursive: true });
const own = ledgers[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]!;
process.env.LEDGER_E2E_FOLDER = own.folder;
process.env.E2E_PORT = String(own.port);

const asAdmin = { dependencies: ["accounts"], use: { storageState: own.adminState } };
/** It fills its ledger with much that no other spec expects, and takes long: what needs no ledger of ours runs beside. */
const LAST = ["every-endpoint.spec.ts"];
/** In this order: what takes longest first, so that both workers end together. */
const ON_OTHERS = ["non-interference", "canary", "public-address", "first-start"].map(
  (name) => `${name}.spec.ts`,
);

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  workers: ledgers.length,
  retries: 0,
  // A spec that walks many screens through axe takes half a minute on two cores, and longer where they are busy.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  projects: [
    { name: "accounts", testMatch: "accounts.setup.ts" },
    { name: "specs", testIgnore: [...LAST, ...ON_OTHERS], ...asAdmin },
    { name: "endpoints", testMatch: LAST, ...asAdmin },
    ...ON_OTHERS.map((file) => ({ name: file, testMatch: file, ...asAdmin })),
  ],
  use: {
    baseURL: own.origin,
    // What a test that failed has left on the page is told in words; `--trace=retain-on-failure` records all, and a fifth longer.
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Chromium refuses its sandbox to root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-background-networking"],
    },
  },
  // One after the other: the first builds, where nothing is built yet.
  webServer: ledgers.map(({ port, origin, databaseUrl }) => ({
    command: "npm start",
    url: `${origin}/`,
    // Callers without a browser come from addresses of their own, so that none waits for what others download.
    env: {
      PORT: String(port),
      HOST: "127.0.0.1",
      DATABASE_URL: databaseUrl,
      TRUSTED_PROXIES: "127.0.0.1",
    },
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 10_000 },
    stdout: "pipe" as const,
  })),
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ledger-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
