"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Prints the page. Not there before its script is, since it could do nothing; the browser's own command always can. */
export function PrintButton({ label }: { label: string }) {
  const isReady = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!isReady) return null;
  return (
    <button className="btn" onClick={() => window.print()} type="button">
      {label}
    </button>
  );
}
