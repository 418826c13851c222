import { useTranslations } from "next-intl";
import { askedDays } from "../domain/asked-days";
import type { CountRange } from "../domain/count-range";
import { formatPeople } from "../domain/format-people";
import type { IncidentFilter } from "../domain/incident-filter";

type Props = {
  filter: Pick<IncidentFilter, "from" | "to" | "when" | "dates">;
  /** `possible` includes the certain ones. */
  list: {
    total: number;
    certain: number;
    possible: number;
    undated: number;
    retracted: number;
    persons: CountRange;
  };
};

/** What the heading counts besides incidents: how sure their dates are, how many people, what has no date. */
export function IncidentSummary({ filter, list }: Props) {
  const t = useTranslations();
  const { certain, undated, retracted, persons, total } = list;
  const possible = list.possible - certain;
  const parts: string[] = [];
  if (askedDays(filter) !== null && list.possible > 0)
    parts.push(t(`incidents.summary.${filter.dates}`, { certain, possible }));
  if (total > 0) parts.push(formatPeople(persons, t));
  if (undated > 0) parts.push(t("incidents.summary.undated", { count: undated }));
  if (retracted > 0) parts.push(t("incidents.summary.retracted", { count: retracted }));
  return <p className="muted mt-1">{parts.join(" · ")}</p>;
}
