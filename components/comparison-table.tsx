import { useTranslations } from "next-intl";
import { type ComparedSide, type Difference, differenceOf } from "../domain/comparison";
import type { IncidentFilter } from "../domain/incident-filter";
import { KEY_FIGURES, type KeyFigure, type KeyFigureName } from "../domain/key-figures";
import { CountLink, FigureLink } from "./key-figures";

type Props = {
  sides: readonly [ComparedSide, ComparedSide];
  /** What tells each side from the other. */
  labels: readonly [string, string];
  addressOf: (filter: IncidentFilter) => string;
};

/** The key figures of two filters, and what they differ by where that can be said. */
export function ComparisonTable({ sides, labels, addressOf }: Props) {
  const t = useTranslations();
  const names = KEY_FIGURES.filter((name) => sides.some(({ figures }) => figures[name]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("compare.table")} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            <th scope="col">{t("compare.figure")}</th>
            {labels.map((label, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: there are always these two
              <th key={at} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">{t("compare.difference")}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => {
            const [first, second] = [sides[0].figures[name], sides[1].figures[name]];
            return (
              <tr key={name}>
                <th className="card-title" scope="row">
                  <div>
                    <span className="font-semibold">{t(`overview.figures.${name}.label`)}</span>
                    <span className="muted small block">
                      {t(`overview.figures.${name}.meaning`)}
                    </span>
                  </div>
                </th>
                {[first, second].map((figure, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: there are always these two
                  <td data-label={labels[at]} key={at}>
                    <div>
                      {figure ? <Value addressOf={addressOf} figure={figure} name={name} /> : "–"}
                    </div>
                  </td>
                ))}
                <td data-label={t("compare.difference")}>
                  <div>
                    {first && second ? <DifferenceText {...differs(name, first, second)} /> : "–"}
                  </div>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Value({
  name,
  ...link
}: Pick<Props, "addressOf"> & { name: KeyFigureName; figure: KeyFigure }) {
  const of = countedBy(name);
  if (of === null) return <FigureLink {...link} />;
  return (
    <>
      <CountLink {...link} of={of} />
      <div className="mt-2">
        <FigureLink {...link} as="inIncidents" />
      </div>
    </>
  );
}

/** What a figure counts beside incidents. */
function countedBy(name: KeyFigureName): "persons" | "helpers" | null {
  return name === "people" ? "persons" : name === "helpers" ? "helpers" : null;
}

function differs(name: KeyFigureName, first: KeyFigure, second: KeyFigure): Difference {
  const of = countedBy(name);
  const rangeOf = ({ counts }: KeyFigure) =>
    // Where there is no incident there is nobody, and that is exact.
    of === null || counts.total === 0
      ? { low: counts.total, best: counts.total, high: counts.total }
      : counts[of];
  return differenceOf(rangeOf(first), rangeOf(second));
}

function DifferenceText({ kind, more }: Difference) {
  const t = useTranslations("compare");
  if (more === null) return <span className="muted">{t(kind as "overlap" | "open")}</span>;
  if (more === 0) return t("exact.same");
  const side = more > 0 ? "first" : "second";
  return t(`${kind as "exact" | "atLeast"}.${side}`, { count: Math.abs(more) });
}
