"use client";

import { useFormMetadata } from "@conform-to/react";
import { type ReactNode, useEffect, useRef } from "react";
import type { Meta } from "./editor-state";

type Props<Row extends Record<string, unknown>> = {
  list: Meta<Row[]>;
  /** The buttons that add a row, each with the row it adds. */
  adds: readonly { label: string; row: Row }[];
  /** `remove` are the props of the button that takes this row away. */
  children: (row: Meta<Row>, index: number, remove: RemoveProps) => ReactNode;
  className?: string;
};

export type RemoveProps = { name: string; value: string; onClick: () => void };

/** Rows that can be added and removed. A new row is entered at its first field. */
export function RowList<Row extends Record<string, unknown>>(props: Props<Row>) {
  const form = useFormMetadata();
  const place = useRef<HTMLDivElement>(null);
  const moved = useRef<"added" | "removed" | null>(null);
  const rows = props.list.getFieldList() as Meta<Row>[];
  const { length } = rows;

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when a row has come or gone
  useEffect(() => {
    const [items, buttons] = place.current?.children ?? [];
    const focused =
      moved.current === "added"
        ? items?.lastElementChild?.querySelector<HTMLElement>(FIELD)
        : moved.current === "removed"
          ? buttons?.querySelector("button")
          : null;
    focused?.focus();
    moved.current = null;
  }, [length]);

  return (
    <div ref={place}>
      <div className={props.className ?? "grid gap-3"}>
        {rows.map((row, index) => (
          <div id={row.id} key={row.key ?? index} tabIndex={-1}>
            {props.children(row, index, {
              ...withoutForm(form.remove.getButtonProps({ name: props.list.name, index } as never)),
              onClick: () => {
                moved.current = "removed";
              },
            })}
          </div>
        ))}
      </div>
      <div className={`flex flex-wrap gap-2 ${length > 0 ? "mt-2.5" : ""}`}>
        {props.adds.map(({ label, row }) => (
          <button
            className="btn btn-small"
            key={label}
            type="submit"
            {...withoutForm(
              form.insert.getButtonProps({ name: props.list.name, defaultValue: row } as never),
            )}
            onClick={() => {
              moved.current = "added";
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

const FIELD = "input:not([type=hidden]), select, textarea";

function withoutForm({ name, value }: { name: string; value: string }) {
  return { name, value };
}
