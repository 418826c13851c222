"use client";

import { useLocale, useTranslations } from "next-intl";
import { formatCount } from "../../domain/format-count";
import { formatDate } from "../../domain/format-date";
import type { SourcedValue } from "./typed-form";

/** What the sources of a saved row make of it, above the fields that hold only what the editor adds. */
export function SourcedLine({ value }: { value: SourcedValue }) {
  const t = useTranslations();
  const locale = useLocale();
  const { count, modality, date, places } = value;
  const said = [
    count && formatCount(count, t),
    modality && t(`vocabulary.modality.${modality}`),
    date && formatDate(date, locale, t),
    ...places,
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <p className="muted small" suppressHydrationWarning>
      {t("form.sourced", { said: said.join(" · ") })}
    </p>
  );
}
