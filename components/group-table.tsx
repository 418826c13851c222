import { useTranslations } from "next-intl";
import { type CountRange, isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";
import type { GroupRow } from "../domain/group-row";
import type { GroupSortKey } from "../domain/group-table";
import type { Unit } from "../domain/vocabulary";
import { type DataColumn, DataTable, type DataTableProps } from "./data-table";
import { IncidentTitle } from "./ui/incident-title";

type CellProps = { row: GroupRow };

const COLUMNS: readonly DataColumn<GroupRow, GroupSortKey>[] = [
  { name: "incident", Cell: IncidentCell, className: "nowrap" },
  {
    name: "title",
    Cell: ({ row }) => <IncidentTitle {...row.incident} />,
    headingClassName: "sm:min-w-40",
  },
  { name: "role", Cell: RoleCell, headingClassName: "sm:min-w-32" },
  { name: "nationality", Cell: ({ row }) => <OrUnknown text={row.nationality?.name} /> },
  {
    name: "people",
    Cell: ({ row }) => <People {...row} />,
    className: "num",
    headingClassName: "sm:min-w-24",
  },
  { name: "part", Cell: PartCell, headingClassName: "sm:min-w-28" },
  { name: "age", Cell: AgeCell },
  { name: "sex", Cell: SexCell },
  { name: "circumstances", Cell: CircumstancesCell, headingClassName: "sm:min-w-28" },
  { name: "status", Cell: StatusCell, headingClassName: "sm:min-w-24" },
];

/** The table of groups of people over all incidents. */
export function GroupTable(props: DataTableProps<GroupRow, GroupSortKey>) {
  return (
    <DataTable
      context={undefined}
      {...props}
      columns={COLUMNS}
      messages="groups"
      rowId={(row) => `${row.incident.ref} ${row.id}`}
    />
  );
}

function IncidentCell({ row }: CellProps) {
  return <a href={`/incidents/${row.incident.ref}`}>{row.incident.ref}</a>;
}

function RoleCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.role");
  return (
    <>
      {t(row.role)}
      {row.label !== "" && <span className="muted small block">{row.label}</span>}
    </>
  );
}

function PartCell({ row }: CellProps) {
  const t = useTranslations();
  if (row.partOf === null) return <span className="muted">{t("common.nothing")}</span>;
  return (
    <>
      {row.partOf.label || t(`vocabulary.role.${row.partOf.role}`)}
      {!isUnknownCount(row.partOf.count) && (
        <span className="muted small block">
          <People {...row.partOf} />
        </span>
      )}
    </>
  );
}

/** Families are named as such: they are never counted as persons. */
function People({ count, unit }: { count: CountRange; unit: Unit }) {
  const t = useTranslations();
  const text = formatCount(count, t);
  if (unit === "person") return text;
  return t("groups.families", { count: text, number: count.high ?? count.best ?? count.low ?? 0 });
}

function AgeCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.ageBand");
  return <OrUnknown text={row.ageBand === null ? null : t(row.ageBand)} />;
}

function SexCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.sex");
  return <OrUnknown text={row.sex === null ? null : t(row.sex)} />;
}

function CircumstancesCell({ row }: CellProps) {
  const t = useTranslations();
  if (row.circumstances.length === 0) return <span className="muted">{t("common.nothing")}</span>;
  return row.circumstances.map((code) => t(`vocabulary.circumstance.${code}`)).join(", ");
}

function StatusCell({ row }: CellProps) {
  const t = useTranslations("vocabulary.status");
  return <OrUnknown text={row.statuses.map((status) => t(status)).join(", ")} />;
}

function OrUnknown({ text }: { text: string | null | undefined }) {
  const t = useTranslations("common");
  return text ? text : <span className="muted">{t("unknown")}</span>;
}
