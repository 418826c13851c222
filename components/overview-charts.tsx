import { useTranslations } from "next-intl";
import type { DatedFigure, DatedFigures } from "../domain/dated-figures";
import { ChartFiles } from "./chart-files";
import { CHART_KINDS } from "./charts/dated-bars";
import { DateChart } from "./date-chart";
import { PageSection } from "./ui/page-section";
import { UnitSwitch } from "./unit-switch";

type Props = {
  /** Null where no date is known. */
  dated: DatedFigures | null;
  addressOf: (figure: DatedFigure, dates: "certain" | "possible") => string;
  /** The page with charts by months or by years. */
  unitAddressOf: (unit: DatedFigures["span"]["unit"]) => string;
  fileOf: (file: string) => string;
};

/** Incidents and people over time, each to be taken away as a picture and as its numbers. */
export function OverviewCharts({ dated, addressOf, unitAddressOf, fileOf }: Props) {
  const t = useTranslations("charts");
  if (dated === null)
    return (
      <PageSection id="incidents-chart" title={t("title")}>
        <p className="muted">{t("nothing")}</p>
      </PageSection>
    );
  const { unit } = dated.span;
  return (
    <div className="grid gap-x-6 *:min-w-0 lg:grid-cols-2">
      {CHART_KINDS.map((kind) => (
        <PageSection
          beside={
            <span className="no-print flex flex-wrap gap-x-3">
              <UnitSwitch addressOf={unitAddressOf} unit={unit} />
              <ChartFiles fileOf={fileOf} kind={kind} title={t(`${kind}.${unit}`)} />
            </span>
          }
          id={`${kind}-chart`}
          key={kind}
          title={t(`${kind}.${unit}`)}
        >
          <DateChart addressOf={addressOf} dated={dated} kind={kind} label={t(`${kind}.${unit}`)} />
        </PageSection>
      ))}
    </div>
  );
}
