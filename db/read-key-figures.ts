import type { IncidentFilter } from "../domain/incident-filter";
import { countMatching } from "../domain/incident-index/count-matching";
import { type KeyFigures, keyFigureFilters } from "../domain/key-figures";
import { askMatching } from "./ask-matching";
import type { Store } from "./store";
import type { Moment } from "./store-index";

/** The key figures of a filter, each counted as a list of its own filter counts. `today`: a calendar day. */
export async function readKeyFigures(
  store: Store,
  moment: Moment,
  filter: IncidentFilter,
  options: { today: string; forReview: boolean },
): Promise<KeyFigures> {
  const figures: KeyFigures = {};
  for (const { name, filter: narrowed } of keyFigureFilters(filter, options)) {
    const counts = await askMatching(store, moment, narrowed, "counts", countMatching);
    figures[name] = { name, filter: narrowed, counts };
  }
  return figures;
}
