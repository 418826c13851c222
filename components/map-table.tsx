import { useTranslations } from "next-intl";
import type { MapSortKey } from "../domain/map-request";
import type { MapRow } from "../domain/map-row";
import { type DataColumn, DataTable, type DataTableProps } from "./data-table";
import { MapSum } from "./map-sum";

/** Where a row leads: to the incidents it counts, and to the map with it chosen, or no longer. */
type Hrefs = Record<string, { incidents: string; choose: string; isChosen: boolean }>;
type CellProps = { row: MapRow; context: Hrefs };

const COLUMNS: readonly DataColumn<MapRow, MapSortKey, Hrefs>[] = [
  { name: "name", Cell: NameCell, headingClassName: "sm:min-w-40" },
  { name: "country", Cell: ({ row }) => row.country.name },
  { name: "incidents", Cell: IncidentsCell, className: "num" },
  { name: "low", Cell: ({ row }) => <MapSum figure={row.low} />, className: "num" },
  { name: "best", Cell: ({ row }) => <MapSum figure={row.best} />, className: "num" },
  { name: "high", Cell: ({ row }) => <MapSum figure={row.high} />, className: "num" },
];

/** The numbers of the map, province by province. */
export function MapTable({
  hrefs,
  ...props
}: DataTableProps<MapRow, MapSortKey> & { hrefs: Hrefs }) {
  return (
    <DataTable
      {...props}
      columns={COLUMNS}
      context={hrefs}
      messages="map.table"
      rowId={(row) => row.id}
    />
  );
}

function NameCell({ row, context }: CellProps) {
  const t = useTranslations("map.table");
  if (row.isCountry) return t("noProvince", { country: row.name });
  const links = context[row.id];
  if (!links) return row.name;
  return (
    <>
      <a data-soft="stay" href={links.choose}>
        {row.name}
      </a>
      {links.isChosen && <span className="muted"> {t("chosen")}</span>}
    </>
  );
}

function IncidentsCell({ row, context }: CellProps) {
  const t = useTranslations("count");
  const links = context[row.id];
  const count = t("exactly", { count: row.incidents });
  if (!links) return count;
  return <a href={links.incidents}>{count}</a>;
}
