import "server-only";
import { getFormatter, getTranslations } from "next-intl/server";
import type { Facet } from "../../components/incident-facets";
import { getFilterNames } from "../../db/queries/get-filter-names";
import type { Store } from "../../db/store";
import type { Actor } from "../../domain/actor";
import { shownDates, shownFacets } from "../../domain/facet-links";
import type { IncidentFacets } from "../../domain/incident-facets";
import { emptyIncidentFilter, type IncidentFilter } from "../../domain/incident-filter";
import type { CodeFacet } from "../../domain/incident-index/count-facets";

/** The vocabulary whose labels a facet's codes have; absent where they are names of places or sources. */
const CODE_LISTS = {
  type: "eventType",
  status: "status",
  role: "role",
  corroboration: "corroboration",
  review: "reviewStatus",
} as const;

const ORDER: Facet["name"][] = [
  "years",
  "months",
  "province",
  "country",
  "type",
  "status",
  "role",
  "nationality",
  "corroboration",
  "source",
  "review",
];

/** The facets of a list, named and with their addresses. */
export async function facetsOf(
  store: Store,
  actor: Actor,
  { facets, filter }: { facets: IncidentFacets; filter: IncidentFilter },
  addressOf: (filter: IncidentFilter) => string,
): Promise<Facet[]> {
  const [t, format] = await Promise.all([getTranslations(), getFormatter()]);
  const codes = shownFacets(facets, filter);
  const codesOf = (name: CodeFacet) =>
    codes.find((facet) => facet.name === name)?.choices.map(({ code }) => code) ?? [];
  const names = await getFilterNames(store, actor, {
    ...emptyIncidentFilter(),
    province: codesOf("province"),
    country: codesOf("country"),
    nationality: codesOf("nationality"),
    source: codesOf("source"),
  });
  const labelOf = (name: CodeFacet, code: string): string => {
    if (name === "province") return names.provinces.get(code) ?? code;
    if (name === "source") return names.sources.get(code) ?? code;
    if (name === "country" || name === "nationality") return names.countries.get(code) ?? code;
    return t(`vocabulary.${CODE_LISTS[name]}.${code}` as "vocabulary.status.held");
  };
  const { years, months } = shownDates(facets, filter);
  const dated = (name: "years" | "months", choices: typeof years): Facet => ({
    name,
    others: 0,
    links: choices.map(({ code, from, possible, certain, isChosen, filter: next }) => ({
      key: code,
      label:
        name === "years"
          ? code
          : format.dateTime(new Date(from), { month: "long", year: "numeric", timeZone: "UTC" }),
      count: filter.dates === "certain" ? certain : possible,
      certain,
      isChosen,
      href: addressOf(next),
    })),
  });
  const all: Facet[] = [
    dated("years", years),
    dated("months", months),
    ...codes.map(({ name, choices, others }) => ({
      name,
      others,
      links: choices.map(({ code, count, isChosen, filter: next }) => ({
        key: code,
        label: labelOf(name, code),
        count,
        isChosen,
        href: addressOf(next),
      })),
    })),
  ];
  return ORDER.flatMap((name) => all.find((facet) => facet.name === name) ?? []).filter(
    ({ links }) => links.length > 0,
  );
}
