import { useTranslations } from "next-intl";
import type { CountryOption } from "../domain/country-option";
import type { ProvinceOption } from "../domain/province-option";
import { CheckList } from "./ui/check-list";
import { Disclosure } from "./ui/disclosure";
import { StaticMarkup } from "./ui/static-markup";
import { Suggest } from "./ui/suggest";

type Props = {
  countries: CountryOption[];
  provinces: ProvinceOption[];
  selected: readonly string[];
  /** Names of what is selected, by code. */
  names: Record<string, string>;
};

/** Provinces by country, those that occur in the ledger; any other by one of its names. */
export function ProvinceChoice({ countries, provinces, selected, names }: Props) {
  const t = useTranslations("incidents.filter");
  const offered = new Set(provinces.map(({ id }) => id));
  const others = selected.filter((id) => !offered.has(id));
  const chosen = selected.map((id) => names[id] ?? id).join(", ");
  const byCountry = countries
    .map((country) => ({
      ...country,
      options: provinces
        .filter(({ countryId }) => countryId === country.id)
        .map(({ id, name }) => ({ value: id, label: name })),
    }))
    .filter(({ options }) => options.length > 0);
  return (
    <div className="field">
      <span aria-hidden="true" className="field-label">
        {t("province")}
      </span>
      <Disclosure
        side="left"
        summary={
          <>
            <span className="visually-hidden">{t("province")}: </span>
            <span className="truncate">{chosen || t("anyProvince")}</span>
          </>
        }
        summaryClassName="input flex items-center justify-between gap-2"
      >
        <StaticMarkup as="div" className="max-h-72 overflow-y-auto">
          {others.length > 0 && (
            <CheckList
              legend={t("otherProvinces")}
              name="province"
              options={others.map((id) => ({ value: id, label: names[id] ?? id }))}
              selected={selected}
            />
          )}
          {byCountry.map(({ id, name, options }) => (
            <CheckList
              key={id}
              legend={name}
              name="province"
              options={options}
              selected={selected}
            />
          ))}
        </StaticMarkup>
        <div className="mt-3">
          <Suggest
            isFolded
            fetchUrl="/suggest/provinces"
            hint={t("addProvinceHint")}
            label={t("addProvince")}
            name="province"
            writes="value"
          />
        </div>
      </Disclosure>
    </div>
  );
}
