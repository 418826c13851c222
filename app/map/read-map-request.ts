import { outlines } from "../../adapters/outlines/outlines";
import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { type FilterNames, refuseUnknownNames } from "../../domain/filter-names";
import type { Issue } from "../../domain/issue";
import { type MapRequest, parseMapRequest, unknownView } from "../../domain/map-request";

/**
 * What an address of the map asks for, with every issue, and the names of what its filter asks for by code. A country to
 * be in view is one of the gazetteer or of the outlines: a visitor's gazetteer has only those with something published.
 */
export async function readMapRequest(
  store: Store,
  actor: Actor,
  params: URLSearchParams,
): Promise<{ request: MapRequest; names: FilterNames; issues: Issue[] }> {
  const { request, issues } = parseMapRequest(params);
  const { filter: asked, look } = request;
  const inView = look.view === "world" ? null : look.view;
  const names = await getFilterNames(store, actor, {
    ...asked,
    country: inView === null ? asked.country : [...asked.country, inView],
  });
  const { filter, issues: ofNames } = refuseUnknownNames(asked, names);
  if (inView === null || names.countries.has(inView) || outlines().ofCountry(inView) !== null)
    return { request: { ...request, filter }, names, issues: [...issues, ...ofNames] };
  return {
    request: { ...request, filter, look: { ...look, view: null } },
    names,
    issues: [...issues, ...ofNames, unknownView(inView)],
  };
}
