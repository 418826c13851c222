import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

const SOURCE_FOLDERS = ["app", "components", "domain", "db", "adapters", "messages", "public"];
const SOURCES_AT_TOP =
  /^([^/]+\.config\.\w+|proxy\.ts|instrumentation(-client)?\.ts|tsconfig\.json|package-lock\.json)$/;
const TESTS = /\.test\.tsx?$/;

/** Builds the app unless the last build was made from the very same sources. Throws where the build fails. */
export async function buildApp(projectDir: string): Promise<"built" | "unchanged"> {
  const stampPath = join(projectDir, ".next/ledger-build.json");
  const sources = digestOfSources(projectDir);
  if (isBuiltFrom(sources, projectDir, stampPath)) return "unchanged";
  await runNextBuild(projectDir);
  writeFileSync(stampPath, JSON.stringify({ sources }));
  return "built";
}

function isBuiltFrom(sources: string, projectDir: string, stampPath: string): boolean {
  if (!existsSync(stampPath) || !existsSync(join(projectDir, ".next/BUILD_ID"))) return false;
  return readFileSync(stampPath, "utf8") === JSON.stringify({ sources });
}

function digestOfSources(projectDir: string): string {
  const hash = createHash("sha256");
  for (const path of listSources(projectDir)) {
    const content = readFileSync(join(projectDir, path));
    // The length keeps two files from being taken for one.
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

function listSources(projectDir: string): string[] {
  const inFolders = SOURCE_FOLDERS.map((folder) => join(projectDir, folder))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !TESTS.test(entry.name))
    .map((entry) => relative(projectDir, join(entry.parentPath, entry.name)));
  const atTop = readdirSync(projectDir).filter((name) => SOURCES_AT_TOP.test(name));
  return [...inFolders, ...atTop].sort();
}

async function runNextBuild(projectDir: string): Promise<void> {
  const next = createRequire(join(projectDir, "package.json")).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: projectDir,
    stdio: "inherit",
    // It needs no database, and is told of none.
    env: { ...process.env, DATABASE_URL: "", NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const end = () => child.kill();
  process.once("SIGTERM", end);
  const code = await new Promise<number | null>((done, failed) => {
    child.on("error", failed);
    child.on("exit", done);
  });
  process.off("SIGTERM", end);
  if (code !== 0) throw new Error("The app could not be built; the reason is above.");
}
