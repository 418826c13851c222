import { runAlone } from "./run-alone";

/** Starts the data layer in a process of its own: milliseconds from nothing to the first list, and memory then. */
export async function started(url: string): Promise<{ ms: number; mb: number }> {
  return (await runAlone("start-up.ts", url)) as { ms: number; mb: number };
}
