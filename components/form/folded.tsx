"use client";

import type { ReactNode } from "react";
import type { Meta } from "./editor-state";

type Props = {
  summary: ReactNode;
  /** The fields inside: with an error among them it stands open. */
  metas: readonly Pick<Meta<unknown>, "valid">[];
  open?: boolean;
  children: ReactNode;
};

/** Fields that are seldom needed, folded away. */
export function Folded({ summary, metas, open = false, children }: Props) {
  const isFaulty = metas.some((meta) => !meta.valid);
  return (
    <details className="small" open={isFaulty || open}>
      <summary>{summary}</summary>
      <div className="mt-2 grid gap-3 text-sm">{children}</div>
    </details>
  );
}
