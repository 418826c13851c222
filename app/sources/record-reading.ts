import "server-only";
import type { Source } from "../../domain/source";
import { keepAccess } from "../_server/keep-access";
import { currentActor } from "../_server/session";

/** Keeps that somebody reads a source in full, where it is restricted. */
export async function recordReading(
  source: Pick<Source, "access"> & { ref: string },
): Promise<void> {
  if (source.access !== "restricted") return;
  const access = { action: "read", entity: "source", entityId: source.ref, detail: "" } as const;
  await keepAccess(await currentActor(), access);
}
