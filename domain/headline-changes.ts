import { formatCount } from "./format-count";
import { formatDate } from "./format-date";
import type { Headline } from "./headline-type";
import type { Say } from "./say";

/** A value of the headline that is another than before, both as a reader sees them. */
export type HeadlineChange = { field: HeadlineValue; before: string; after: string };

type Words = { locale: string; say: Say /** Of places, by id. */; names: Record<string, string> };

/** In the order in which they are told. */
const VALUES = {
  date: ({ date }, { locale, say }) => formatDate(date, locale, say),
  places: ({ countries, provinces, localities }, words) =>
    placesText([...localities, ...provinces, ...countries], words),
  later: ({ laterProvinces }, words) => placesText(laterProvinces, words),
  people: ({ persons }, { say }) => formatCount(persons, say),
  helpers: ({ helpers }, { say }) => formatCount(helpers, say),
  families: ({ families }, { say }) => formatCount(families, say),
  status: ({ statuses, status }, { say }) =>
    labels("status", statuses.length > 0 ? statuses.map((one) => one.status) : [status], say),
  risk: ({ atRiskOf }, { say }) => labels("eventType", atRiskOf, say),
  types: ({ eventTypes }, { say }) =>
    eventTypes
      .map(({ type, modality }) => {
        const [label, how] = [
          say(`vocabulary.eventType.${type}`),
          say(`vocabulary.modality.${modality}`),
        ];
        return modality === "reported" ? label : `${label} (${how})`;
      })
      .join(", ") || say("common.none"),
  evidence: ({ corroboration }, { say }) => labels("corroboration", [corroboration], say),
  disagreement: ({ disagreement }, { say }) => labels("headlineField", disagreement, say),
  sources: ({ sources, independentSources }, { say }) =>
    say("incidents.selection.sources", { sources, independent: independentSources }),
} satisfies Record<string, (headline: Headline, words: Words) => string>;

export type HeadlineValue = keyof typeof VALUES;

/** Which values of a headline read otherwise than before. */
export function headlineChanges(before: Headline, after: Headline, words: Words): HeadlineChange[] {
  return (Object.keys(VALUES) as HeadlineValue[])
    .map((field) => ({
      field,
      before: VALUES[field](before, words),
      after: VALUES[field](after, words),
    }))
    .filter((change) => change.before !== change.after);
}

function placesText(ids: readonly string[], { names, say }: Words): string {
  const distinct = [...new Set(ids)].map((id) => names[id] ?? id);
  return distinct.length === 0 ? say("common.unknown") : distinct.join(", ");
}

function labels(list: string, codes: readonly string[], say: Say): string {
  const distinct = [...new Set(codes)].map((code) => say(`vocabulary.${list}.${code}`));
  return distinct.length === 0 ? say("common.none") : distinct.join(", ");
}
