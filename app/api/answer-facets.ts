import { countIncidentFacets } from "../../db/queries/count-incident-facets";
import { getFilterNames } from "../../db/queries/get-filter-names";
import type { ApiFacets } from "../../domain/api/api-facets";
import { parseApiRequest } from "../../domain/api/api-request";
import { refuseUnknownNames } from "../../domain/filter-names";
import { emptyIncidentFilter } from "../../domain/incident-filter";
import { COUNTED_FACETS } from "../../domain/incident-index/facet-values";
import type { ApiContext } from "./api-context";
import { jsonResponse } from "./json-response";
import { problemResponse } from "./problem-response";

/** What a filter finds, by what could be chosen next. */
export async function answerFacets(
  context: ApiContext,
  params: URLSearchParams,
): Promise<Response> {
  const { store, actor, say } = context;
  const { request, issues } = parseApiRequest(params, []);
  const asked = await getFilterNames(store, actor, request.filter);
  const { filter, issues: ofNames } = refuseUnknownNames(request.filter, asked);
  if (issues.length + ofNames.length > 0)
    return problemResponse("invalid_input", say, { issues: [...issues, ...ofNames] });
  const { counts, facets, years } = await countIncidentFacets(store, actor, filter);
  const codesOf = (name: "country" | "province" | "nationality") =>
    facets[name].map(({ code }) => code);
  const { provinces, countries } = await getFilterNames(store, actor, {
    ...emptyIncidentFilter(),
    country: codesOf("country"),
    province: codesOf("province"),
    nationality: codesOf("nationality"),
  });
  const nameOf = (code: string) => provinces.get(code) ?? countries.get(code) ?? null;
  const { total, certain, possible, undated, persons, helpers } = counts;
  const named = COUNTED_FACETS.map((name) => [
    name,
    facets[name as keyof typeof facets].map(({ code, count }) => ({
      code,
      name: nameOf(code),
      incidents: count,
    })),
  ]);
  const body: ApiFacets = {
    incidents: { total, certain, possible, undated },
    persons,
    helpers,
    facets: Object.fromEntries(named) as ApiFacets["facets"],
    years,
  };
  return jsonResponse(body, context);
}
