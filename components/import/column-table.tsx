import { useTranslations } from "next-intl";
import {
  isMappingField,
  MAPPING_FIELD_NAMES,
  type MappingField,
  mappingField,
} from "../../domain/import/mapping-fields";
import type { TableMapping } from "../../domain/import/table-mapping";
import type { ColumnSample } from "./column-sample";

type Props = { columns: TableMapping["columns"]; samples: ColumnSample[] };

const GROUPS = [
  "record",
  "event",
  "date",
  "place",
  "people",
  "parts",
  "status",
  "source",
] as const satisfies MappingField["group"][];

/** Each column of the file with some of its cells, and the field that it goes to. */
export function ColumnTable({ columns, samples }: Props) {
  const t = useTranslations("import.mapping");
  const byHeader = new Map(samples.map((sample) => [sample.header, sample]));
  return (
    <section aria-labelledby="columns-title">
      <h3 id="columns-title">{t("columns.title")}</h3>
      <p className="muted max-w-prose">{t("columns.about")}</p>
      <div className="table-scroll mt-2">
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{t("columns.header")}</th>
              <th scope="col">{t("columns.cells")}</th>
              <th scope="col">{t("columns.field")}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, field, separator }, n) => {
              const sample = byHeader.get(header);
              return (
                <tr key={header}>
                  <th className="card-title align-middle" scope="row">
                    {header}
                    <input name={`column.${n}.header`} type="hidden" value={header} />
                  </th>
                  <td className="align-middle" data-label={t("columns.cells")}>
                    <span className="muted small">
                      {sample && sample.cells.length > 0
                        ? sample.cells.join(" · ")
                        : t("columns.empty")}
                    </span>
                  </td>
                  <td data-label={t("columns.field")}>
                    <span className="flex flex-wrap gap-1.5">
                      <select
                        aria-label={t("columns.fieldOf", { header })}
                        className="input w-56 max-w-full"
                        defaultValue={field ?? ""}
                        name={`column.${n}.field`}
                      >
                        <option value="">{t("columns.kept")}</option>
                        {GROUPS.map((group) => (
                          <optgroup key={group} label={t(`groups.${group}`)}>
                            {MAPPING_FIELD_NAMES.filter(
                              (name) => mappingField(name).group === group,
                            ).map((name) => (
                              <option key={name} value={name}>
                                {t(`fields.${name}`)}
                              </option>
                            ))}
                          </optgroup>
                        ))}
                      </select>
                      {field !== null && isMappingField(field) && mappingField(field).list && (
                        <input
                          aria-label={t("columns.separatorOf", { header })}
                          className="input w-24"
                          defaultValue={separator}
                          maxLength={5}
                          name={`column.${n}.separator`}
                          placeholder={t("columns.separator")}
                        />
                      )}
                    </span>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
