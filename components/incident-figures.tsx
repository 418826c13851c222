import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { riskNow } from "../domain/at-risk";
import { isUnknownCount } from "../domain/count-range";
import type { Disagreement, SplitSayings } from "../domain/disagreement";
import { formatCount } from "../domain/format-count";
import { formatDate } from "../domain/format-date";
import type { CurrentStatus, Headline } from "../domain/headline-type";
import type { Group } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { PartialDate } from "../domain/partial-date";
import type { Corroboration } from "../domain/vocabulary";
import { CorroborationTag } from "./ui/corroboration-tag";
import { DateText } from "./ui/date-text";
import { Tag } from "./ui/tag";
import { useSayings } from "./use-sayings";

type Props = {
  headline: Headline;
  groups: Group[];
  disagreement: Disagreement;
  names: IncidentNames;
  /** A calendar day, UTC. */
  today: string;
};

/** The headline of an incident, each figure with how far the sources bear it out and where they differ. */
export function IncidentFigures(props: Props) {
  const t = useTranslations("incident.figures");
  const { byField, helpers, disagreement } = props.headline;
  const hasHelpers = !isUnknownCount(helpers) || props.headline.roles.includes("helper");
  const grade = (field: keyof Headline["byField"]) =>
    byField[field] === "unsourced" && !disagreement.includes(field) ? null : byField[field];
  return (
    <dl className="figures grid-cols-2! lg:grid-cols-5!">
      <Figure grade={grade("date")} label={t("when")} value={<When {...props} />}>
        <DateSayings said={props.disagreement.date} />
      </Figure>
      <Figure grade={grade("persons")} label={t("people")} value={<People {...props} />}>
        <CountSayings names={props.names} said={props.disagreement.persons} />
      </Figure>
      <Figure
        grade={hasHelpers ? grade("helpers") : null}
        label={t("helpers")}
        value={
          hasHelpers ? <Count count={helpers} /> : <span className="muted">{t("noHelpers")}</span>
        }
      >
        <CountSayings names={props.names} said={props.disagreement.helpers} />
      </Figure>
      <Figure grade={grade("place")} label={t("where")} value={<Where {...props} />}>
        <PlaceDetails {...props} />
      </Figure>
      <Figure grade={grade("status")} label={t("status")} value={<StatusNow {...props} />}>
        <StatusDetails {...props} />
      </Figure>
    </dl>
  );
}

type FigureProps = {
  label: string;
  value: ReactNode;
  grade: Corroboration | null;
  children: ReactNode;
};

function Figure({ label, value, grade, children }: FigureProps) {
  const t = useTranslations();
  return (
    <div className="figure-cell max-lg:last:col-span-2">
      <dt className="figure-label">{label}</dt>
      <dd className="figure-value">{value}</dd>
      {grade !== null && (
        <dd>
          {grade === "contested" ? (
            <Tag title={t("ui.corroboration.contested")} tone="warn">
              {t("ui.status.sourcesDisagree")}
            </Tag>
          ) : (
            <CorroborationTag corroboration={grade} />
          )}
        </dd>
      )}
      <dd className="muted small mt-1 grid gap-0.5 empty:hidden">{children}</dd>
    </div>
  );
}

function When({ headline }: Props) {
  return <DateText date={headline.date} />;
}

function DateSayings({ said }: { said: Disagreement["date"] }) {
  const t = useTranslations();
  const locale = useLocale();
  const sayings = useSayings();
  if (said.length === 0) return null;
  // What was reckoned from a publication date is the reader's to check: the source's own words go first.
  const word = (date: PartialDate) =>
    date.basis === "derived" && date.text !== ""
      ? t("incident.sayings.quoted", { words: date.text, date: formatDate(date, locale, t) })
      : formatDate(date, locale, t);
  return <p>{sayings(said, word)}</p>;
}

function Count({ count }: { count: Headline["persons"] }) {
  const t = useTranslations();
  const { low, best, high } = count;
  if (isUnknownCount(count)) return <span className="muted">{formatCount(count, t)}</span>;
  if (best === null || low === null || low === high) return formatCount(count, t);
  return (
    <>
      {formatCount({ ...count, best: null }, t)}{" "}
      <span className="muted text-sm font-normal">{t("incident.figures.best", { best })}</span>
    </>
  );
}

function People({ headline: { persons, families } }: Props) {
  const t = useTranslations();
  return (
    <>
      <Count count={persons} />
      {!isUnknownCount(families) && (
        <span className="muted small block font-normal">
          {t("incident.figures.families", { count: formatCount(families, t) })}
        </span>
      )}
    </>
  );
}

