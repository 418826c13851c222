import Form from "next/form";
import { useTranslations } from "next-intl";
import type { CountryOption } from "../domain/country-option";
import type { IncidentFilter } from "../domain/incident-filter";
import type { ProvinceOption } from "../domain/province-option";

type Props = {
  filters: readonly [IncidentFilter, IncidentFilter];
  countries: CountryOption[];
  provinces: ProvinceOption[];
  /** Names of the provinces that the filters ask for, by code. */
  names: Record<string, string>;
  /** All else that the address says. */
  kept: [name: string, value: string][];
};

/** Which two are to be compared, sent by GET: the address says all of it. */
export function CompareForm({ filters, countries, provinces, names, kept }: Props) {
  const t = useTranslations();
  return (
    <Form action="/compare" className="card card-body no-print grid gap-4" prefetch={false}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} name={name} type="hidden" value={value} />
      ))}
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-2">
        {(["first", "second"] as const).map((side, at) => (
          <fieldset className="fieldset flex flex-col" key={side}>
            <legend>{t(`compare.${side}`)}</legend>
            <Side
              countries={countries}
              filter={filters[at]!}
              names={names}
              prefix={at === 0 ? "a." : "b."}
              provinces={provinces}
            />
          </fieldset>
        ))}
      </div>
      <div>
        <button className="btn btn-primary" type="submit">
          {t("compare.apply")}
        </button>
      </div>
    </Form>
  );
}

type SideProps = Pick<Props, "countries" | "provinces" | "names"> & {
  filter: IncidentFilter;
  prefix: string;
};

/** One province in each field; where the filter has several there are as many, and the times of both sides stay level. */
function Side({ filter, prefix, countries, provinces, names }: SideProps) {
  const t = useTranslations("incidents.filter");
  const chosen = filter.province.length > 0 ? filter.province : [""];
  return (
    <div className="flex flex-1 flex-col gap-3">
      <div className="field-row">
        {chosen.map((id) => (
          <label className="field" key={id}>
            <span className="field-label">{t("province")}</span>
            <select className="input" defaultValue={id} name={`${prefix}province`}>
              <option value="">{t("anyProvince")}</option>
              {id !== "" && !provinces.some((option) => option.id === id) && (
                <option value={id}>{names[id] ?? id}</option>
              )}
              {countries.map((country) => {
                const own = provinces.filter(({ countryId }) => countryId === country.id);
                return own.length === 0 ? null : (
                  <optgroup key={country.id} label={country.name}>
                    {own.map((option) => (
                      <option key={option.id} value={option.id}>
                        {option.name}
                      </option>
                    ))}
                  </optgroup>
                );
              })}
            </select>
          </label>
        ))}
      </div>
      <div className="field-row mt-auto">
        {(["from", "to"] as const).map((name) => (
          <label className="field" key={name}>
            <span className="field-label">{t(name)}</span>
            <input
              className="input"
              defaultValue={
                filter[name] ?? filter.invalid.find((bad) => bad.name === name)?.value ?? ""
              }
              name={`${prefix}${name}`}
              placeholder={t("dayExample")}
            />
          </label>
        ))}
        <label className="field">
          <span className="field-label">{t("dates")}</span>
          <select
            className="input"
            defaultValue={filter.dates === "certain" ? "certain" : ""}
            name={`${prefix}dates`}
          >
            <option value="">{t("possible")}</option>
            <option value="certain">{t("certain")}</option>
          </select>
        </label>
      </div>
    </div>
  );
}
