import { useId } from "react";

type Props = {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  /** What an empty choice is called; left out where there must be one. */
  none?: string;
  onChange: (value: string) => void;
};

/** One of a list, told at once. */
export function Choice({ label, value, options, none, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <select
        className="input"
        id={id}
        onChange={({ target }) => onChange(target.value)}
        value={value}
      >
        {none !== undefined && <option value="">{none}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