function CountSayings({ said, names }: { said: Disagreement["persons"]; names: IncidentNames }) {
  const t = useTranslations();
  const sayings = useSayings();
  return said.map(({ groupId, said: ofGroup }) => {
    const words = sayings(ofGroup, (count) => formatCount(count, t));
    if (said.length === 1) return <p key={groupId}>{words}</p>;
    const group = names.group[groupId] ?? groupId;
    return <p key={groupId}>{t("incident.sayings.group", { group, sayings: words })}</p>;
  });
}

/** Provinces where it began; a country only where none of its provinces is known. */
function Where({ headline: { provinces, countries, localities }, names }: Props) {
  const t = useTranslations("common");
  const bare = countries.filter((country) => !provinces.some((id) => id.startsWith(`${country}-`)));
  const places = [...provinces, ...bare].map((id) => names.place[id] ?? id);
  if (places.length === 0) return <span className="muted">{t("unknown")}</span>;
  return (
    <>
      {places.join(", ")}
      {localities.length > 0 && (
        <span className="muted small block font-normal">
          {localities.map((id) => names.place[id] ?? id).join(", ")}
        </span>
      )}
    </>
  );
}

function PlaceDetails({ headline, disagreement, names }: Props) {
  const t = useTranslations("incident.figures");
  const sayings = useSayings();
  const placeNames = (ids: string[]) => ids.map((id) => names.place[id] ?? id).join(" + ");
  return (
    <>
      {disagreement.place.length > 0 && <p>{sayings(disagreement.place, placeNames)}</p>}
      {disagreement.splits.map((split) => (
        <Split key={split.partOf} names={names} split={split} />
      ))}
      {headline.laterProvinces.length > 0 && (
        <p>
          {t("later", {
            places: headline.laterProvinces.map((id) => names.place[id] ?? id).join(", "),
          })}
        </p>
      )}
    </>
  );
}

/** "split 20 + 9 or 9 + 18", and who says which. */
function Split({
  split: { groupIds, said },
  names,
}: {
  split: SplitSayings;
  names: IncidentNames;
}) {
  const t = useTranslations();
  const sayings = useSayings();
  const word = (counts: SplitSayings["said"][number]["value"]) =>
    counts.map((count) => (count === null ? "?" : formatCount(count, t))).join(" + ");
  const groups = groupIds.map((id) => names.group[id] ?? id).join(", ");
  const splits = said
    .map(({ value }) => word(value))
    .reduce((first, last) => t("incident.figures.or", { first, last }));
  return (
    <>
      <p>
        <Tag tone="warn">{t("incident.figures.split", { splits })}</Tag>
      </p>
      <p>{t("incident.figures.splitGroups", { groups, sayings: sayings(said, word) })}</p>
    </>
  );
}

function StatusNow({ headline, names }: Props) {
  const t = useTranslations();
  const { status, statuses, events } = headline;
  const places = (events[statuses[0]?.eventId ?? ""]?.places ?? [])
    .filter(({ role }) => role !== "from")
    .map(({ locationId }) => names.place[locationId] ?? locationId)
    .join(", ");
  const word = t(`vocabulary.status.${status}`);
  const leads = status === "deported" || status === "resettled";
  return (
    <span className="inline-block first-letter:uppercase">
      {places === ""
        ? word
        : t(`incident.figures.${leads ? "statusTo" : "statusIn"}`, { status: word, places })}
    </span>
  );
}

function StatusDetails({ headline, disagreement, groups, names, today }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const format = useFormatter();
  const sayings = useSayings();
  const { of, stale, since } = riskNow(headline, today);
  const events = format.list(of.map((type) => t(`vocabulary.eventType.${type}`)));
  // A part goes without saying where its whole has the status too.
  const tops = ({ groupIds }: CurrentStatus) =>
    groups
      .filter(({ id, partOf }) => groupIds.includes(id) && !groupIds.includes(partOf ?? ""))
      .map(({ id }) => names.group[id] ?? id)
      .join(", ");
  return (
    <>
      {of.length > 0 && (
        <p>
          <Tag tone="warn">{t(stale ? "ui.status.wasAtRisk" : "ui.status.atRisk", { events })}</Tag>
        </p>
      )}
      {disagreement.status.length > 0 && (
        <p>{sayings(disagreement.status, (modality) => t(`vocabulary.modality.${modality}`))}</p>
      )}
      {headline.statuses.slice(1).map((also) => (
        <p key={also.status}>
          {t("incident.figures.alsoStatus", {
            status: t(`vocabulary.status.${also.status}`),
            groups: tops(also),
          })}
        </p>
      ))}
      {of.length > 0 && since !== null && (
        <p>{t("incident.figures.lastNews", { date: dayText(since, locale, t) })}</p>
      )}
    </>
  );
}

function dayText(day: string, locale: string, t: Parameters<typeof formatDate>[2]): string {
  const bounds = { earliest: day, latest: day, precision: 1 } as const;
  return formatDate({ ...bounds, text: "", kind: "within", basis: "stated" }, locale, t);
}
