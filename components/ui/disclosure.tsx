"use client";

import { type ReactNode, useEffect, useRef } from "react";

type Props = {
  /** What the button says. */
  summary: ReactNode;
  summaryClassName?: string;
  /** Which edge of the button the panel keeps to. */
  side?: "left" | "right";
  children: ReactNode;
};

/** A button that opens a small panel below itself. Without JavaScript it only lacks closing by Escape or a click elsewhere. */
export function Disclosure({ summary, summaryClassName = "btn", side = "right", children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const panel = details.current;
    if (!panel) return;
    const closeOutside = (event: PointerEvent) => {
      const at = event.target as Element;
      // A pop-up of a field in the panel lies outside it in the document.
      if (!panel.contains(at) && !at.closest(".popup")) panel.open = false;
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || !panel.open) return;
      panel.open = false;
      panel.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", closeOutside);
    panel.addEventListener("keydown", closeOnEscape);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      panel.removeEventListener("keydown", closeOnEscape);
    };
  }, []);
  return (
    <details className="disclosure" name="panel" ref={details}>
      <summary className={summaryClassName}>{summary}</summary>
      <div className={`disclosure-panel disclosure-${side}`}>{children}</div>
    </details>
  );
}
