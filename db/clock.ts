import { randomBytes } from "node:crypto";

/** Time and chance as commands use them; tests give their own. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Uniformly random bytes. */
  randomBytes(count: number): Uint8Array;
};

export const systemClock: Clock = { now: () => Date.now(), randomBytes: drawnBytes };

const DRAWN_AT_ONCE = 4_096;
/** Secrets are longer, and each is drawn by itself. */
const LONGEST_ID = 16;
let drawn = new Uint8Array();
let used = 0;

/** Bytes for ids and salts, of many that are drawn at once: to ask for them takes longer than to make them. */
function drawnBytes(count: number): Uint8Array {
  if (count > LONGEST_ID) return randomBytes(count);
  if (used + count > drawn.length) {
    drawn = Uint8Array.from(randomBytes(DRAWN_AT_ONCE));
    used = 0;
  }
  const bytes = drawn.slice(used, used + count);
  drawn.fill(0, used, used + count);
  used += count;
  return bytes;
}
