import { publishAnew, publishPending } from "../db/commands/publish-pending";
import { openBoth } from "./open-both";

/** Does what was decided about publication, or makes the whole public store anew; returns the line to print. */
export async function publish(
  databaseUrl: string,
  { rebuild = false }: { rebuild?: unknown },
): Promise<string> {
  return openBoth(databaseUrl, async (stores) => {
    if (rebuild === true) {
      const count = await publishAnew(stores, { id: "ledger publish", role: "admin" });
      await publishPending(stores);
      return `Made the public store anew: incidents in it: ${count}.`;
    }
    return `Brought in line with what was decided: incidents: ${await publishPending(stores)}.`;
  });
}
