import { PAGE_COLUMN_NAMES, type PageColumnName } from "../domain/incident-columns";
import { type DataColumn, DataTable, type DataTableProps } from "./data-table";
import { INCIDENT_CELLS, type IncidentCellContext, type IncidentTableRow } from "./incident-cell";

type Props = DataTableProps<IncidentTableRow, PageColumnName> & {
  /** The form that the check boxes of the rows belong to; without it rows cannot be selected. */
  selectionForm?: string;
  /** Which columns are shown, in their order. */
  names: readonly PageColumnName[];
  context: IncidentCellContext;
};

const CLASSES: Partial<Record<PageColumnName, { className?: string; headingClassName?: string }>> =
  {
    reference: { className: "nowrap" },
    date: { headingClassName: "sm:min-w-20" },
    title: { className: "card-title", headingClassName: "sm:min-w-36" },
    people: { className: "num" },
    sources: { className: "num" },
  };

const COLUMNS = Object.fromEntries(
  PAGE_COLUMN_NAMES.map((name) => [name, { name, Cell: INCIDENT_CELLS[name], ...CLASSES[name] }]),
) as Record<PageColumnName, DataColumn<IncidentTableRow, PageColumnName, IncidentCellContext>>;

/** The table of incidents. The server decides what is in it; each heading is a link that sorts. */
export function IncidentTable({ names, selectionForm, ...table }: Props) {
  const leading = names.find((name) => name === "reference" || name === "title") ?? names[0];
  return (
    <DataTable
      {...table}
      columns={names.map((name) => COLUMNS[name])}
      leading={leading}
      leadsTo={leading === "title" ? undefined : ({ ref }) => `/incidents/${ref}`}
      messages="incidents.table"
      rowId={({ ref }) => ref}
      selection={selectionForm === undefined ? undefined : { form: selectionForm, name: "ref" }}
    />
  );
}
