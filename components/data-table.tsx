import { constructTable, type RowData, tableFeatures } from "@tanstack/table-core";
import { storeReactivityBindings } from "@tanstack/table-core/store-reactivity-bindings";
import { useTranslations } from "next-intl";
import type { ComponentType, CSSProperties } from "react";
import type { TableSort } from "../domain/table-params";
import { StaticMarkup } from "./ui/static-markup";

/** One column: its name is what it is sorted by. */
export type DataColumn<Row, Name extends string, Context = undefined> = {
  name: Name;
  Cell: ComponentType<{ row: Row; context: Context }>;
  /** Of its heading and its cells. */
  className?: string;
  /** Of its heading alone, which is enough for a width. */
  headingClassName?: string;
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

const features = tableFeatures({ coreReactivityFeature: storeReactivityBindings() });

/**
 * A table of which the server decides what is in it; each heading is a link that sorts. Nothing of it runs in the
 * browser, and each cell has no more around it than it needs: of a list it is the most of the page.
 */
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
  const table = constructTable({
    features,
    columns: columns.map(({ name }) => ({ id: name as string })),
    data: rows,
    getRowId: rowId,
  });
  const byName = new Map(columns.map((column) => [column.name as string, column]));
  const labels = columns.map(({ name }) => t(`columns.${name as string}`));
  const ofCells = selection ? [t("select"), ...labels] : labels;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("label")} className="table-scroll" data-soft="" tabIndex={0}>
      <table className="table table-cards table-bare" style={labelsOfCells(ofCells)}>
        <thead data-soft="stay">
          <tr>
            {selection && (
              <th className="no-print" scope="col">
                <span className="visually-hidden">{t("select")}</span>
              </th>
            )}
            {table.getFlatHeaders().map(({ id }, at) => {
              const { className, headingClassName } = byName.get(id)!;
              return (
                <SortHeading
                  className={[className, headingClassName].filter(Boolean).join(" ") || undefined}
                  href={sortHrefs === null ? null : sortHrefs[id as Name]}
                  key={id}
                  label={labels[at]!}
                  sorted={sort.key === id ? sort : null}
                />
              );
            })}
          </tr>
        </thead>
        <StaticMarkup as="tbody">
          {table.getRowModel().rows.map(({ id, original: row }) => (
            <tr key={id}>
              {selection && (
                <td className="no-print">
                  <label className="check-cell">
                    <input
                      {...selection}
                      aria-label={t("selectRow", { row: id })}
                      type="checkbox"
                      value={id}
                    />
                  </label>
                </td>
              )}
              {columns.map(({ name, Cell, className }) => {
                const isLeading = name === leading;
                const Element = isLeading ? "th" : "td";
                return (
                  <Element className={className} key={name} scope={isLeading ? "row" : undefined}>
                    {isLeading && leadsTo ? (
                      <a href={leadsTo(row)}>
                        <Cell context={context} row={row} />
                      </a>
                    ) : (
                      <Cell context={context} row={row} />
                    )}
                  </Element>
                );
              })}
            </tr>
          ))}
        </StaticMarkup>
      </table>
    </section>
  );
}

/**
 * What each cell is called where a row is a card, said once and not at each cell: globals.css puts them beside the
 * cells, by their places.
 */
function labelsOfCells(labels: string[]): CSSProperties {
  return Object.fromEntries(
    labels.map((label, at) => [`--label-${at + 1}`, JSON.stringify(label)]),
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
        <a className="sort-link" href={href}>
          {content}
        </a>
      )}
    </th>
  );
}
