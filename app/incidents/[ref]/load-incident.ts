import "server-only";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { getIncident } from "../../../db/queries/get-incident";
import type { IncidentView } from "../../../domain/incident-view";
import { readReference } from "../../../domain/reference";
import { currentReader } from "../../_server/reader";

/**
 * The incident of an address, once a request. An address that is none, or of no incident, is not found; one in lower
 * case, or of an incident that was merged, leads to the right one; `page` is what follows the reference there.
 */
export const loadIncident = cache(async (typed: string, page = ""): Promise<IncidentView> => {
  const ref = readReference("INC", typed);
  if (ref === null) notFound();
  const { store, actor } = await currentReader();
  const view = await getIncident(store, actor, ref);
  if (view === null) notFound();
  if (view.mergedInto !== null) redirect(`/incidents/${view.mergedInto}${page}`);
  if (typed !== ref) redirect(`/incidents/${ref}${page}`);
  return view;
});
