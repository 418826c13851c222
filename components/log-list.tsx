import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IncidentNames } from "../domain/incident-names";
import type { LogRow } from "../domain/log-row";
import { loggedLink } from "../domain/logged-link";
import { RevisionEntry } from "./revision-entry";
import { SourceName } from "./ui/source-name";

type Props = {
  entries: { row: LogRow; names: IncidentNames }[];
  /** What to call who wrote them, and the accounts they are of, by id. */
  people: Record<string, string>;
};

/** Entries of the whole log, each with what it is of. */
export function LogList({ entries, people }: Props) {
  const t = useTranslations("history");
  return (
    <ol aria-label={t("label")} className="card divide-y divide-line">
      {entries.map(({ row, names }) => (
        <li className="card-body" key={row.seq}>
          <RevisionEntry
            names={names}
            revision={row}
            subject={<Subject people={people} row={row} />}
            who={people[row.actor] ?? row.actor}
          >
            <LinkSaid row={row} />
          </RevisionEntry>
        </li>
      ))}
    </ol>
  );
}

function Subject({ row, people }: { row: LogRow } & Pick<Props, "people">) {
  const t = useTranslations("history");
  const { incident, source, entity, entityId } = row;
  if (incident !== null)
    return (
      <>
        <Link href={`/incidents/${incident.ref}/history`} prefetch={false}>
          {incident.ref}
        </Link>{" "}
        {incident.title}
      </>
    );
  if (source !== null)
    return (
      <>
        <Link href={`/sources/${source.ref}`} prefetch={false}>
          {source.ref}
        </Link>{" "}
        <SourceName source={source} />
      </>
    );
  const link = loggedLink(row);
  if (link !== null)
    return (
      <>
        <IncidentLink incident={link.from} /> – <IncidentLink incident={link.to} />
      </>
    );
  return t("thing", { entity: t(`entity.${entity}`), id: people[entityId] ?? entityId });
}

function IncidentLink({ incident }: { incident: string }) {
  return (
    <Link href={`/incidents/${incident}`} prefetch={false}>
      {incident}
    </Link>
  );
}

function LinkSaid({ row }: { row: LogRow }) {
  const t = useTranslations();
  const link = loggedLink(row);
  if (!link?.type) return null;
  const type = t(`vocabulary.linkType.${link.type}`);
  return <p className="prose mt-0.5">{link.note === "" ? type : `${type}: ${link.note}`}</p>;
}
