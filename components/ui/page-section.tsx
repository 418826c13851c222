import type { ReactNode } from "react";

type Props = { id: string; title: string; beside?: ReactNode; children: ReactNode };

/** A part of a page under its heading; `beside` stands at the end of that line. */
export function PageSection({ id, title, beside, children }: Props) {
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {beside && <span className="muted small">{beside}</span>}
      </div>
      {children}
    </section>
  );
}
