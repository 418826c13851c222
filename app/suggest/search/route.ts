import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { suggestFilters } from "../../../db/queries/suggest-filters";
import { readerOnPage } from "../../_server/reader";
import { suggestionsResponse } from "../suggestions-response";

/** What a text in the search box may mean beside itself: values of the filter that find something. */
export async function GET(request: NextRequest) {
  const reader = await readerOnPage("incident.read");
  if (reader instanceof Response) return reader;
  const { store, actor } = reader;
  const t = await getTranslations("incidents.search");
  const found = await suggestFilters(store, actor, request.nextUrl.searchParams.get("q") ?? "");
  return suggestionsResponse(
    found.map(({ field, value, label, incidents }) => ({
      field,
      value,
      label,
      detail: t(`kinds.${field}`, { count: incidents }),
    })),
  );
}
