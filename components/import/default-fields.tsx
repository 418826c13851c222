import { useTranslations } from "next-intl";
import {
  MAPPING_FIELD_NAMES,
  type MappingFieldName,
  mappingField,
} from "../../domain/import/mapping-fields";
import { useCodeLabel } from "./use-code-label";

const FIRST = ["title", "event_type", "country", "role", "source_publisher", "source_url"] as const;
const FILLS = MAPPING_FIELD_NAMES.filter((name) => mappingField(name).fills);
const REST = FILLS.filter((name) => !(FIRST as readonly string[]).includes(name));

/** What every row has that has no such column, or nothing in it. */
export function DefaultFields({ defaults }: { defaults: Record<string, string> }) {
  const t = useTranslations("import.mapping");
  const isUsed = REST.some((name) => (defaults[name] ?? "") !== "");
  return (
    <fieldset className="fieldset">
      <legend>{t("defaults.title")}</legend>
      <p className="field-hint max-w-prose">{t("defaults.about")}</p>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {FIRST.map((name) => (
          <DefaultField key={name} name={name} value={defaults[name] ?? ""} />
        ))}
      </div>
      <details className="mt-3" open={isUsed}>
        <summary>{t("defaults.more")}</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {REST.map((name) => (
            <DefaultField key={name} name={name} value={defaults[name] ?? ""} />
          ))}
        </div>
      </details>
    </fieldset>
  );
}

function DefaultField({ name, value }: { name: MappingFieldName; value: string }) {
  const t = useTranslations("import.mapping");
  const labelOf = useCodeLabel();
  const { kind, codes } = mappingField(name);
  const common = {
    id: `default-${name}`,
    name: `default.${name}`,
    className: "input",
    defaultValue: value,
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={common.id}>
        {t(`fields.${name}`)}
      </label>
      {kind === "code" ? (
        <select {...common}>
          <option value="">{t("defaults.none")}</option>
          {codes?.map((code) => (
            <option key={code} value={code}>
              {labelOf(name, code)}
            </option>
          ))}
        </select>
      ) : (
        <input {...common} aria-describedby={name === "title" ? "default-title-hint" : undefined} />
      )}
      {name === "title" && (
        <span className="field-hint" id="default-title-hint">
          {t("defaults.titleHint")}
        </span>
      )}
    </div>
  );
}
