import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";
import { suggestFilters } from "../../../db/queries/suggest-filters";
import { currentReader } from "../../_server/reader";
import { refusalOf } from "../../_server/session";
import { suggestionsResponse } from "../suggestions-response";

/** What a text in the search box may mean beside itself: values of the filter that find something. */
export async function GET(request: NextRequest) {
  const { store, actor } = await currentReader();
  const refused = refusalOf(actor, "incident.read");
  if (refused) return refused;
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
