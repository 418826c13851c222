import { z } from "zod";
import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi";
import { apiFacetsSchema } from "../../domain/api/api-facets";
import { apiIncidentSchema } from "../../domain/api/api-incident";
import {
  claimPageSchema,
  eventPageSchema,
  groupPageSchema,
  incidentPageSchema,
  locationPageSchema,
  sourcePageSchema,
} from "../../domain/api/api-lists";
import { oneLocationSchema, oneSourceSchema } from "../../domain/api/api-one";
import { placeId } from "../../domain/api/api-place";
import { apiProblemSchema } from "../../domain/api/api-problem";
import {
  FILTER_PARAMETERS,
  LIST_PARAMETERS,
  SORTED_LIST_PARAMETERS,
} from "../../domain/api/filter-parameters";
import { incidentReference, sourceReference } from "../../domain/api/references";

type Refusal = 308 | 400 | 401 | 403 | 404 | 410 | 429;

const REFUSALS: Record<Refusal, string> = {
  308: "It was merged into another, which `location` names.",
  400: "The request has mistakes: all of them, each with what is allowed.",
  401: "The token opens nothing: it is unknown, expired or revoked.",
  403: "Not allowed, or more at once than is given without the scope `export`.",
  404: "There is none that the asker may read.",
  410: "It was public and was taken back; `detail` says why.",
  429: "Too many requests; `retry-after` says for how many seconds to wait.",
};

const ALWAYS: Refusal[] = [401, 429];

/** One address that answers with what the schema says. */
function operation(
  operationId: string,
  summary: string,
  answer: z.ZodType,
  {
    parameters,
    refusals,
  }: { parameters: ZodOpenApiOperationObject["requestParams"]; refusals: Refusal[] },
): ZodOpenApiOperationObject {
  const problems = [...refusals, ...ALWAYS].sort().map((status) => [
    String(status),
    {
      description: REFUSALS[status],
      ...(status !== 308 && {
        content: { "application/problem+json": { schema: apiProblemSchema } },
      }),
    },
  ]);
  return {
    operationId,
    summary,
    requestParams: parameters,
    responses: {
      "200": {
        description: summary,
        content: { "application/json": { schema: answer } },
      },
      "304": { description: "As it was when it had the tag that `if-none-match` names." },
      ...Object.fromEntries(problems),
    },
  };
}

const incidentPath = z.object({ ref: incidentReference });
const sourcePath = z.object({ ref: sourceReference });
const locationPath = z.object({
  id: placeId.meta({ description: "With `/` written `%2F`.", example: "CN-YN%2Fkunming" }),
});

const list = (operationId: string, summary: string, answer: z.ZodType, isSorted = true) => ({
  get: operation(operationId, summary, answer, {
    parameters: { query: isSorted ? SORTED_LIST_PARAMETERS : LIST_PARAMETERS },
    refusals: [400, 403],
  }),
});

/** What the API is, made from the definitions that its answers are built by. */
export const OPENAPI_DOCUMENT = createDocument({
  openapi: "3.1.0",
  info: {
    title: "Detention Ledger",
    version: "1",
    description:
      "Read access to incidents of detention and deportation, with the same filter as the pages. Without a token or session it answers from what is public alone. Every answer carries an `etag`; `if-none-match` with it answers 304 while nothing changed.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  servers: [{ url: "/api/v1" }],
  security: [{}, { token: [] }],
  paths: {
    "/incidents": list("listIncidents", "Incidents with everything of them", incidentPageSchema),
    "/incidents/{ref}": {
      get: operation("getIncident", "One incident with everything of it", apiIncidentSchema, {
        parameters: { path: incidentPath },
        refusals: [308, 404, 410],
      }),
    },
    "/groups": list("listGroups", "Anonymised people of the incidents", groupPageSchema),
    "/events": list("listEvents", "What happened in the incidents", eventPageSchema),
    "/claims": list("listClaims", "What sources say of the incidents", claimPageSchema),
    "/sources": list(
      "listSources",
      "Sources of the incidents, by reference",
      sourcePageSchema,
      false,
    ),
    "/sources/{ref}": {
      get: operation("getSource", "One source", oneSourceSchema, {
        parameters: { path: sourcePath },
        refusals: [404],
      }),
    },
    "/locations": list(
      "listLocations",
      "Places of the incidents' events, by id",
      locationPageSchema,
      false,
    ),
    "/locations/{id}": {
      get: operation("getLocation", "One place of the gazetteer", oneLocationSchema, {
        parameters: { path: locationPath },
        refusals: [404],
      }),
    },
    "/facets": {
      get: operation(
        "getFacets",
        "What the filter finds, by what could be chosen next",
        apiFacetsSchema,
        {
          parameters: { query: FILTER_PARAMETERS },
          refusals: [400],
        },
      ),
    },
  },
  components: {
    securitySchemes: {
      token: {
        type: "http",
        scheme: "bearer",
        description:
          "Made at `/account`. Without the scope `export` it gives at most 100 incidents of a filter, and not more than half of all.",
      },
    },
  },
});
