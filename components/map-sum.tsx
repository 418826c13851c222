import { useTranslations } from "next-intl";

/** A sum of people; "at least" where some incidents do not give the figure, a word where none does. */
export function MapSum({ figure }: { figure: { sum: number; unknown: number } | null }) {
  const t = useTranslations();
  if (figure === null) return <span className="muted">{t("count.unknown")}</span>;
  const { sum, unknown } = figure;
  if (unknown === 0) return t("count.exactly", { count: sum });
  return (
    <span title={t("map.table.missing", { count: unknown })}>
      {t("count.atLeast", { low: sum })}
    </span>
  );
}
