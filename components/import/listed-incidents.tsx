import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ImportedIncident } from "../../domain/import/import-report";
import { Tag } from "../ui/tag";
import { ChangedFields } from "./changed-fields";

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
              {changes.map(({ path, fields }) => (
                <ChangedFields fields={fields} key={path} path={path} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
