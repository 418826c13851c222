import { useFormatter, useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DatedFigure, DatedFigures } from "../domain/dated-figures";
import { sayPeriod } from "../domain/say-period";
import type { ChartKind } from "./charts/dated-bars";

type Props = {
  kind: ChartKind;
  label: string;
  dated: DatedFigures;
  addressOf: (figure: DatedFigure, dates: "certain" | "possible") => string;
};

const COLUMNS = {
  incidents: ["certain", "possible"],
  people: ["atLeast", "best", "atMost"],
} as const;

/** The numbers of a chart, those of incidents with the list of exactly these. */
export function DateChartTable({ kind, label, dated, addressOf }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={label} className="table-scroll mt-2 max-h-96" tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t(`charts.unit.${dated.span.unit}`)}</th>
            {COLUMNS[kind].map((name) => (
              <th className="num" key={name} scope="col">
                {t(`charts.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {dated.figures.map((figure) => (
            <tr key={figure.earliest}>
              <th className="nowrap" scope="row">
                {sayPeriod(figure, locale, t)}
              </th>
              {kind === "incidents" ? (
                <IncidentCells addressOf={addressOf} figure={figure} />
              ) : (
                <PeopleCells addressOf={addressOf} figure={figure} />
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProps = Pick<Props, "addressOf"> & { figure: DatedFigure };

function IncidentCells({ figure, addressOf }: CellProps) {
  const format = useFormatter();
  return (["certain", "possible"] as const).map((dates) => (
    <Cell href={figure[dates] > 0 ? addressOf(figure, dates) : null} key={dates}>
      {format.number(figure[dates])}
    </Cell>
  ));
}

/** A figure that is not known is no zero, and none that is missing is a bound. */
function PeopleCells({ figure, addressOf }: CellProps) {
  const t = useTranslations("charts");
  const format = useFormatter();
  const { certain, possible, people } = figure;
  const isNumber = (number: number | null | undefined) => typeof number === "number";
  const text = (number: number | null | undefined, missing: string) =>
    isNumber(number) ? format.number(number) : missing;
  return (
    <>
      <Cell href={certain > 0 ? addressOf(figure, "certain") : null}>
        {certain > 0 ? text(people?.low, t("unknown")) : "–"}
      </Cell>
      <Cell href={isNumber(people?.best) && certain > 0 ? addressOf(figure, "certain") : null}>
        {text(people?.best, "–")}
      </Cell>
      <Cell href={possible > 0 ? addressOf(figure, "possible") : null}>
        {possible > 0 ? text(people?.high, t("open")) : "–"}
      </Cell>
    </>
  );
}

function Cell({ href, children }: { href: string | null; children: ReactNode }) {
  return <td className="num">{href === null ? children : <a href={href}>{children}</a>}</td>;
}
