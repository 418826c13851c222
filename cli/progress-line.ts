type Terminal = Pick<NodeJS.WriteStream, "isTTY" | "write">;

const QUIET_MS = 1000;
const EVERY_MS = 200;

/**
 * A line on a terminal that says how far something is that takes more than a second; nothing where the output goes
 * elsewhere. `now`: milliseconds. `end` takes the line away again.
 */
export function progressLine(
  say: (done: number) => string,
  terminal: Terminal = process.stderr,
  now: () => number = Date.now,
): { at(done: number): void; end(): void } {
  let last = now() + QUIET_MS - EVERY_MS;
  let isShown = false;
  return {
    at(done) {
      if (!terminal.isTTY || now() - last < EVERY_MS) return;
      last = now();
      isShown = true;
      terminal.write(`\r\x1b[K${say(done)}`);
    },
    end() {
      if (isShown) terminal.write("\r\x1b[K");
    },
  };
}
