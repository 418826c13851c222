import { newReference, type ReferencePrefix } from "../domain/reference";
import type { Clock } from "./clock";

/** An id no one can guess or order: 24 hexadecimal characters. */
export function newId(clock: Clock): string {
  return Buffer.from(clock.randomBytes(12)).toString("hex");
}

/** A reference that `isTaken` does not know; tries again where chance repeats itself. */
export async function newFreeReference(
  prefix: ReferencePrefix,
  clock: Clock,
  isTaken: (ref: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const ref = newReference(prefix, () => clock.randomBytes(1)[0]!);
    if (!(await isTaken(ref))) return ref;
  }
}
