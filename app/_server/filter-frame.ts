import "server-only";
import { countIncidents } from "../../db/queries/count-incidents";
import { listFoundCountries } from "../../db/queries/list-found-countries";
import { listProvinces } from "../../db/queries/list-provinces";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { filterChips } from "../../domain/describe-incident-filter";
import { type FilterNames, provinceName } from "../../domain/filter-names";
import {
  emptyIncidentFilter,
  type IncidentFilter,
  isTooLongToRepeat,
} from "../../domain/incident-filter";
import type { Issue } from "../../domain/issue";

type Asked = { filter: IncidentFilter; names: FilterNames; issues: Issue[] };
type Page = {
  words: Parameters<typeof filterChips>[1];
  hrefOf: (filter: IncidentFilter) => string;
  /** Nothing was found. */
  isEmpty: boolean;
};

/**
 * What the filter bar of a page of incidents shows. `loosened`: where nothing was found, how many there would be
 * without each part of the filter; else none.
 */
export async function filterFrame(
  store: Store,
  actor: Actor,
  { filter, names, issues }: Asked,
  { words, hrefOf, isEmpty }: Page,
) {
  const parts = filterChips(filter, words).map(({ name, text, without }) => ({
    name,
    text,
    without,
    href: isTooLongToRepeat(without) ? null : hrefOf(without),
  }));
  const counts = isEmpty
    ? await countIncidents(
        store,
        actor,
        parts.map(({ without }) => without),
      )
    : [];
  return {
    bar: {
      clearHref: hrefOf(emptyIncidentFilter()),
      countries: await listFoundCountries(store, actor),
      filter,
      issues,
      names: Object.fromEntries([
        ...filter.province.map((code) => [code, provinceName(code, names, words.say)] as const),
        ...names.countries,
        ...names.places,
        ...names.sources,
      ]),
      parts,
      provinces: await listProvinces(store, actor),
    },
    loosened: counts.map((count, at) => ({ ...parts[at]!, count })),
  };
}
