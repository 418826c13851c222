import { useTranslations } from "next-intl";
import type { IncidentNames } from "../domain/incident-names";
import { revisedDocuments } from "../domain/revised-documents";
import type { Revision } from "../domain/revision";
import { DocumentChanges } from "./document-changes";

type Props = { revisions: Revision[] /** Of all versions. */; names: IncidentNames };

/** The log of an incident, newest first; what each entry changed folds out. */
export function RevisionList({ revisions, names }: Props) {
  return (
    <ol className="card divide-y divide-line">
      {revisions.map((revision) => (
        <li className="card-body" key={revision.seq}>
          <Entry names={names} revision={revision} />
        </li>
      ))}
    </ol>
  );
}

function Entry({ revision, names }: { revision: Revision; names: IncidentNames }) {
  const t = useTranslations("incident.history");
  const documents = revisedDocuments(revision);
  const at = new Date(revision.at).toISOString();
  return (
    <>
      <p>
        <time className="nowrap" dateTime={at}>
          {`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}
        </time>{" "}
        <span className="font-semibold">{t(`action.${revision.action}`)}</span>{" "}
        <span className="muted">
          {t("by", { actor: revision.actor })}
          {revision.version !== null && ` · ${t("version", { version: revision.version })}`}
        </span>
      </p>
      {revision.reason !== "" && (
        <p className="prose mt-0.5">{t("reason", { reason: revision.reason })}</p>
      )}
      {documents !== null && (
        <details className="mt-1">
          <summary className="text-accent">{t("show")}</summary>
          <div className="mt-2">
            <DocumentChanges after={documents.after} before={documents.before} names={names} />
          </div>
        </details>
      )}
      {documents === null && revision.after === null && (
        <p className="muted small">{t("emptied")}</p>
      )}
    </>
  );
}
