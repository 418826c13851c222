import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ClaimGrid, GridColumn, GridRow, GridSubject } from "../domain/claim-grid";
import type { IncidentNames } from "../domain/incident-names";
import type { CitedSource } from "../domain/incident-view";
import { type Assess, ClaimEntry, type Talk } from "./claim-entry";
import { DateText } from "./ui/date-text";

type Props = {
  grid: ClaimGrid;
  sources: CitedSource[];
  names: IncidentNames;
  /** What an assessment is sent to; null where none may be changed. */
  assess: Assess | null;
  /** What is said of the claims; null where the reader may not see it. */
  talk: Talk | null;
};

/** What the sources say, fields by sources. On a phone each field becomes a list of its sources. */
export function ClaimGridTable({ grid, sources, names, assess, talk }: Props) {
  const t = useTranslations("incident.grid");
  if (grid.subjects.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("label")} className="table-scroll" tabIndex={0}>
      <table className="claim-grid table table-cards">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t("field")}</span>
            </th>
            {grid.columns.map((column) => (
              <th className="sm:min-w-40" key={column.sourceIds.join()} scope="col">
                <Heading column={column} names={names} sources={sources} />
              </th>
            ))}
          </tr>
        </thead>
        {grid.subjects.map((subject) => (
          <tbody key={`${subject.groupId} ${subject.eventId}`}>
            {subject.rows.length > 1 && (
              <tr className="claim-subject">
                <th className="card-title" colSpan={grid.columns.length + 1} scope="rowgroup">
                  <SubjectName names={names} subject={subject} />
                </th>
              </tr>
            )}
            {subject.rows.map((row) => (
              <tr key={row.key}>
                <th className="card-title sm:min-w-32" scope="row">
                  {subject.rows.length === 1 && <SubjectName names={names} subject={subject} />}
                  <FieldName names={names} row={row} />
                </th>
                {row.cells.map((entries, at) => (
                  <Cell
                    assess={assess}
                    column={grid.columns[at]!}
                    entries={entries}
                    key={grid.columns[at]!.sourceIds.join()}
                    names={names}
                    sources={sources}
                    talk={talk}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Heading({
  column,
  sources,
  names,
}: Pick<Props, "sources" | "names"> & { column: GridColumn }) {
  const t = useTranslations("incident.grid");
  const format = useFormatter();
  if (column.isCopy) {
    const originals = column.copyOf.map((id) => names.source[id] ?? id);
    return (
      <>
        {t("copies", { count: column.sourceIds.length })}
        <span className="muted block font-normal">
          {originals.length > 0
            ? t("copyOf", { sources: format.list(originals) })
            : t("copyOfUnknown")}
        </span>
      </>
    );
  }
  const source = sources.find(({ id }) => id === column.sourceIds[0])!;
  return (
    <>
      <Link href={`/sources/${source.ref}`} prefetch={false}>
        {source.publisher || source.title || source.ref}
      </Link>
      <span className="muted block font-normal">
        <DateText date={source.published} /> · {t("reliability", { grade: source.reliability })}
      </span>
    </>
  );
}

function SubjectName({ subject, names }: { subject: GridSubject; names: IncidentNames }) {
  const t = useTranslations("incident.names");
  const { groupId, eventId } = subject;
  return (
    <span className="block font-semibold text-ink first-letter:uppercase">
      {groupId !== null && (names.group[groupId] ?? groupId)}
      {eventId !== null && (names.event[eventId] ?? eventId)}
      {groupId === null && eventId === null && t("incident")}
    </span>
  );
}

function FieldName({ row, names }: { row: GridRow; names: IncidentNames }) {
  const t = useTranslations();
  if (row.eventId !== null && row.groupId !== null && row.field === "count")
    return t("incident.grid.concerned", { group: names.group[row.groupId] ?? row.groupId });
  return t(`vocabulary.claimField.${row.field}`);
}

type CellProps = Omit<Props, "grid"> & { column: GridColumn; entries: GridRow["cells"][number] };

function Cell({ column, entries, sources, names, assess, talk }: CellProps) {
  const t = useTranslations("incident.grid");
  const first = column.sourceIds[0]!;
  const label = column.isCopy
    ? t("copies", { count: column.sourceIds.length })
    : (names.source[first] ?? first);
  if (entries.length === 0)
    return (
      <td className="max-sm:hidden!" data-label={label}>
        <span className="muted">
          <span aria-hidden="true">–</span>
          <span className="visually-hidden">{t("nothing")}</span>
        </span>
      </td>
    );
  const allAccepted = entries.every(({ accepted }) => accepted);
  return (
    <td className={allAccepted ? "bg-accent-soft" : undefined} data-label={label}>
      <div className={column.isCopy ? "muted" : undefined}>
        {entries.map((entry) => (
          <ClaimEntry
            assess={assess}
            entry={entry}
            isCopy={column.isCopy}
            key={entry.claims[0].id}
            names={names}
            sources={sources}
            talk={talk}
          />
        ))}
      </div>
    </td>
  );
}
