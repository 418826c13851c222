import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findBrowser } from "./e2e/find-browser";

const PORT = Number(process.env.E2E_PORT || 3210);

// The workers load this file again: what the first process chose reaches them through the environment.
process.env.CHROMIUM_PATH = findBrowser();
process.env.LEDGER_E2E_FOLDER ??= temporaryFolder();
const databaseUrl = `file:${join(process.env.LEDGER_E2E_FOLDER, "ledger.db")}`;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/browser",
  // One database stands behind all specs, so they run one after the other.
  workers: 1,
  retries: 0,
  // A spec that walks many screens through axe takes half a minute on two cores, and longer where they are busy.
  timeout: 300_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json", { outputFile: "test-results/playwright.json" }]],
  projects: [
    { name: "accounts", testMatch: "accounts.setup.ts" },
    {
      name: "specs",
      dependencies: ["accounts"],
      use: { storageState: join(process.env.LEDGER_E2E_FOLDER, "admin.json") },
    },
  ],
  use: {
    baseURL: `http://127.0.0.1:${PORT}`,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      // Chromium refuses its sandbox to root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: ["--disable-background-networking"],
    },
  },
  webServer: {
    command: "npm start",
    url: `http://127.0.0.1:${PORT}/`,
    env: { PORT: String(PORT), HOST: "127.0.0.1", DATABASE_URL: databaseUrl },
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 10_000 },
    stdout: "pipe",
  },
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "ledger-e2e-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
