import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { diffSources } from "../domain/diff-source";
import type { IncidentNames } from "../domain/incident-names";
import { keptInLog } from "../domain/kept-in-log";
import { mergedInLog } from "../domain/merged-in-log";
import { revisedDocuments } from "../domain/revised-documents";
import { revisedSources } from "../domain/revised-sources";
import { revisedStatus } from "../domain/revised-status";
import type { Revision } from "../domain/revision";
import { takenOffInLog } from "../domain/taken-off-in-log";
import { DocumentChanges, FieldChanges } from "./document-changes";

type Props = {
  revision: Revision;
  /** What to call who wrote it. */
  who: string;
  names: IncidentNames;
  /** What it is of, where that is not plain from the page. */
  subject?: ReactNode;
  /** What stands under it. */
  children?: ReactNode;
};

/** One entry of the log: when, what, by whom, from where and why; what it changed folds out. */
export function RevisionEntry({ revision, who, names, subject, children }: Props) {
  const t = useTranslations("incident.history");
  const statusText = useTranslations("vocabulary.reviewStatus");
  const at = new Date(revision.at).toISOString();
  const status = revisedStatus(revision);
  const { version, origin, seq } = revision;
  const facts = [
    t("by", { actor: who }),
    version !== null && t("version", { version }),
    status !== null &&
      t("status", { before: statusText(status.before), after: statusText(status.after) }),
    origin !== "" && t("origin", { origin }),
    t("entry", { seq }),
  ];
  return (
    <>
      <p className="break-words" id={`entry-${seq}`}>
        <time className="nowrap" dateTime={at}>
          {`${at.slice(0, 10)} ${at.slice(11, 16)} UTC`}
        </time>{" "}
        <span className="font-semibold">{t(`action.${revision.action}`)}</span>{" "}
        {subject && <>{subject} </>}
        <span className="muted">{facts.filter(Boolean).join(" · ")}</span>
      </p>
      {revision.reason !== "" && (
        <p className="prose mt-0.5">{t("reason", { reason: revision.reason })}</p>
      )}
      {keptInLog(revision).map(({ kind, words, reason }) => (
        <p className="prose mt-0.5" key={`${kind} ${words}`}>
          {t("kept", { words, reason })}
        </p>
      ))}
      <Merged revision={revision} />
      <TakenOff revision={revision} />
      <Changes names={names} revision={revision} />
      {revision.emptied && <p className="muted small">{t("emptied")}</p>}
      {children}
    </>
  );
}

function Merged({ revision }: Pick<Props, "revision">) {
  const t = useTranslations("incident.history");
  const merged = mergedInLog(revision);
  return merged && <p className="small mt-0.5">{t(merged.what, { ref: merged.ref })}</p>;
}

function TakenOff({ revision }: Pick<Props, "revision">) {
  const t = useTranslations("incident.history");
  const { editions, dropped } = takenOffInLog(revision);
  return (
    <>
      {editions.length > 0 && (
        <p className="small mt-0.5">{t("editionsTakenOff", { editions: editions.join(", ") })}</p>
      )}
      {dropped.map(({ ref, numbers }) => (
        <p className="small mt-0.5" key={ref}>
          {t("dropped", { ref, numbers: numbers.join(", ") })}
        </p>
      ))}
    </>
  );
}

function Changes({ revision, names }: Pick<Props, "revision" | "names">) {
  const t = useTranslations("incident.history");
  const documents = revisedDocuments(revision);
  const sources = revisedSources(revision);
  if (documents === null && sources === null) return null;
  return (
    <details className="mt-1">
      <summary className="text-accent">{t("show")}</summary>
      <div className="mt-2">
        {documents && (
          <DocumentChanges after={documents.after} before={documents.before} names={names} />
        )}
        {sources && <SourceChanges names={names} {...sources} />}
      </div>
    </details>
  );
}

type SourceProps = NonNullable<ReturnType<typeof revisedSources>> & { names: IncidentNames };

function SourceChanges({ before, after, names }: SourceProps) {
  const t = useTranslations("incident.changes");
  const fields = diffSources(before, after);
  if (fields.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <FieldChanges fields={fields} names={names} whole={before === null ? "added" : "changed"} />
  );
}
