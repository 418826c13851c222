import type { ReactNode } from "react";

type Props = {
  label: string;
  heading: readonly string[];
  /** `id` tells rows apart; the first cell names the row. */
  rows: readonly { id: string; cells: readonly ReactNode[] }[];
};

/** A table of words to be read, cards on a phone. */
export function PlainTable({ label, heading, rows }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            {heading.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, cells: [name, ...rest] }) => (
            <tr key={id}>
              <th className="card-title" data-label={heading[0]} scope="row">
                {name}
              </th>
              {rest.map((cell, at) => (
                <td data-label={heading[at + 1]} key={heading[at + 1]}>
                  <div>{cell}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
