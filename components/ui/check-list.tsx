type Props = {
  legend: string;
  name: string;
  options: { value: string; label: string }[];
  selected: readonly string[];
};

/** Several of a short list, as check boxes under one heading. */
export function CheckList({ legend, name, options, selected }: Props) {
  return (
    <fieldset className="fieldset">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label className="check" key={value}>
          <input
            defaultChecked={selected.includes(value)}
            name={name}
            type="checkbox"
            value={value}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
