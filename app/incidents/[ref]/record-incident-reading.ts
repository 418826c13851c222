import "server-only";
import type { Store } from "../../../db/store";
import type { Actor } from "../../../domain/actor";
import type { IncidentView } from "../../../domain/incident-view";
import { keepAccess } from "../../_server/keep-access";

/** Keeps that somebody reads what restricted sources say in an incident; viewers see neither their words nor who they are. */
export async function recordIncidentReading(
  store: Store,
  actor: Actor,
  { ref, sources }: Pick<IncidentView, "ref" | "sources">,
): Promise<void> {
  if (store.profile !== "internal") return;
  if (!sources.some(({ access }) => access === "restricted")) return;
  await keepAccess(actor, { action: "read", entity: "incident", entityId: ref, detail: "" });
}
