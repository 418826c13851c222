import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getIncident } from "../../../db/queries/get-incident";
import type { Store } from "../../../db/store";
import type { IncidentView } from "../../../domain/incident-view";
import { readReference } from "../../../domain/reference";
import { readFirst } from "../../_server/reader";
import { currentActor } from "../../_server/session";
import { recordIncidentReading } from "./record-incident-reading";

/**
 * The incident of an address with the store it comes from, once a request. An address that is none, or of no
 * incident, is not found; one in lower case, or of an incident that was merged, leads to the right one; `page` is what
 * follows the reference there.
 */
export const loadIncidentFrom = cache(
  async (typed: string, page = ""): Promise<{ view: IncidentView; store: Store }> => {
    const ref = readReference("INC", typed);
    if (ref === null) notFound();
    const actor = await currentActor();
    const read = await readFirst(actor, (store) => getIncident(store, actor, ref));
    if (read === null) notFound();
    const { found: view, store } = read;
    if (view.mergedInto !== null) redirect(`/incidents/${view.mergedInto}${page}`);
    if (typed !== ref) redirect(`/incidents/${ref}${page}`);
    await recordIncidentReading(store, actor, view);
    return { view, store };
  },
);

/** The same without the store. */
export async function loadIncident(typed: string, page = ""): Promise<IncidentView> {
  return (await loadIncidentFrom(typed, page)).view;
}
