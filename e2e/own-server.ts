import { spawn } from "node:child_process";

/** A server beside the one that all specs share. `output`: all it has printed so far. */
export type OwnServer = { at: string; output: () => string; stop: () => Promise<void> };

const READY_MS = 120_000;

/**
 * Starts the built program on a port of its own, `beside` the shared one, and waits until it is ready.
 * Throws with what it printed where it ends before that.
 */
export async function startServer(
  beside: number,
  settings: Record<string, string>,
): Promise<OwnServer> {
  const port = Number(process.env.E2E_PORT || 3210) + beside;
  const server = spawn(process.execPath, ["--import", "tsx", "cli/start.ts"], {
    env: { ...process.env, PORT: String(port), ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  const stop = async () => {
    server.kill();
    await ended;
  };
  await new Promise<void>((ready, fail) => {
    const tooLate = setTimeout(() => fail(new Error(`It is not ready:\n${printed}`)), READY_MS);
    const read = (text: Buffer) => {
      printed += text;
      if (printed.includes("is ready on")) ready();
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    ended.then(() => fail(new Error(`It ended:\n${printed}`)));
    server.once("exit", () => clearTimeout(tooLate));
  }).catch(async (error) => {
    await stop();
    throw error;
  });
  return { at: `http://127.0.0.1:${port}`, output: () => printed, stop };
}
