import { type ReactNode, useId } from "react";

type Props = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is made of it, shown below. */
  hint?: ReactNode;
};

/** A line of text, told with every key. */
export function Line({ label, value, onChange, hint }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={hint ? `${id}-hint` : undefined}
        autoComplete="off"
        className="input"
        id={id}
        onChange={({ target }) => onChange(target.value)}
        value={value}
      />
      {hint && (
        <span className="field-hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
    </div>
  );
}
