import { useTranslations } from "next-intl";
import { groupFaults } from "../../domain/import/group-faults";
import type { ImportFault } from "../../domain/import/import-item";

const MAX_GROUPS = 200;

/** What is told of cells of a file, equal things together. `heading`: what it is. */
export function FaultTable({
  faults,
  heading,
}: {
  faults: readonly ImportFault[];
  heading: string;
}) {
  const t = useTranslations();
  const groups = groupFaults(faults);
  return (
    <>
      <div className="table-scroll">
        <table className="table table-cards">
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              <th scope="col">{t("import.report.column")}</th>
              <th className="num" scope="col">
                {t("import.report.times")}
              </th>
              <th scope="col">{t("import.report.lines")}</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, MAX_GROUPS).map(({ fault, count, lines }) => (
              <tr key={`${fault.file} ${fault.line} ${fault.column} ${fault.issue.code}`}>
                <th className="card-title" scope="row">
                  {t(`issues.${fault.issue.code}`, fault.issue.values)}
                </th>
                <td data-label={t("import.report.column")}>
                  {[fault.file, fault.column || t("import.report.wholeRow")]
                    .filter(Boolean)
                    .join(" · ")}
                </td>
                <td className="num" data-label={t("import.report.times")}>
                  {count}
                </td>
                <td data-label={t("import.report.lines")}>
                  {lines.join(", ")}
                  {count > lines.length && " …"}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {groups.length > MAX_GROUPS && (
        <p className="muted mt-1">
          {t("import.report.more", { count: groups.length - MAX_GROUPS })}
        </p>
      )}
    </>
  );
}
