import Form from "next/form";
import { useTranslations } from "next-intl";
import type { CountryOption } from "../domain/country-option";
import type { IncidentFilter } from "../domain/incident-filter";
import type { ProvinceOption } from "../domain/province-option";
import { MoreFilters } from "./more-filters";
import { ProvinceChoice } from "./province-choice";

type Props = {
  /** The page that the form leads to. */
  path: string;
  filter: IncidentFilter;
  countries: CountryOption[];
  provinces: ProvinceOption[];
  /** Names of the provinces, countries and sources the filter asks for, by code. */
  names: Record<string, string>;
  /** What the address says beside the filter, kept as it is. */
  kept: [name: string, value: string][];
};

/** The filter as a form: sent by GET, so that the address says all of it and no script is needed. */
export function IncidentFilterForm({ filter, countries, provinces, names, kept, path }: Props) {
  const t = useTranslations("incidents.filter");
  return (
    <details className="fold-narrow no-print">
      <summary className="btn mb-2">{t("title")}</summary>
      <Form action={path} className="card card-body relative" prefetch={false}>
        {kept.map(([name, value]) => (
          <input key={name} name={name} type="hidden" value={value} />
        ))}
        {filter.q !== null && <input name="q" type="hidden" value={filter.q} />}
        {filter.ref.map((ref) => (
          <input key={ref} name="ref" type="hidden" value={ref} />
        ))}
        {filter.when.map((period) => (
          <input key={period} name="when" type="hidden" value={period} />
        ))}
        <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1.25fr_auto] lg:items-end">
          <ProvinceChoice
            countries={countries}
            names={names}
            provinces={provinces}
            selected={filter.province}
          />
          <label className="field">
            <span className="field-label">{t("from")}</span>
            <input
              className="input"
              defaultValue={asTyped(filter, "from")}
              name="from"
              placeholder={t("dayExample")}
            />
          </label>
          <label className="field">
            <span className="field-label">{t("to")}</span>
            <input
              className="input"
              defaultValue={asTyped(filter, "to")}
              name="to"
              placeholder={t("dayExample")}
            />
          </label>
          <label className="field">
            <span className="field-label">{t("dates")}</span>
            <select
              className="input"
              defaultValue={filter.dates === "certain" ? "certain" : ""}
              name="dates"
            >
              <option value="">{t("possible")}</option>
              <option value="certain">{t("certain")}</option>
            </select>
          </label>
          <button className="btn btn-primary" type="submit">
            {t("apply")}
          </button>
        </div>
        <MoreFilters countries={countries} filter={filter} names={names} />
      </Form>
    </details>
  );
}

/** A mistake is shown where it was typed. */
function asTyped(filter: IncidentFilter, name: "from" | "to"): string {
  return filter[name] ?? filter.invalid.find((bad) => bad.name === name)?.value ?? "";
}
