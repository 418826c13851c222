import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { Claim } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { CitedSource } from "../domain/incident-view";
import { DateText } from "./ui/date-text";
import { LanguageName } from "./ui/language-name";
import { Tag } from "./ui/tag";

type Props = { sources: CitedSource[]; claims: Claim[]; names: IncidentNames };

/** The sources an incident cites, each as a citation. */
export function IncidentSources({ sources, claims, names }: Props) {
  const t = useTranslations("incident.sources");
  if (sources.length === 0) return <p className="muted">{t("none")}</p>;
  return (
    <ol className="card divide-y divide-line">
      {sources.map((source) => (
        <li className="card-body" key={source.id}>
          <Citation source={source} />
          <Remarks
            count={claims.filter(({ sourceId }) => sourceId === source.id).length}
            names={names}
            source={source}
          />
        </li>
      ))}
    </ol>
  );
}

/** Publisher, title, date and address; what a source does not give is left out or said to be unknown. */
function Citation({ source }: { source: CitedSource }) {
  const t = useTranslations("incident.sources");
  const { publisher, title, published, url, archivedUrl, language, accessed, ref } = source;
  return (
    <p>
      {publisher !== "" && <>{publisher}, </>}
      <Link href={`/sources/${ref}`} prefetch={false}>
        {title === "" ? t("untitled") : <cite lang={language || undefined}>{title}</cite>}
      </Link>
      , {published === null ? t("noDate") : <DateText date={published} />}
      {url !== "" && (
        <>
          ,{" "}
          <a className="break-all" href={url} rel="noreferrer noopener">
            {url}
          </a>
        </>
      )}
      {archivedUrl !== "" && (
        <>
          {" "}
          (
          <a href={archivedUrl} rel="noreferrer noopener">
            {t("archived")}
          </a>
          )
        </>
      )}
      {accessed !== null && <>, {t("accessed", { date: accessed })}</>}
    </p>
  );
}

type RemarksProps = { source: CitedSource; count: number; names: IncidentNames };

function Remarks({ source, count, names }: RemarksProps) {
  const t = useTranslations();
  const format = useFormatter();
  const originals = source.derivedFrom.flatMap((id) => names.source[id] ?? []);
  return (
    <p className="muted small mt-0.5">
      {source.ref} · {t(`vocabulary.sourceKind.${source.kind}`)} ·{" "}
      <LanguageName code={source.language} /> · {t(`vocabulary.reliability.${source.reliability}`)}{" "}
      · {t("incident.sources.claims", { count })}{" "}
      {source.derivedFrom.length > 0 && (
        <Tag>
          {originals.length > 0
            ? t("incident.sources.copyOf", { sources: format.list(originals) })
            : `${t("incident.grid.copies", { count: 1 })} ${t("incident.grid.copyOfUnknown")}`}
        </Tag>
      )}{" "}
      {source.access === "restricted" && <Tag tone="warn">{t("incident.sources.restricted")}</Tag>}
    </p>
  );
}
