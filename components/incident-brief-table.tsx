import Link from "next/link";
import { useTranslations } from "next-intl";
import { isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";
import type { IncidentBrief } from "../domain/incident-brief";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";
import { IncidentTitle } from "./ui/incident-title";
import { StatusText } from "./ui/status-text";

type Props = {
  rows: IncidentBrief[];
  label: string;
  /** A calendar day, UTC. */
  today: string;
};

const COLUMNS = ["reference", "date", "title", "people", "status"] as const;

/** Incidents in one short line each, newest first. */
export function IncidentBriefTable({ rows, label, today }: Props) {
  const t = useTranslations();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th className={name === "people" ? "num" : undefined} key={name} scope="col">
                {t(`incidents.table.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.ref}>
              <th
                className="nowrap"
                data-label={t("incidents.table.columns.reference")}
                scope="row"
              >
                <Link href={`/incidents/${row.ref}`} prefetch={false}>
                  {row.ref}
                </Link>
              </th>
              <td className="sm:min-w-25" data-label={t("incidents.table.columns.date")}>
                <div>
                  <DateText date={row.headline.date} />
                </div>
              </td>
              <td data-label={t("incidents.table.columns.title")}>
                <div>
                  <IncidentTitle reviewStatus={row.reviewStatus} title={row.title} />
                </div>
              </td>
              <td className="num sm:min-w-24" data-label={t("incidents.table.columns.people")}>
                <div>
                  <BriefPeople headline={row.headline} />
                </div>
              </td>
              <td data-label={t("incidents.table.columns.status")}>
                <div>
                  <StatusText headline={row.headline} today={today} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BriefPeople({
  headline: { persons, families, disagreement },
}: Pick<IncidentBrief, "headline">) {
  const t = useTranslations();
  return (
    <>
      <CountText count={persons} disputed={disagreement.includes("persons")} />
      {!isUnknownCount(families) && (
        <span className="muted small block">
          {t("incidents.table.families", { count: formatCount(families, t) })}
        </span>
      )}
    </>
  );
}
