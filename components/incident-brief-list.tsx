import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { isUnknownCount } from "../domain/count-range";
import { formatDate } from "../domain/format-date";
import type { IncidentBrief } from "../domain/incident-brief";
import { sayPeriod } from "../domain/say-period";
import { CountText } from "./ui/count-text";
import { IncidentTitle } from "./ui/incident-title";
import { StatusText } from "./ui/status-text";

type Props = {
  rows: (IncidentBrief & { updatedAt: number })[];
  /** A calendar day, UTC. */
  today: string;
  /** Which day is told beside the date of the incident. */
  day: "lastNews" | "updated" | null;
};

/** A few incidents, each its title and one line of what matters. */
export function IncidentBriefList({ rows, today, day }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const dayOf = ({ headline, updatedAt }: Props["rows"][number]) =>
    day === "updated" ? new Date(updatedAt).toISOString().slice(0, 10) : headline.lastNews;
  return (
    <ul className="card divide-y divide-line">
      {rows.map((row) => {
        const said = day && dayOf(row);
        return (
          <li className="px-4 py-2.5" key={row.ref}>
            <Link href={`/incidents/${row.ref}`} prefetch={false}>
              <IncidentTitle reviewStatus={row.reviewStatus} title={row.title} />
            </Link>
            <p className="muted small flex flex-wrap gap-x-3">
              <span suppressHydrationWarning>{formatDate(row.headline.date, locale, t)}</span>
              {!isUnknownCount(row.headline.persons) && (
                <span>
                  {t("overview.lists.people")} <CountText count={row.headline.persons} />
                </span>
              )}
              {said && (
                <span>
                  {t(`overview.lists.${day}`, {
                    day: sayPeriod({ earliest: said, latest: said }, locale, t),
                  })}
                </span>
              )}
            </p>
            <div className="small">
              <StatusText headline={row.headline} today={today} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
