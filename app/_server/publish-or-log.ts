import "server-only";
import { publishNow } from "./store";

/**
 * Has the public store follow what a command decided. False where it could not, which is logged: it will, with the
 * next command or at the next start.
 */
export async function publishOrLog(): Promise<boolean> {
  try {
    await publishNow();
    return true;
  } catch (error) {
    console.error("The public store could not be brought in line:", (error as Error).name);
    return false;
  }
}
