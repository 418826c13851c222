"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A notice that takes the focus whenever its news are new ones. */
export function NewsNotice({ news, children }: { news: object; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the news are what there is to look at
  useEffect(() => box.current?.focus(), [news]);
  return (
    <div className="notice notice-warn mb-4" ref={box} role="status" tabIndex={-1}>
      {children}
    </div>
  );
}
