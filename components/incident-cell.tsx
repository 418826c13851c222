import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { formatCount } from "../domain/format-count";
import type { Headline } from "../domain/headline-type";
import type { PageColumnName } from "../domain/incident-columns";
import type { IncidentRow } from "../domain/incident-row";
import { CorroborationTag } from "./ui/corroboration-tag";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";
import { IncidentTitle } from "./ui/incident-title";
import { MarkedText } from "./ui/marked-text";
import { StatusText } from "./ui/status-text";
import { Tag } from "./ui/tag";

/** What the cells of one incident need: a row of the list without what only exports show. */
export type IncidentTableRow = Pick<
  IncidentRow,
  "ref" | "title" | "reviewStatus" | "updatedAt" | "placeNames" | "headline" | "finds"
>;

/** What all cells share. `today`: a calendar day, UTC. */
export type IncidentCellContext = { today: string };

type CellProps = { row: IncidentTableRow; context: IncidentCellContext };

export const INCIDENT_CELLS: Record<PageColumnName, (props: CellProps) => ReactNode> = {
  reference: ({ row }) => row.ref,
  date: ({ row }) => <DateText date={row.headline.date} />,
  title: TitleCell,
  provinces: ProvincesCell,
  people: PeopleCell,
  roles: RolesCell,
  nationality: ({ row }) => (
    <Values texts={row.headline.nationalities.map((id) => row.placeNames[id] ?? id)} />
  ),
  types: TypesCell,
  status: ({ row, context }) => <StatusText headline={row.headline} today={context.today} />,
  corroboration: ({ row }) => <CorroborationTag corroboration={row.headline.corroboration} />,
  sources: SourcesCell,
  review: ReviewCell,
  updated: UpdatedCell,
};

/** A link of its own, also where the reference leads the row. */
function TitleCell({ row }: CellProps) {
  const t = useTranslations("incidents.finds");
  const { title = [], passage = null } = row.finds ?? {};
  return (
    <>
      <a href={`/incidents/${row.ref}`}>
        <IncidentTitle
          reviewStatus={row.reviewStatus}
          title={<MarkedText stretches={title} text={row.title} />}
        />
      </a>
      {passage && (
        <span className="muted small block font-normal">
          {t(passage.kind)} <MarkedText stretches={passage.stretches} text={passage.text} />
        </span>
      )}
    </>
  );
}

/** Provinces where it began; a country only where none of its provinces is known. */
function ProvincesCell({ row }: CellProps) {
  const t = useTranslations("incidents.table");
  const { provinces, countries, laterProvinces } = row.headline;
  const bare = countries.filter((country) => !provinces.some((id) => id.startsWith(`${country}-`)));
  const name = (id: string) => row.placeNames[id] ?? id;
  const later = laterProvinces.map(name).join(", ");
  return (
    <>
      <Values texts={[...provinces, ...bare].map(name)} />
      {later !== "" && <span className="muted small block">{t("later", { places: later })}</span>}
    </>
  );
}

function PeopleCell({ row }: CellProps) {
  const t = useTranslations();
  const { persons, helpers, families, disagreement } = row.headline;
  return (
    <>
      <CountText count={persons} />
      {hasAny(families) && (
        <span className="muted small block">
          {t("incidents.table.families", { count: formatCount(families, t) })}
        </span>
      )}
      {hasAny(helpers) && (
        <span className="muted small block">
          {t("incidents.table.helpers", { count: formatCount(helpers, t) })}
        </span>
      )}
      {(disagreement.includes("persons") || disagreement.includes("helpers")) && (
        <span className="block">
          <Tag tone="warn">{t("ui.status.sourcesDisagree")}</Tag>
        </span>
      )}
    </>
  );
}

function hasAny({ low, best, high }: Headline["persons"]): boolean {
  return low !== null || best !== null || high !== null;
}

function RolesCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.role");
  return <Values texts={row.headline.roles.map((role) => t(role))} />;
}

function TypesCell({ row }: CellProps) {
  const t = useTranslations();
  const types = row.headline.eventTypes;
  if (types.length === 0) return <span className="muted">{t("common.none")}</span>;
  return types.map(({ type, modality }) => {
    const label = t(`vocabulary.eventType.${type}`);
    if (modality === "reported") return <div key={type}>{label}</div>;
    return (
      <div key={`${type} ${modality}`}>
        {modality === "denied" ? <s>{label}</s> : label}
        <span className={`small ${modality === "anticipated" ? "text-warn" : "muted"}`}>
          {" "}
          {t("incidents.table.modality", { modality: t(`vocabulary.modality.${modality}`) })}
        </span>
      </div>
    );
  });
}

function SourcesCell({ row }: CellProps) {
  const t = useTranslations("incidents.table");
  const { sources, independentSources } = row.headline;
  if (sources === independentSources) return sources;
  return (
    <>
      {sources}
      <span className="muted small block min-[90rem]:whitespace-nowrap">
        {t("independent", { count: independentSources })}
      </span>
    </>
  );
}

function ReviewCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.reviewStatus");
  const tone = { verified: "accent", disputed: "warn", retracted: "error" } as const;
  const status = row.reviewStatus;
  return <Tag tone={status in tone ? tone[status as keyof typeof tone] : "plain"}>{t(status)}</Tag>;
}

function UpdatedCell({ row }: CellProps) {
  const day = new Date(row.updatedAt).toISOString().slice(0, 10);
  const bounds = { earliest: day, latest: day, precision: 1 } as const;
  return <DateText date={{ ...bounds, text: "", kind: "within", basis: "stated" }} />;
}

function Values({ texts }: { texts: string[] }) {
  const t = useTranslations("common");
  return texts.length === 0 ? <span className="muted">{t("unknown")}</span> : texts.join(", ");
}
