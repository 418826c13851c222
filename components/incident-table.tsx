"use client";

import { createColumnHelper, metaHelper, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { PageColumnName } from "../domain/incident-columns";
import { PAGE_COLUMN_NAMES } from "../domain/incident-columns";
import type { IncidentSort } from "../domain/incident-sort";
import { INCIDENT_CELLS, type IncidentCellContext, type IncidentTableRow } from "./incident-cell";

type Props = {
  /** Already filtered, sorted and cut to one page. */
  rows: IncidentTableRow[];
  columns: readonly PageColumnName[];
  sort: IncidentSort;
  /** The address that sorts by a column, the other way round where the table already is. */
  sortHrefs: Record<PageColumnName, string>;
  context: IncidentCellContext;
  label: string;
};

const CELL_CLASSES: Partial<Record<PageColumnName, string>> = {
  date: "sm:min-w-25",
  title: "card-title sm:min-w-44",
  people: "num",
  status: "sm:min-w-28",
  sources: "num",
};

const features = tableFeatures({ tableMeta: metaHelper<IncidentCellContext>() });
const helper = createColumnHelper<typeof features, IncidentTableRow>();
const COLUMNS = new Map(
  PAGE_COLUMN_NAMES.map((name) => {
    const Cell = INCIDENT_CELLS[name];
    const column = helper.display({
      id: name,
      cell: ({ row, table }) => <Cell context={table.options.meta!} row={row.original} />,
    });
    return [name, column];
  }),
);

/** The table of incidents. The server decides what is in it; each heading is a link that sorts. */
export function IncidentTable({ rows, columns, sort, sortHrefs, context, label }: Props) {
  const t = useTranslations("columns");
  const table = useTable({
    features,
    columns: columns.map((name) => COLUMNS.get(name)!),
    data: rows,
    getRowId: (row) => row.ref,
    meta: context,
  });
  // One column leads to the incident, whichever are shown.
  const leading = columns.find((name) => name === "reference" || name === "title") ?? columns[0];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id }) => (
                <Heading
                  href={sortHrefs[id as PageColumnName]}
                  key={id}
                  label={t(id)}
                  name={id as PageColumnName}
                  sort={sort}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getAllCells().map((cell) => {
                const name = cell.column.id as PageColumnName;
                const content = <table.FlexRender cell={cell} />;
                const Element = name === leading ? "th" : "td";
                return (
                  <Element
                    className={CELL_CLASSES[name]}
                    data-label={t(name)}
                    key={cell.id}
                    scope={name === leading ? "row" : undefined}
                  >
                    {name === leading ? (
                      <Link href={`/incidents/${row.original.ref}`} prefetch={false}>
                        {content}
                      </Link>
                    ) : (
                      <div>{content}</div>
                    )}
                  </Element>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type HeadingProps = { name: PageColumnName; label: string; href: string; sort: IncidentSort };

function Heading({ name, label, href, sort }: HeadingProps) {
  const direction = sort.descending ? "descending" : "ascending";
  const sorted = sort.key === name ? direction : "none";
  return (
    <th aria-sort={sorted} className={CELL_CLASSES[name]} scope="col">
      <Link className="sort-link" href={href} prefetch={false} scroll={false}>
        {label}
        {sorted !== "none" && <span aria-hidden="true"> {sort.descending ? "↓" : "↑"}</span>}
      </Link>
    </th>
  );
}
