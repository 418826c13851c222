import Link from "next/link";
import { useTranslations } from "next-intl";
import type { FieldChange } from "../../domain/diff-document";
import type { ImportedIncident } from "../../domain/import/import-report";
import type { IncidentNames } from "../../domain/incident-names";
import { FieldValueText } from "../field-value";
import { Tag } from "../ui/tag";

/** Names stand in the file or under their ids: what is only checked is not in the ledger to be asked. */
const NO_NAMES: IncidentNames = { group: {}, event: {}, source: {}, place: {} };

/** Incidents that an import makes or changes, with what changes. */
export function ListedIncidents({
  listed,
  isApplied,
}: {
  listed: readonly ImportedIncident[];
  isApplied: boolean;
}) {
  const t = useTranslations("import.report");
  return (
    <ul className="grid gap-1.5">
      {listed.map(({ file, line, ref, title, action, changes }) => (
        <li key={`${file} ${line}`}>
          <Tag tone={action === "created" ? "accent" : "plain"}>{t(`actions.${action}`)}</Tag>{" "}
          {ref !== null && (isApplied || action === "changed") ? (
            <Link href={`/incidents/${ref}`} prefetch={false}>
              {ref}
            </Link>
          ) : null}{" "}
          {title} <span className="muted small">{t("line", { line })}</span>
          {changes.length > 0 && (
            <ul className="pl-4">
              {changes.flatMap(({ path, fields }) =>
                fields.map((field) => (
                  <li key={`${path} ${field.field}`}>
                    <Change field={field} />
                  </li>
                )),
              )}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Change({ field: { field, before, after } }: { field: FieldChange }) {
  const t = useTranslations("incident.changes");
  return (
    <>
      <span className="muted">{t(`name.${field}`)}:</span>{" "}
      <del>
        <FieldValueText names={NO_NAMES} value={before} />
      </del>{" "}
      → <FieldValueText names={NO_NAMES} value={after} />
    </>
  );
}
