import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { suggestFilters } from "../../../db/queries/suggest-filters";
import { isFilterName, parseIncidentFilter } from "../../../domain/incident-filter";
import { readerOnPage } from "../../_server/reader";
import { suggestionsResponse } from "../suggestions-response";

/**
 * What a text in the search box, `q`, may mean beside itself: values of the filter that find something. The rest of the
 * address is the filter that they are added to; what a page asks beside it is passed over.
 */
export async function GET(request: NextRequest) {
  const reader = await readerOnPage("incident.read");
  if (reader instanceof Response) return reader;
  const { store, actor } = reader;
  const t = await getTranslations("incidents.search");
  const params = request.nextUrl.searchParams;
  const beside = [...params].filter(([name]) => name !== "q" && isFilterName(name));
  const { filter } = parseIncidentFilter(new URLSearchParams(beside));
  const found = await suggestFilters(store, actor, params.get("q") ?? "", filter);
  return suggestionsResponse(
    found.map(({ field, value, label, incidents }) => ({
      field,
      value,
      label,
      detail: t(`kinds.${field}`, { count: incidents }),
    })),
  );
}
