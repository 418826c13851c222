import type { ReactNode } from "react";

/** One part of a long form, under its heading. */
export function Section(props: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section>
      <h2>{props.title}</h2>
      {props.hint && <p className="muted small mb-2.5 max-w-[90ch]">{props.hint}</p>}
      {props.children}
    </section>
  );
}
