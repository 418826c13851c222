"use client";

import { type RowData, tableFeatures, useTable } from "@tanstack/react-table";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ComponentType, useMemo } from "react";
import type { TableSort } from "../domain/table-params";

/** One column: its name is what it is sorted by. Columns are constants: a new list at each render would be a new table. */
export type DataColumn<Row, Name extends string, Context = undefined> = {
  name: Name;
  Cell: ComponentType<{ row: Row; context: Context }>;
  /** Of its heading and its cells. */
  className?: string;
};

/** What every table is given by its page. */
export type DataTableProps<Row, Name extends string> = {
  /** Already filtered, sorted and cut to one page. */
  rows: Row[];
  sort: TableSort<Name>;
  /** The address that sorts by a column, the other way round where the table already is; null where no link sorts. */
  sortHrefs: Record<Name, string> | null;
};

type Props<Row, Name extends string, Context> = DataTableProps<Row, Name> & {
  columns: readonly DataColumn<Row, Name, Context>[];
  /** What all cells share. */
  context: Context;
  /** The column that leads to what the row is about, and names the row; the first where none is given. */
  leading?: Name;
  /** Where the cells of the leading column lead, if they are no links themselves. */
  leadsTo?: (row: Row) => string;
  rowId: (row: Row) => string;
  /** Where the messages of the table are: `label`, and the headings under `columns`. */
  messages: string;
  /** Where rows can be selected: the form their check boxes belong to, and the name these have there. */
  selection?: { form: string; name: string };
};

const features = tableFeatures({});

/** A table of which the server decides what is in it; each heading is a link that sorts. */
export function DataTable<Row extends RowData, Name extends string, Context>({
  rows,
  sort,
  sortHrefs,
  columns,
  context,
  leading = columns[0]?.name,
  leadsTo,
  rowId,
  messages,
  selection,
}: Props<Row, Name, Context>) {
  const t = useTranslations(messages);
  const definitions = useMemo(() => columns.map(({ name }) => ({ id: name as string })), [columns]);
  const table = useTable({ features, columns: definitions, data: rows, getRowId: rowId });
  const byName = new Map(columns.map((column) => [column.name as string, column]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("label")} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {selection && (
                <th className="no-print" scope="col">
                  <span className="visually-hidden">{t("select")}</span>
                </th>
              )}
              {group.headers.map(({ id }) => (
                <SortHeading
                  className={byName.get(id)?.className}
                  href={sortHrefs === null ? null : sortHrefs[id as Name]}
                  key={id}
                  label={t(`columns.${id}`)}
                  sorted={sort.key === id ? sort : null}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {selection && (
                <td className="no-print" data-label={t("select")}>
                  <label className="check-cell">
                    <span className="visually-hidden">{t("selectRow", { row: row.id })}</span>
                    <input {...selection} type="checkbox" value={row.id} />
                  </label>
                </td>
              )}
              {row.getAllCells().map(({ id, column }) => {
                const { Cell, className } = byName.get(column.id)!;
                const isLeading = column.id === leading;
                const Element = isLeading ? "th" : "td";
                const content = <Cell context={context} row={row.original} />;
                return (
                  <Element
                    className={className}
                    data-label={t(`columns.${column.id}`)}
                    key={id}
                    scope={isLeading ? "row" : undefined}
                  >
                    {isLeading && leadsTo ? (
                      <Link href={leadsTo(row.original)} prefetch={false}>
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

type HeadingProps = {
  label: string;
  href: string | null;
  /** Null where the table is sorted by another column. */
  sorted: { descending: boolean } | null;
  className?: string;
};

function SortHeading({ label, href, sorted, className }: HeadingProps) {
  const direction = sorted?.descending ? "descending" : "ascending";
  const content = (
    <>
      {label}
      {sorted && <span aria-hidden="true"> {sorted.descending ? "↓" : "↑"}</span>}
    </>
  );
  return (
    <th aria-sort={sorted ? direction : "none"} className={className} scope="col">
      {href === null ? (
        content
      ) : (
        <Link className="sort-link" href={href} prefetch={false} scroll={false}>
          {content}
        </Link>
      )}
    </th>
  );
}
