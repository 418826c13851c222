import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CodeFacet } from "../domain/incident-index/count-facets";
import { StaticMarkup } from "./ui/static-markup";
import { Suggest } from "./ui/suggest";

/** A value of a facet. `href`: the list with the value chosen, or without it where it is. */
export type FacetLink = {
  key: string;
  label: string;
  count: number;
  /** How many of them certainly; only where dates are the question. */
  certain?: number;
  isChosen: boolean;
  href: string;
};

export type Facet = {
  name: CodeFacet | "years" | "months";
  links: FacetLink[];
  /** Values beside those named; they are found by their names. */
  others: number;
};

type Props = {
  facets: Facet[];
  /** The page that shows what is found, and what its address says. */
  path: string;
  kept: [name: string, value: string][];
};

/** What there is to choose from, each with the number of incidents that choosing it alone would find. */
export function IncidentFacets({ facets, path, kept }: Props) {
  const t = useTranslations("incidents.facets");
  return (
    <nav aria-label={t("label")} className="facets no-print">
      <details className="fold-facets">
        <summary className="btn">{t("label")}</summary>
        <div className="facet-list">
          {facets.map((facet) => (
            <FacetValues facet={facet} key={facet.name}>
              {facet.others > 0 && isNamed(facet.name) && (
                <OtherValues kept={kept} name={facet.name} path={path} />
              )}
            </FacetValues>
          ))}
        </div>
      </details>
    </nav>
  );
}

function FacetValues({ facet, children }: { facet: Facet; children: ReactNode }) {
  const t = useTranslations("incidents.facets");
  const isOpen = facet.links.some(({ isChosen }) => isChosen) || OPEN_AT_FIRST.has(facet.name);
  return (
    <details className="facet" open={isOpen}>
      <summary>{t(`names.${facet.name}`)}</summary>
      <StaticMarkup as="ul">
        {facet.links.map((link) => (
          <li key={link.key}>
            <FacetValue {...link} />
          </li>
        ))}
      </StaticMarkup>
      {facet.others > 0 && <p className="muted small">{t("others", { count: facet.others })}</p>}
      {children}
    </details>
  );
}

const OPEN_AT_FIRST = new Set<Facet["name"]>(["province", "years", "months", "status", "type"]);

function FacetValue({ label, count, certain, isChosen, href }: FacetLink) {
  const t = useTranslations("incidents.facets");
  const format = useFormatter();
  const number = (
    <span className="facet-count">
      {format.number(count)}
      {certain !== undefined && certain !== count && (
        <span className="muted small"> {t("certain", { count: certain })}</span>
      )}
    </span>
  );
  // Nothing would be found: it is said, but leads nowhere.
  if (count === 0 && !isChosen)
    return (
      <span className="facet-value facet-empty">
        <span>{label}</span> {number}
      </span>
    );
  return (
    <a aria-current={isChosen || undefined} className="facet-value" href={href}>
      <span>
        {label}
        {isChosen && <span className="visually-hidden"> {t("chosen")}</span>}
      </span>{" "}
      {number}
    </a>
  );
}

const FETCH_URLS = {
  province: "/suggest/provinces",
  country: "/suggest/countries",
  nationality: "/suggest/countries",
  source: "/suggest/sources",
} as const;
type Named = keyof typeof FETCH_URLS;

function isNamed(name: Facet["name"]): name is Named {
  return Object.hasOwn(FETCH_URLS, name);
}

/** Chooses a value that is not named, by its name. */
function OtherValues({
  name,
  path,
  kept,
}: {
  name: Named;
  path: string;
  kept: [string, string][];
}) {
  const t = useTranslations("incidents.facets");
  return (
    <form action={path} className="facet-other">
      {kept.map(([key, value]) => (
        <input key={`${key} ${value}`} name={key} type="hidden" value={value} />
      ))}
      <Suggest
        isFolded
        fetchUrl={FETCH_URLS[name]}
        label={t(`find.${name}`)}
        name={name}
        writes="value"
      />
      <button className="btn btn-small" type="submit">
        {t("add")}
      </button>
    </form>
  );
}
