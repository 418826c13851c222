import Form from "next/form";
import { useTranslations } from "next-intl";
import { PAGE_COLUMN_NAMES, type PageColumnName } from "../domain/incident-columns";
import { type IncidentSort, SORT_KEYS, serializeIncidentSort } from "../domain/incident-sort";
import { Disclosure } from "./ui/disclosure";
import { StaticMarkup } from "./ui/static-markup";

type Props = {
  columns: readonly PageColumnName[];
  sort: IncidentSort;
  /** The address with a column moved one place; null at the end. */
  moves: Record<string, { earlier: string | null; later: string | null }>;
  /** What the address says beside columns and order, kept as it is. */
  kept: [name: string, value: string][];
};

/** Which columns the table has, in which order, and by which it is sorted. */
export function ColumnChoice({ columns, sort, moves, kept }: Props) {
  const t = useTranslations();
  const hidden = PAGE_COLUMN_NAMES.filter((name) => !columns.includes(name));
  return (
    <Disclosure summary={t("incidents.columns.title")}>
      <Form action="/incidents" prefetch={false}>
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} name={name} type="hidden" value={value} />
        ))}
        <label className="field">
          <span className="field-label">{t("incidents.columns.sort")}</span>
          <select className="input" defaultValue={serializeIncidentSort(sort)} name="sort">
            {SORT_KEYS.flatMap((key) =>
              [false, true].map((descending) => {
                const value = serializeIncidentSort({ key, descending });
                const column = t(`incidents.table.columns.${key}`);
                const order = descending ? "descending" : "ascending";
                return (
                  <option key={value} value={value}>
                    {t(`incidents.columns.${order}`, { column })}
                  </option>
                );
              }),
            )}
          </select>
        </label>
        <fieldset className="fieldset mt-3" data-soft="stay">
          <legend>{t("incidents.columns.shown")}</legend>
          <StaticMarkup as="div">
            {[...columns, ...hidden].map((name) => (
              <div className="flex items-center gap-1" key={name}>
                <label className="check min-w-40 flex-1">
                  <input
                    defaultChecked={columns.includes(name)}
                    name="columns"
                    type="checkbox"
                    value={name}
                  />
                  {t(`incidents.table.columns.${name}`)}
                </label>
                <Move
                  column={t(`incidents.table.columns.${name}`)}
                  href={moves[name]?.earlier}
                  way="earlier"
                />
                <Move
                  column={t(`incidents.table.columns.${name}`)}
                  href={moves[name]?.later}
                  way="later"
                />
              </div>
            ))}
          </StaticMarkup>
        </fieldset>
        <button className="btn btn-primary mt-3" type="submit">
          {t("incidents.columns.apply")}
        </button>
      </Form>
    </Disclosure>
  );
}

type MoveProps = { column: string; href: string | null | undefined; way: "earlier" | "later" };

function Move({ column, href, way }: MoveProps) {
  const t = useTranslations("incidents.columns");
  if (!href) return <span className="w-7" />;
  return (
    <a
      aria-label={t(way, { column })}
      className="inline-flex h-6 w-7 items-center justify-center no-underline"
      href={href}
    >
      {way === "earlier" ? "↑" : "↓"}
    </a>
  );
}
