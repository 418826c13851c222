import { useLocale, useTranslations } from "next-intl";
import type { DatedFigure, DatedFigures } from "../domain/dated-figures";
import { sayPeriod } from "../domain/say-period";
import { PAGE_LOOK, POSSIBLE_OPACITY } from "./charts/chart-look";
import { type ChartKind, datedBars } from "./charts/dated-bars";
import { drawDatedBars } from "./charts/draw-dated-bars";
import { sayBar } from "./charts/say-bar";
import { sayCut } from "./charts/say-cut";
import { svgText } from "./charts/svg-text";
import { DateChartTable } from "./date-chart-table";

type Props = {
  kind: ChartKind;
  /** What it is of, for its table. */
  label: string;
  dated: DatedFigures;
  /** The number that the axis reaches at least. */
  highest?: number;
  /** The list of the incidents of a period. */
  addressOf: (figure: DatedFigure, dates: "certain" | "possible") => string;
};

const WIDE = { width: 680, height: 250 };
const NARROW = { width: 350, height: 220 };
/** Narrower bars are no aim for a finger. */
const MOST_TO_TAP = 40;

/**
 * Bars over months or years: what is certain solid, what is possible lighter. Each leads to its incidents. The same
 * numbers follow as a table, for who cannot see or point at the bars, and for paper.
 */
export function DateChart({ kind, label, dated, highest = 0, addressOf }: Props) {
  const t = useTranslations();
  const locale = useLocale();
  const bars = datedBars(dated, kind);
  const cut = sayCut(dated.span, t);
  const draw = (size: typeof WIDE, isLinked: boolean) =>
    svgText(
      drawDatedBars({
        ...size,
        bars,
        unit: dated.span.unit,
        highest,
        locale,
        look: PAGE_LOOK,
        titleOf: ({ figure }) => sayBar(figure, kind, sayPeriod(figure, locale, t), t),
        hrefOf: isLinked ? ({ figure }, dates) => addressOf(figure, dates) : null,
      }),
    );
  return (
    <figure className="card card-body @container">
      <Drawing className="hidden @lg:block" svg={draw(WIDE, true)} />
      <Drawing className="@lg:hidden" svg={draw(NARROW, bars.length <= MOST_TO_TAP)} />
      <figcaption className="muted small mt-1 grid gap-1">
        <p className="flex flex-wrap gap-x-4 gap-y-1">
          <Swatch opacity={1} words={t(`charts.${kind}.certain`)} />
          <Swatch opacity={POSSIBLE_OPACITY} words={t(`charts.${kind}.possible`)} />
          {kind === "people" && <span>{t("charts.people.bestMark")}</span>}
          {bars.some(({ isOpen }) => isOpen) && <span>{t("charts.people.openMark")}</span>}
        </p>
        <p>{t(`charts.${kind}.rule`)}</p>
        {cut !== null && <p>{cut}</p>}
      </figcaption>
      <details className="mt-2">
        <summary className="text-accent">{t("charts.asTable")}</summary>
        <DateChartTable addressOf={addressOf} dated={dated} kind={kind} label={label} />
      </details>
    </figure>
  );
}

function Drawing({ svg, className }: { svg: string; className: string }) {
  return (
    <div
      aria-hidden="true"
      className={`[&>svg]:h-auto [&>svg]:w-full ${className}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: drawn here, and every text in it escaped
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

function Swatch({ opacity, words }: { opacity: number; words: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" height="12" width="12">
        <rect
          className="fill-accent stroke-accent"
          fillOpacity={opacity}
          height="11"
          width="11"
          x="0.5"
          y="0.5"
        />
      </svg>
      {words}
    </span>
  );
}
