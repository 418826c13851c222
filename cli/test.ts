import { spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { resolve } from "node:path";
import { closingLine, sumTallies, type Tally, tallyPlaywright } from "./test-tally";

type Step = {
  name: string;
  /** The script in package.json. */
  script: string;
  /** Where the step runs many tests: its report and how to read it. */
  report?: { path: string; tally: (report: never) => Tally };
  /** The steps after it make no sense where this one failed. */
  isGate?: boolean;
};

const projectDir = resolve(import.meta.dirname, "..");

const checks: Step[] = [
  { name: "formatting and lint", script: "check:lint" },
  { name: "types", script: "check:types" },
  { name: "layer rules", script: "check:layers" },
  { name: "dead code", script: "check:dead-code" },
  {
    name: "unit and contract tests",
    script: "check:units",
    report: { path: "test-results/units.json", tally: (units: Tally) => units },
  },
];

const browserTests: Step[] = [
  { name: "build", script: "build", isGate: true },
  {
    name: "browser tests",
    script: "check:browser",
    report: { path: "test-results/playwright.json", tally: tallyPlaywright },
  },
];

const steps = process.argv.includes("--check") ? checks : [...checks, ...browserTests];
const tallies: Tally[] = [];
const failures: string[] = [];

warnWithoutPostgres();
for (const step of steps) {
  const outcome = await runStep(step);
  tallies.push(outcome.tally);
  if (outcome.isGood) continue;
  failures.push(step.name);
  if (step.isGate) break;
}
warnWithoutPostgres();
const sum = sumTallies(tallies);
for (const fault of sum.faults) console.log(`\n${fault}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
console.log(`\n${closingLine(sum)}`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function runStep({ name, script, report }: Step): Promise<{
  tally: Tally;
  isGood: boolean;
}> {
  console.log(`\n== ${name} ==`);
  const startedAt = performance.now();
  if (report) rmSync(resolve(projectDir, report.path), { force: true });
  const exitCode = await runScript(script);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const tally = tallyStep(exitCode, report);
  const isGood = tally.failed === 0;
  console.log(`== ${name}: ${isGood ? "passed" : "FAILED"} in ${seconds} s ==`);
  return { tally, isGood };
}

/** A step that fails, or leaves no report, without naming a failing test is one failure: none is ever lost. */
function tallyStep(exitCode: number, report: Step["report"]): Tally {
  const isGood = exitCode === 0;
  if (!report) return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 };
  const path = resolve(projectDir, report.path);
  if (!existsSync(path)) return { passed: 0, failed: 1, skipped: 0 };
  const tally = report.tally(JSON.parse(readFileSync(path, "utf8")) as never);
  return !isGood && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function runScript(script: string): Promise<number> {
  const child = spawn("npm", ["run", "--silent", script], {
    cwd: projectDir,
    stdio: "inherit",
    // On Windows npm is a batch file, which only a shell can run.
    shell: process.platform === "win32",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  return new Promise((done) => {
    child.on("error", (error) => {
      console.error(error.message);
      done(1);
    });
    child.on("exit", (code) => done(code ?? 1));
  });
}

function warnWithoutPostgres() {
  if (process.env.TEST_POSTGRES_URL) return;
  console.log(`
!! TEST_POSTGRES_URL is not set: the contract tests run on SQLite only.
!! EVERY POSTGRESQL TEST IS SKIPPED. Set it to the address of an empty test database to run them.`);
}
