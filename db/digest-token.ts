import { createHash } from "node:crypto";
import type { Clock } from "./clock";

/** A secret nobody can guess, 256 bits in 43 letters and digits; it is shown once and stored as its digest only. */
export function newToken(clock: Clock): string {
  return Buffer.from(clock.randomBytes(32)).toString("base64url");
}

/** SHA-256, hexadecimal. A secret of 256 bits needs no salt and no slow digest. */
export function digestToken(token: string): string {
  return createHash("sha256").update(token, "utf8").digest("hex");
}
