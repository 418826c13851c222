import { describeIncidentFilter, type FilterWords } from "../describe-incident-filter";
import { type IncidentFilter, serializeIncidentFilter } from "../incident-filter";
import type { AboutPackage } from "./package-description";
import { packageCitation } from "./package-texts";

/**
 * What a package says of itself. `address`: of the ledger on the web, "" where it has none; `created`: milliseconds
 * since 1970.
 */
export function aboutPackage(
  filter: IncidentFilter,
  words: FilterWords,
  rest: Pick<AboutPackage, "readers" | "created" | "licence" | "address" | "incidents">,
): AboutPackage {
  const query = serializeIncidentFilter(filter).toString();
  const about = {
    ...rest,
    name: words.say("app.name"),
    sentence: describeIncidentFilter(filter, words),
    query,
    address:
      rest.address === "" ? "" : `${rest.address}/incidents${query === "" ? "" : `?${query}`}`,
  };
  return { ...about, citation: packageCitation(about) };
}
