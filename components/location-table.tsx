import { useTranslations } from "next-intl";
import { locationPath } from "../domain/location-path";
import type { LocationRow } from "../domain/location-row";
import type { LocationSortKey } from "../domain/location-table";
import { type DataColumn, DataTable, type DataTableProps } from "./data-table";
import { LocationKindText } from "./ui/location-kind-text";
import { NumberText } from "./ui/number-text";

type CellProps = { row: LocationRow };

const COLUMNS: readonly DataColumn<LocationRow, LocationSortKey>[] = [
  { name: "name", Cell: NameCell, headingClassName: "sm:min-w-40" },
  { name: "korean", Cell: ({ row }) => <NameIn language="ko" name={row.nameKo} /> },
  { name: "chinese", Cell: ({ row }) => <NameIn language="zh" name={row.nameZh} /> },
  { name: "kind", Cell: ({ row }) => <LocationKindText {...row} /> },
  { name: "province", Cell: ({ row }) => <PlaceLink place={row.province} /> },
  { name: "country", Cell: ({ row }) => <PlaceLink place={row.country} /> },
  { name: "incidents", Cell: ({ row }) => <NumberText number={row.incidents} />, className: "num" },
];

/** The table of places. */
export function LocationTable(props: DataTableProps<LocationRow, LocationSortKey>) {
  return (
    <DataTable
      context={undefined}
      {...props}
      columns={COLUMNS}
      messages="locations"
      rowId={(row) => row.id}
    />
  );
}

function NameCell({ row }: CellProps) {
  return <a href={locationPath(row.id)}>{row.nameEn}</a>;
}

function NameIn({ language, name }: { language: "ko" | "zh"; name: string | null }) {
  const t = useTranslations("common");
  if (name === null) return <span className="muted">{t("nothing")}</span>;
  return <span lang={language}>{name}</span>;
}

function PlaceLink({ place }: { place: LocationRow["province"] }) {
  const t = useTranslations("common");
  if (place === null) return <span className="muted">{t("nothing")}</span>;
  return <a href={locationPath(place.id)}>{place.name}</a>;
}
