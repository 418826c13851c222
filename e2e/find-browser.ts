import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

/** The first is Chromium without windows, which takes less than half of the processor. */
const NAMES = [
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
];

/**
 * The path of a Chromium to test with. Looked for in this order: CHROMIUM_PATH, a browser on PATH,
 * Playwright's own; then installed: Playwright's own, and for root the system's package.
 */
export function findBrowser(): string {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Error(`CHROMIUM_PATH is "${chosen}": there is no program at that path.`);
  }
  return findOnPath() ?? findPlaywrights() ?? install();
}

function findOnPath(): string | undefined {
  const folders = ["/usr/bin", ...(process.env.PATH ?? "").split(delimiter)];
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

function findPlaywrights(): string | undefined {
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : undefined;
}

function install(): string {
  const isRoot = process.getuid?.() === 0;
  if (run("npx", ["playwright", "install", "chromium"])) {
    const found = findPlaywrights();
    if (found) return found;
  }
  if (isRoot) {
    run("apt-get", ["update"]);
    run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"]);
    const found = findOnPath();
    if (found) return found;
  }
  throw new Error(
    "No browser to test with was found or could be installed: install Chromium, or set CHROMIUM_PATH.",
  );
}

function run(program: string, args: string[]): boolean {
  try {
    execFileSync(program, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    return true;
  } catch {
    return false;
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
