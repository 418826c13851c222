import { type ChildProcess, spawn } from "node:child_process";
import { Agent } from "node:http";

/** A server that a spec starts for itself, on databases of its own. `output`: all it has written so far. */
export type OwnServer = {
  port: number;
  agent: Agent;
  output: () => string;
  stop: () => Promise<void>;
};

/**
 * Starts the built app on a database; `distance`: how far its port is from that of the server all specs share, so
 * that no two are the same. Its clock stands still, so that no answer differs because time passed.
 */
export async function startOwnServer(
  databaseUrl: string,
  distance: number,
  variables: Record<string, string> = {},
): Promise<OwnServer> {
  const port = Number(process.env.E2E_PORT || 3210) + distance;
  const args = ["--import", "tsx", "--import", standingClock(Date.now()), "cli/start.ts"];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      HOST: "127.0.0.1",
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      // Each request comes from an address of its own, or the limit on downloads would answer.
      TRUSTED_PROXIES: "127.0.0.1",
      ...variables,
    },
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
  return { port, agent, output: () => written, stop };
}

function ready(child: ChildProcess, written: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout!.on("data", () => written().includes("is ready on") && resolve());
    child.once("exit", () => reject(new Error(`The server ended: ${written()}`)));
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
