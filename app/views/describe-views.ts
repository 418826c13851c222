import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { ListedView } from "../../components/view-list";
import { countIncidents } from "../../db/queries/count-incidents";
import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Actor } from "../../domain/actor";
import { describeIncidentFilter } from "../../domain/describe-incident-filter";
import { namedByAny, refuseUnknownNames } from "../../domain/filter-names";
import { requestOfView, type SavedView } from "../../domain/saved-view";
import { readerFor } from "../_server/reader";
import { listAddress } from "../incidents/addresses";

/** The views with what each asks for, and how many incidents it finds for its owner now. */
export async function describeViews(
  actor: Actor,
  views: readonly SavedView[],
): Promise<ListedView[]> {
  const [{ store }, say, locale] = await Promise.all([
    readerFor(actor),
    getTranslations(),
    getLocale(),
  ]);
  const requests = views.map(requestOfView);
  const asked = namedByAny(requests.map(({ filter }) => filter));
  const names = await getFilterNames(store, actor, asked);
  const filters = requests.map(({ filter }) => refuseUnknownNames(filter, names).filter);
  const counts = await countIncidents(store, actor, filters);
  return views.map((view, at) => {
    const sentence = describeIncidentFilter(filters[at]!, { names, locale, say });
    return {
      ...view,
      href: listAddress(requests[at]!),
      sentence: sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1),
      count: counts[at]!,
    };
  });
}
