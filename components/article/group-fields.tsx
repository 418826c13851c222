import { useTranslations } from "next-intl";
import type { ArticleCase, ArticleGroup } from "../../domain/article/article-case";
import { isUnknownCount } from "../../domain/count-range";
import { formatCount } from "../../domain/format-count";
import { parseCount } from "../../domain/parse-count";
import { AGE_BANDS, CIRCUMSTANCES, ROLES, SEXES, UNITS } from "../../domain/vocabulary";
import { useCodeOptions } from "../form/use-code-options";
import { CountText } from "../ui/count-text";
import { Choice } from "./choice";
import { FactRow } from "./fact-row";
import { Line } from "./line";

type Props = {
  one: ArticleCase;
  group: ArticleGroup;
  number: number;
  countries: readonly { value: string; label: string }[];
  onChange: (fields: Partial<ArticleGroup>) => void;
  onRemove: () => void;
};

/** A group of people of a draft. */
export function GroupFields({ one, group, number, countries, onChange, onRemove }: Props) {
  const t = useTranslations("form.groups");
  const own = useTranslations("article");
  const roles = useCodeOptions("role", ROLES);
  const units = useCodeOptions("unit", UNITS);
  const ages = useCodeOptions("ageBand", AGE_BANDS);
  const sexes = useCodeOptions("sex", SEXES);
  const circumstances = useCodeOptions("circumstance", CIRCUMSTANCES);
  const { count, issues } = parseCount(group.count);
  const name = t("row", { number });
  const say = useTranslations();
  const told = formatCount(count, say);
  const labelOf = (options: typeof roles, value: string) =>
    value === ""
      ? []
      : options.filter((option) => option.value === value).map(({ label }) => label);
  const facts = [
    ...labelOf(units, group.unit),
    ...labelOf(roles, group.role),
    ...labelOf([...countries], group.nationality),
    ...labelOf(ages, group.ageBand),
  ];
  const others = one.groups.flatMap(({ key, count: told }, at) =>
    key === group.key
      ? []
      : [{ value: key, label: [t("row", { number: at + 1 }), told].filter(Boolean).join(", ") }],
  );
  return (
    <FactRow
      doubts={group.doubts}
      fact={`${one.key}.${group.key}`}
      name={name}
      words={group.spans.length}
    >
      <details className={group.partOf === "" ? undefined : "pl-4"} open={group.spans.length === 0}>
        <summary>
          <span className="font-semibold">{name}</span>{" "}
          <span className="muted">{[told, ...facts].join(", ")}</span>
        </summary>
        <div className="mt-2 grid gap-2">
          <div className="field-row">
            <Line
              hint={
                group.count !== "" && issues.length === 0 && !isUnknownCount(count) ? (
                  <CountText count={count} />
                ) : (
                  t("countHint")
                )
              }
              label={t("count")}
              onChange={(value) => onChange({ count: value })}
              value={group.count}
            />
            <Choice
              label={t("unit")}
              onChange={(unit) => onChange({ unit })}
              options={units}
              value={group.unit}
            />
          </div>
          <div className="field-row">
            <Choice
              label={t("role")}
              onChange={(role) => onChange({ role })}
              options={roles}
              value={group.role}
            />
            <Choice
              label={t("nationality")}
              none={t("unknown")}
              onChange={(nationality) => onChange({ nationality })}
              options={countries}
              value={group.nationality}
            />
          </div>
          <Choice
            label={t("partOf")}
            none={t("noPart")}
            onChange={(partOf) => onChange({ partOf })}
            options={others}
            value={group.partOf}
          />
          <details
            open={group.ageBand !== "" || group.sex !== "" || group.circumstances.length > 0}
          >
            <summary className="text-accent">{t("more")}</summary>
            <div className="mt-2 grid gap-2">
              <div className="field-row">
                <Choice
                  label={t("ageBand")}
                  none={t("unknown")}
                  onChange={(ageBand) => onChange({ ageBand })}
                  options={ages}
                  value={group.ageBand}
                />
                <Choice
                  label={t("sex")}
                  none={t("unknown")}
                  onChange={(sex) => onChange({ sex })}
                  options={sexes}
                  value={group.sex}
                />
              </div>
              <fieldset className="fieldset">
                <legend>{t("circumstances")}</legend>
                <div className="flex flex-wrap gap-x-4">
                  {circumstances.map(({ value, label }) => (
                    <label className="check" key={value}>
                      <input
                        checked={group.circumstances.includes(value)}
                        onChange={({ target }) =>
                          onChange({
                            circumstances: target.checked
                              ? [...group.circumstances, value]
                              : group.circumstances.filter((code) => code !== value),
                          })
                        }
                        type="checkbox"
                      />
                      {label}
                    </label>
                  ))}
                </div>
              </fieldset>
              <Line
                hint={t("labelHint")}
                label={t("label")}
                onChange={(label) => onChange({ label })}
                value={group.label}
              />
            </div>
          </details>
          <p>
            <button className="btn btn-small" onClick={onRemove} type="button">
              {own("removeGroup", { number })}
            </button>
          </p>
        </div>
      </details>
    </FactRow>
  );
}
