import { spawn } from "node:child_process";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Starts the data layer in a process of its own: milliseconds from nothing to the first list, and memory then. */
export async function started(url: string): Promise<{ ms: number; mb: number }> {
  const program = join(import.meta.dirname, "start-up.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, url], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((done, failed) => {
    child.on("error", failed);
    child.on("exit", done);
  });
  const [out, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`The program that starts ended with ${code}.`);
  return JSON.parse(out);
}
