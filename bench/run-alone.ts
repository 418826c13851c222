import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Runs one of the programs here in a process of its own, and reads what it says of itself. */
export async function runAlone(program: string, argument: string): Promise<unknown> {
  const path = join(import.meta.dirname, program);
  const child = spawn(process.execPath, ["--import", "tsx", path, argument], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((done, failed) => {
    child.on("error", failed);
    child.on("exit", done);
  });
  const [out, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`The program ${program} ended with ${code}.`);
  return JSON.parse(out);
}
