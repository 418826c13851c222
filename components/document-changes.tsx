import { useTranslations } from "next-intl";
import { type DocumentChange, diffDocuments, type FieldChange } from "../domain/diff-document";
import type { IncidentDocument } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import { FieldValueText } from "./field-value";
import { TextDiff } from "./text-diff";
import { Tag, type Tone } from "./ui/tag";

type Props = {
  before: IncidentDocument;
  after: IncidentDocument;
  /** Of both documents. */
  names: IncidentNames;
};

const TONES: Record<DocumentChange["change"], Tone> = {
  added: "accent",
  removed: "error",
  changed: "plain",
  reordered: "plain",
};

/** What differs between two versions of an incident, thing by thing and field by field. */
export function DocumentChanges({ before, after, names }: Props) {
  const t = useTranslations("incident.changes");
  const changes = diffDocuments(before, after);
  if (changes.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <ul className="grid gap-3">
      {changes.map((change) => (
        <li key={change.path}>
          <p>
            <span className="font-semibold">
              <ChangedThing change={change} documents={[after, before]} names={names} />
            </span>{" "}
            <Tag tone={TONES[change.change]}>{t(`change.${change.change}`)}</Tag>
          </p>
          <FieldChanges fields={change.fields} names={names} whole={change.change} />
        </li>
      ))}
    </ul>
  );
}

type ThingProps = { change: DocumentChange; documents: IncidentDocument[]; names: IncidentNames };

function ChangedThing({ change: { part, id }, documents, names }: ThingProps) {
  const t = useTranslations();
  if (id === null) return t(`incident.changes.reordered.${part}`);
  if (part === "group" || part === "event")
    return (
      <>
        {t(`incident.changes.part.${part}`)}: {names[part][id] ?? id}
      </>
    );
  const claim = documents.flatMap(({ claims }) => claims).find((one) => one.id === id);
  if (!claim) return id;
  const { groupId, eventId } = claim;
  const subject = [
    eventId && (names.event[eventId] ?? eventId),
    groupId && (names.group[groupId] ?? groupId),
  ];
  const said = {
    field: t(`vocabulary.claimField.${claim.field}`),
    subject: subject.filter(Boolean).join(", "),
    source: names.source[claim.sourceId] ?? claim.sourceId,
  };
  return (
    <>
      {t("incident.changes.part.claim")}:{" "}
      {t(said.subject ? "incident.changes.claimOf" : "incident.changes.claimOfIncident", said)}
    </>
  );
}

type FieldsProps = {
  fields: FieldChange[];
  /** What happened to the thing whose fields they are. */
  whole: DocumentChange["change"];
  names: IncidentNames;
};

/** The fields that differ, each with its value before and after. */
export function FieldChanges({ fields, whole, names }: FieldsProps) {
  if (fields.length === 0) return null;
  return (
    <dl className="facts mt-1 border-l-2 border-line pl-3">
      {fields.map((field) => (
        <Field change={field} key={field.field} names={names} whole={whole} />
      ))}
    </dl>
  );
}

type FieldProps = { change: FieldChange; whole: DocumentChange["change"]; names: IncidentNames };

function Field({ change: { field, before, after }, whole, names }: FieldProps) {
  const t = useTranslations("incident.changes");
  return (
    <>
      <dt>{t(`name.${field}`)}</dt>
      <dd className="min-w-0">
        {before?.kind === "text" && after?.kind === "text" ? (
          <TextDiff after={after.text} before={before.text} />
        ) : (
          <>
            {whole !== "added" && (
              <del className={whole === "removed" ? "no-underline" : "muted"}>
                <span className="visually-hidden">{t("before")}: </span>
                <FieldValueText names={names} value={before} />
              </del>
            )}
            {whole === "changed" && <span aria-hidden="true"> → </span>}
            {whole !== "removed" && (
              <ins className="no-underline">
                <span className="visually-hidden">{t("after")}: </span>
                <FieldValueText names={names} value={after} />
              </ins>
            )}
          </>
        )}
      </dd>
    </>
  );
}
