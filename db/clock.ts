import { randomBytes } from "node:crypto";

/** Time and chance as commands use them; tests give their own. */
export type Clock = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Uniformly random bytes. */
  randomBytes(count: number): Uint8Array;
};

export const systemClock: Clock = { now: () => Date.now(), randomBytes };
