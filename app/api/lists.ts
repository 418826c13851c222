import { isListPosition } from "../../db/list-position";
import { listCitedSources } from "../../db/queries/list-cited-sources";
import { listIncidentDetails } from "../../db/queries/list-incident-details";
import {
  type IncidentPart,
  listIncidentParts,
  type PartPosition,
} from "../../db/queries/list-incident-parts";
import { listTouchedLocations } from "../../db/queries/list-touched-locations";
import { toApiLocation } from "../../domain/api/api-location";
import { toApiIncident } from "../../domain/api/to-api-incident";
import type { ApiList, At } from "./answer-list";

const ROOT = "/api/v1";

/** The incidents themselves, each with everything of it. */
const incidents: ApiList = {
  path: `${ROOT}/incidents`,
  isSorted: true,
  isPart: true,
  fits: (store, { sort }, at) => isListPosition(store, sort, at),
  load: async (store, actor, { filter, sort, limit, at, today }) => {
    const asked = { filter, sort, limit, after: at };
    const { details, last, found } = await listIncidentDetails(store, actor, asked);
    return { data: details.map((detail) => toApiIncident(detail, today)), found, last };
  },
};

/** What incidents consist of, each with the incident it belongs to. A cursor ends in how many of the last one's were given. */
const partsOf = (part: IncidentPart): ApiList => ({
  path: `${ROOT}/${part}`,
  isSorted: true,
  isPart: true,
  fits: (store, { sort }, at) => {
    const given = at.at(-1);
    const isCount = given === null || (Number.isSafeInteger(given) && (given as number) >= 0);
    return isCount && isListPosition(store, sort, at.slice(0, -1));
  },
  load: async (store, actor, { filter, sort, limit, at, today }) => {
    const asked = { filter, sort, limit, part, after: at && toPartPosition(at) };
    const { pieces, last, found } = await listIncidentParts(store, actor, asked);
    const data = pieces.flatMap(({ detail, from, to }) =>
      toApiIncident(detail, today)
        [part].slice(from, to)
        .map((one) => ({ incident: detail.ref, ...one })),
    );
    return { data, found, last: last && [...last.incident, last.given] };
  },
});

function toPartPosition(at: At): PartPosition {
  return { incident: at.slice(0, -1), given: at.at(-1) as number | null };
}

/** A list in the order of one text that tells all of it apart. */
const byText = (path: string, isPart: boolean) => ({
  path: `${ROOT}/${path}`,
  isSorted: false,
  isPart,
  fits: (_store: unknown, _request: unknown, at: readonly unknown[]) =>
    at.length === 1 && typeof at[0] === "string",
});

const sources: ApiList = {
  ...byText("sources", true),
  load: async (store, actor, { filter, limit, at }) => {
    const asked = { filter, limit, after: at ? String(at[0]) : null };
    const { rows, last, found } = await listCitedSources(store, actor, asked);
    const data = rows.map(({ source, incidents }) => ({ ...source, incidents }));
    return { data, found, last: last === null ? null : [last] };
  },
};

const locations: ApiList = {
  ...byText("locations", false),
  load: async (store, actor, { filter, limit, at }) => {
    const asked = { filter, limit, after: at ? String(at[0]) : null };
    const { rows, last, found } = await listTouchedLocations(store, actor, asked);
    const data = rows.map(({ location, incidents }) => ({ ...toApiLocation(location), incidents }));
    return { data, found, last: last === null ? null : [last] };
  },
};

/** Every list of the API, by its name. */
export const API_LISTS = {
  incidents,
  groups: partsOf("groups"),
  events: partsOf("events"),
  claims: partsOf("claims"),
  sources,
  locations,
};
