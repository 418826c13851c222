import { useTranslations } from "next-intl";
import { useId } from "react";
import type { Issue } from "../../domain/issue";

type Props = {
  name: string;
  label: string;
  value: string;
  issues?: readonly Issue[];
  hint?: string;
  rows?: number;
  options?: readonly { value: string; label: string }[];
};

/** A field of a plain form with its label, hint and mistakes; of several lines with `rows`, a choice with `options`. */
export function TypedField(props: Props) {
  const { name, label, value, issues = [], hint, rows, options } = props;
  const t = useTranslations("issues");
  const id = useId();
  const shared = {
    "aria-describedby": `${id}-more`,
    "aria-invalid": issues.length > 0 || undefined,
    className: "input",
    defaultValue: value,
    id,
    name,
  };
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {options ? (
        // A choice keeps what it showed first, unless it is another one.
        <select {...shared} key={value}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      ) : rows ? (
        <textarea {...shared} rows={rows} />
      ) : (
        <input {...shared} />
      )}
      <span className="field-hint" id={`${id}-more`}>
        {issues.map(({ code, values }) => (
          <span className="field-error block" key={code}>
            {t(code, values)}
          </span>
        ))}
        {hint}
      </span>
    </div>
  );
}
