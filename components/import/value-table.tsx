import { useTranslations } from "next-intl";
import { isMappingField, mappingField } from "../../domain/import/mapping-fields";
import { UNDECIDED } from "../../domain/import/mapping-form";
import type { UndecidedValue } from "../../domain/import/undecided-values";
import type { DecidedValue } from "./decided-value";
import { useCodeLabel } from "./use-code-label";

type Props = { undecided: UndecidedValue[]; undecidedCount: number; decided: DecidedValue[] };

type Line = {
  field: string;
  value: string;
  meaning: string;
  rows: number | null;
  choices: { value: string; label: string }[];
};

/** What the cells of columns for codes and places mean, where they are not of the ledger's own words. */
export function ValueTable({ undecided, undecidedCount, decided }: Props) {
  const t = useTranslations("import.mapping.values");
  if (undecided.length + decided.length === 0) return null;
  const open = undecided.map(
    ({ field, value, rows, suggestions }): Line => ({
      field,
      value,
      rows,
      meaning: UNDECIDED,
      choices: suggestions,
    }),
  );
  const closed = decided.map(
    ({ field, value, meaning, label }): Line => ({
      field,
      value,
      meaning,
      rows: null,
      choices: meaning === "" ? [] : [{ value: meaning, label }],
    }),
  );
  return (
    <section aria-labelledby="values-title">
      <h3 id="values-title">{t("title")}</h3>
      <p className="muted max-w-prose">{t("about")}</p>
      {open.length > 0 && <Lines first={0} lines={open} />}
      {undecidedCount > open.length && (
        <p className="muted mt-1">{t("more", { count: undecidedCount - open.length })}</p>
      )}
      {closed.length > 0 && (
        <details className="mt-3" open={open.length === 0}>
          <summary>{t("decided", { count: closed.length })}</summary>
          <Lines first={open.length} lines={closed} />
        </details>
      )}
    </section>
  );
}

function Lines({ lines, first }: { lines: Line[]; first: number }) {
  const t = useTranslations("import.mapping");
  const labelOf = useCodeLabel();
  return (
    <div className="table-scroll mt-2">
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("values.value")}</th>
            <th scope="col">{t("columns.field")}</th>
            <th className="num" scope="col">
              {t("values.rows")}
            </th>
            <th scope="col">{t("values.meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ field, value, meaning, rows, choices }, index) => {
            const n = first + index;
            const { kind, codes = [] } = isMappingField(field)
              ? mappingField(field)
              : { kind: "text" };
            const options =
              kind === "code"
                ? codes.map((code) => ({ value: code, label: labelOf(field, code) }))
                : choices;
            return (
              <tr key={`${field} ${value}`}>
                <th className="card-title align-middle" scope="row">
                  {value}
                  <input name={`value.${n}.field`} type="hidden" value={field} />
                  <input name={`value.${n}.cell`} type="hidden" value={value} />
                </th>
                <td className="align-middle" data-label={t("columns.field")}>
                  {t(`fields.${field}`)}
                </td>
                <td className="num align-middle" data-label={t("values.rows")}>
                  {rows}
                </td>
                <td data-label={t("values.meaning")}>
                  <span className="flex flex-wrap gap-1.5">
                    <select
                      aria-label={t("values.meaningOf", { value })}
                      className="input w-56 max-w-full"
                      defaultValue={meaning}
                      name={`value.${n}.meaning`}
                    >
                      <option value={UNDECIDED}>{t("values.undecided")}</option>
                      {options.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.label || option.value}
                        </option>
                      ))}
                      <option value="">{t("values.nothing")}</option>
                    </select>
                    {kind !== "code" && (
                      <input
                        aria-label={t("values.placeOf", { value })}
                        className="input w-56 max-w-full"
                        name={`value.${n}.place`}
                        placeholder={t("values.place")}
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
  );
}
