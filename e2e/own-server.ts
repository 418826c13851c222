import { type ChildProcess, spawn } from "node:child_process";
import { Agent } from "node:http";

/** A server beside the one that all specs share, on databases of its own. `output`: all it has written so far. */
export type OwnServer = {
  at: string;
  port: number;
  agent: Agent;
  output: () => string;
  stop: () => Promise<void>;
};

/** How far the port of each is from that of the server all specs share, so that no two are the same. */
const DISTANCES = {
  copy: 40,
  "first start": 41,
  "public address": 42,
  here: 43,
  there: 44,
  leaky: 45,
  canary: 46,
  "canary site": 47,
} as const;

const READY_MS = 120_000;

/**
 * Starts the built program and waits until it is ready; throws with what it wrote where it ends before that.
 * `clockStands`: so that no answer differs because time passed.
 */
export async function startServer(
  name: keyof typeof DISTANCES,
  settings: Record<string, string>,
  { clockStands = false } = {},
): Promise<OwnServer> {
  const port = Number(process.env.E2E_PORT || 3210) + DISTANCES[name];
  const clock = clockStands ? ["--import", standingClock(Date.now())] : [];
  const child = spawn(process.execPath, ["--import", "tsx", ...clock, "cli/start.ts"], {
    env: { ...process.env, HOST: "127.0.0.1", PORT: String(port), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (text: Buffer) => {
      written += text;
    });
  const agent = new Agent({ maxSockets: 4 });
  const stop = async () => {
    agent.destroy();
    await end(child);
  };
  await ready(child, () => written).catch(async (error) => {
    await stop();
    throw error;
  });
  return { at: `http://127.0.0.1:${port}`, port, agent, output: () => written, stop };
}

function ready(child: ChildProcess, written: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}:\n${written()}`));
    const tooLate = setTimeout(() => fail("is not ready"), READY_MS);
    child.stdout!.on("data", () => {
      if (!written().includes("is ready on")) return;
      clearTimeout(tooLate);
      resolve();
    });
    child.once("exit", () => {
      clearTimeout(tooLate);
      fail("ended");
    });
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}

function standingClock(now: number): string {
  const program = `globalThis.Date = new Proxy(Date, {
    construct: (date, given, target) =>
      Reflect.construct(date, given.length === 0 ? [${now}] : given, target),
    get: (date, name) => (name === "now" ? () => ${now} : Reflect.get(date, name)),
  });`;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
