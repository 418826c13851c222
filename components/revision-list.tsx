import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IncidentNames } from "../domain/incident-names";
import { revisedDocuments } from "../domain/revised-documents";
import type { Revision } from "../domain/revision";
import { RevisionEntry } from "./revision-entry";

type Props = {
  revisions: Revision[];
  /** What to call who wrote them, by id. */
  people: Record<string, string>;
  /** Of all versions. */
  names: IncidentNames;
  /** Where the incident is shown as it stood. */
  path: string;
};

/** The log of an incident, newest first; what each entry changed folds out. */
export function RevisionList({ revisions, people, names, path }: Props) {
  const t = useTranslations("incident.history");
  return (
    <ol className="card divide-y divide-line">
      {revisions.map((revision) => (
        <li className="card-body" key={revision.seq}>
          <RevisionEntry
            names={names}
            revision={revision}
            who={people[revision.actor] ?? revision.actor}
          >
            {revision.version !== null && revisedDocuments(revision) !== null && (
              <Link
                className="no-print inline-block py-1"
                href={`${path}?version=${revision.version}`}
                prefetch={false}
              >
                {t("seeVersion", { version: revision.version })}
              </Link>
            )}
          </RevisionEntry>
        </li>
      ))}
    </ol>
  );
}
