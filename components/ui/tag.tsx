import type { ReactNode } from "react";

export type Tone = "plain" | "accent" | "warn" | "error";

const CLASSES: Record<Tone, string> = {
  plain: "tag",
  accent: "tag tag-accent",
  warn: "tag tag-warn",
  error: "tag tag-error",
};

/** A short label on something. Its words carry the meaning; the colour only helps. */
export function Tag({
  tone = "plain",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <span className={CLASSES[tone]} title={title}>
      {children}
    </span>
  );
}
