import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { isUnknownCount } from "../domain/count-range";
import { formatCount } from "../domain/format-count";
import type { IncidentFilter } from "../domain/incident-filter";
import { type KeyFigures as Figures, KEY_FIGURES, type KeyFigure } from "../domain/key-figures";

type Props = { figures: Figures; addressOf: (filter: IncidentFilter) => string };

/** What is counted of some incidents, each with its meaning, and each leading to the incidents that it counts. */
export function KeyFigures({ figures, addressOf }: Props) {
  const t = useTranslations("overview.figures");
  return (
    <dl className="figures grid-cols-2! bg-card! sm:grid-cols-3! lg:grid-cols-5! 2xl:grid-cols-6!">
      {KEY_FIGURES.filter((name) => name !== "certain").map((name) => {
        const figure = figures[name];
        if (!figure) return null;
        const link = { figure, addressOf };
        const counted = name === "people" ? "persons" : name === "helpers" ? "helpers" : null;
        return (
          <Cell
            key={name}
            label={t(`${name}.label`)}
            meaning={t(`${name}.meaning`)}
            value={counted ? <CountLink {...link} of={counted} /> : <FigureLink {...link} />}
          >
            {counted && <FigureLink {...link} as="inIncidents" />}
            {name === "incidents" && figures.certain && (
              <FigureLink addressOf={addressOf} as="certain" figure={figures.certain} />
            )}
          </Cell>
        );
      })}
    </dl>
  );
}

type CellProps = { label: string; value: ReactNode; meaning: string; children: ReactNode };

function Cell({ label, value, meaning, children }: CellProps) {
  return (
    <div className="figure-cell shadow-[0_0_0_1px_var(--line)]">
      <dt className="figure-label">{label}</dt>
      <dd className="figure-value">{value}</dd>
      {children && <dd>{children}</dd>}
      <dd className="muted small mt-1">{meaning}</dd>
    </div>
  );
}

type LinkProps = { figure: KeyFigure; addressOf: Props["addressOf"] };

/** So many incidents. */
export function FigureLink({
  figure: { filter, counts },
  addressOf,
  as = "incidents",
}: LinkProps & { as?: "incidents" | "certain" | "inIncidents" }) {
  const t = useTranslations("overview.figures.number");
  return (
    <Link href={addressOf(filter)} prefetch={false}>
      {t(as, { count: counts.total })}
    </Link>
  );
}

/** So many people of these incidents; how many incidents, another line says. */
export function CountLink({
  figure: { filter, counts },
  addressOf,
  of,
}: LinkProps & { of: "persons" | "helpers" }) {
  const t = useTranslations();
  const count = counts[of];
  if (counts.total > 0 && isUnknownCount(count))
    return <span className="muted">{formatCount(count, t)}</span>;
  return (
    <Link href={addressOf(filter)} prefetch={false}>
      {counts.total === 0 ? t("overview.figures.nobody") : formatCount(count, t)}
    </Link>
  );
}
