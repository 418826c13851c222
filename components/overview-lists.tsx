import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IncidentFilter } from "../domain/incident-filter";
import { OVERVIEW_LISTS, type Overview, type OverviewListName } from "../domain/overview";
import { IncidentBriefList } from "./incident-brief-list";
import { PageSection } from "./ui/page-section";

type Props = {
  overview: Overview;
  addressOf: (filter: IncidentFilter) => string;
  /** The list of all, the latest change first. */
  changedHref: string;
  today: string;
};

const DAYS = {
  atRisk: "lastNews",
  silentInCustody: "lastNews",
  newest: null,
  changed: "updated",
} as const;

/** What needs attention and what is new, each a few of a list that is a link away. */
export function OverviewLists({ overview, addressOf, changedHref, today }: Props) {
  const t = useTranslations("overview.lists");
  const { figures, lists } = overview;
  const figureOf = (name: OverviewListName) =>
    name === "newest" || name === "changed" ? figures.incidents : figures[name];
  return (
    <div className="grid gap-x-6 *:min-w-0 lg:grid-cols-2">
      {OVERVIEW_LISTS.map((name) => {
        const figure = figureOf(name);
        if (!figure) return null;
        const { filter, counts } = figure;
        const href = name === "changed" ? changedHref : addressOf(filter);
        return (
          <PageSection
            beside={
              counts.total > 0 && (
                <Link href={href} prefetch={false}>
                  {t("all", { count: counts.total })}
                </Link>
              )
            }
            id={`list-${name}`}
            key={name}
            title={t(`${name}.title`)}
          >
            <p className="muted small mb-2">{t(`${name}.rule`)}</p>
            {lists[name].length === 0 ? (
              <p className="card card-body muted">{t("none")}</p>
            ) : (
              <IncidentBriefList day={DAYS[name]} rows={lists[name]} today={today} />
            )}
          </PageSection>
        );
      })}
    </div>
  );
}
