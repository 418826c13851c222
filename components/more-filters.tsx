import { useTranslations } from "next-intl";
import type { CountryOption } from "../domain/country-option";
import { DANGERS } from "../domain/custody";
import { type FilterName, type IncidentFilter, isAsked } from "../domain/incident-filter";
import { moveName } from "../domain/move-name";
import {
  CORROBORATIONS,
  EVENT_TYPES,
  MODALITIES,
  REVIEW_STATUSES,
  ROLES,
  STATUSES,
} from "../domain/vocabulary";
import { CheckList } from "./ui/check-list";
import { StaticMarkup } from "./ui/static-markup";
import { Suggest } from "./ui/suggest";

type Props = { filter: IncidentFilter; countries: CountryOption[]; names: Record<string, string> };

/** The labels of a code list's vocabulary under the names of the filter. */
const CODE_LISTS = [
  { name: "type", list: "eventType", codes: EVENT_TYPES },
  { name: "modality", list: "modality", codes: MODALITIES },
  { name: "status", list: "status", codes: STATUSES },
  { name: "risk", list: "eventType", codes: DANGERS },
  { name: "role", list: "role", codes: ROLES },
  { name: "corroboration", list: "corroboration", codes: CORROBORATIONS },
  { name: "review", list: "reviewStatus", codes: REVIEW_STATUSES },
] as const;

const HERE: FilterName[] = [
  ...CODE_LISTS.map(({ name }) => name),
  "country",
  "place",
  "move",
  "nationality",
  "people_min",
  "people_max",
  "news_from",
  "news_to",
  "source",
];

/** Everything but text, province and date, folded away until it is wanted. */
export function MoreFilters({ filter, countries, names }: Props) {
  const t = useTranslations();
  const used = HERE.filter((name) => isAsked(filter, name)).length;
  const named = (offered: { id: string; name: string }[], selected: string[]) => [
    ...selected
      .filter((id) => !offered.some((option) => option.id === id))
      .map((id) => ({ value: id, label: names[id] ?? id })),
    ...offered.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <details className="mt-3">
      <summary className="text-accent">{t("incidents.filter.more", { count: used })}</summary>
      <div className="mt-3 columns-[11rem] gap-6 *:mb-4 *:break-inside-avoid">
        <StaticMarkup as="div" className="contents *:mb-4 *:break-inside-avoid">
          {CODE_LISTS.map(({ name, list, codes }) => (
            <CheckList
              key={name}
              legend={t(`incidents.filter.${name}`)}
              name={name}
              options={codes.map((code) => ({
                value: code,
                label: t(`vocabulary.${list}.${code}`),
              }))}
              selected={filter[name]}
            />
          ))}
          <CheckList
            legend={t("incidents.filter.country")}
            name="country"
            options={named(
              countries.filter(({ ofPlaces }) => ofPlaces),
              filter.country,
            )}
            selected={filter.country}
          />
          <CheckList
            legend={t("incidents.filter.nationality")}
            name="nationality"
            options={named(
              countries.filter(({ ofPeople }) => ofPeople),
              filter.nationality,
            )}
            selected={filter.nationality}
          />
        </StaticMarkup>
        <div className="grid content-start gap-3">
          <Bound filter={filter} inputMode="numeric" name="people_min" />
          <Bound filter={filter} inputMode="numeric" name="people_max" />
        </div>
        <div className="grid content-start gap-3">
          <Bound filter={filter} name="news_from" placeholder={t("incidents.filter.dayExample")} />
          <Bound filter={filter} name="news_to" placeholder={t("incidents.filter.dayExample")} />
        </div>
        <div className="grid content-start gap-3">
          {filter.place.length > 0 && (
            <CheckList
              legend={t("incidents.filter.place")}
              name="place"
              options={named([], filter.place)}
              selected={filter.place}
            />
          )}
          {filter.move.length > 0 && (
            <CheckList
              legend={t("incidents.filter.move")}
              name="move"
              options={filter.move.map((code) => ({
                value: code,
                label: moveName(code, new Map(Object.entries(names)), t),
              }))}
              selected={filter.move}
            />
          )}
          <Suggest
            isFolded
            fetchUrl="/suggest/places"
            hint={t("incidents.filter.addPlaceHint")}
            label={t("incidents.filter.addPlace")}
            name="place"
            writes="value"
          />
        </div>
        <div className="grid content-start gap-3">
          {filter.source.length > 0 && (
            <CheckList
              legend={t("incidents.filter.source")}
              name="source"
              options={named([], filter.source)}
              selected={filter.source}
            />
          )}
          <Suggest
            isFolded
            fetchUrl="/suggest/sources"
            hint={t("incidents.filter.addSourceHint")}
            label={t("incidents.filter.addSource")}
            name="source"
            writes="value"
          />
        </div>
      </div>
      <button className="btn btn-primary mt-4" type="submit">
        {t("incidents.filter.apply")}
      </button>
    </details>
  );
}

function Bound({
  filter,
  name,
  ...input
}: Pick<Props, "filter"> & {
  name: "people_min" | "people_max" | "news_from" | "news_to";
  inputMode?: "numeric";
  placeholder?: string;
}) {
  const t = useTranslations("incidents.filter");
  const typed = filter[name] ?? filter.invalid.find((bad) => bad.name === name)?.value ?? "";
  return (
    <label className="field">
      <span className="field-label">{t(name)}</span>
      <input className="input" defaultValue={typed} name={name} {...input} />
    </label>
  );
}
