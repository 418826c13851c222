import { getIncidentDetail } from "../../db/queries/get-incident-detail";
import { getLocation } from "../../db/queries/get-location";
import { getSource } from "../../db/queries/get-source";
import { getTombstone } from "../../db/queries/get-tombstone";
import type { Store } from "../../db/store";
import { toApiLocation } from "../../domain/api/api-location";
import type { OneLocation, OneSource } from "../../domain/api/api-one";
import { toApiSource } from "../../domain/api/api-source";
import { toApiIncident } from "../../domain/api/to-api-incident";
import { FIRST_PAGE } from "../../domain/incident-page";
import { shown } from "../../domain/issue";
import { readReference } from "../../domain/reference";
import { type ApiContext, todayOf } from "./api-context";
import { jsonResponse } from "./json-response";
import { problemResponse } from "./problem-response";

/** What the first of the stores that the asker may read has; null where none has it. */
export type ReadFirst = <T>(read: (store: Store) => Promise<T | null>) => Promise<T | null>;

/** One incident with everything of it; one that was merged leads to the other, one that was taken back says why. */
export async function answerIncident(
  context: ApiContext,
  typed: string,
  readFirst: ReadFirst,
): Promise<Response> {
  const { actor, say } = context;
  const ref = readReference("INC", typed);
  const detail = ref && (await readFirst((store) => getIncidentDetail(store, actor, ref)));
  if (!detail) {
    const stone = ref && (await readFirst((store) => getTombstone(store, actor, ref)));
    if (stone) return problemResponse("retracted", say, { detail: stone.reason });
    return problemResponse("not_found", say, {
      detail: say("api.noIncident", { ref: shown(typed) }),
    });
  }
  if (detail.mergedInto !== null) {
    const location = `/api/v1/incidents/${detail.mergedInto}`;
    return new Response(null, { status: 308, headers: { location, "cache-control": "no-store" } });
  }
  return jsonResponse(toApiIncident(detail, todayOf(context)), context, {
    access: { action: "export", entity: "incident", entityId: detail.ref, detail: "" },
  });
}

/** One source. That a restricted one is read is kept. */
export async function answerSource(
  context: ApiContext,
  typed: string,
  readFirst: ReadFirst,
): Promise<Response> {
  const { actor, say } = context;
  const ref = readReference("SRC", typed);
  const asked = { page: FIRST_PAGE };
  const view = ref && (await readFirst((store) => getSource(store, actor, { ref, ...asked })));
  if (!view)
    return problemResponse("not_found", say, {
      detail: say("api.noSource", { ref: shown(typed) }),
    });
  const one: OneSource = {
    ...toApiSource(view, view.copies.map((origin) => origin.ref).sort()),
    copied_by: view.copiedBy.map((copy) => copy.ref).sort(),
    claims: view.claims,
    incidents: view.incidents.total,
  };
  const isRestricted = view.access === "restricted";
  return jsonResponse(one, context, {
    access: isRestricted
      ? { action: "read", entity: "source", entityId: view.ref, detail: "" }
      : null,
  });
}

/** One place of the gazetteer. */
export async function answerLocation(context: ApiContext, id: string): Promise<Response> {
  const { store, actor, say } = context;
  const view = await getLocation(store, actor, { id, page: FIRST_PAGE });
  if (!view)
    return problemResponse("not_found", say, { detail: say("api.noLocation", { id: shown(id) }) });
  const one: OneLocation = {
    ...toApiLocation(view.location),
    parents: view.parents.map((parent) => ({ id: parent.id, name_en: parent.nameEn })),
    incidents: view.incidents.total,
  };
  return jsonResponse(one, context);
}
