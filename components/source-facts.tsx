import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { NamedSource } from "../domain/source-row";
import type { SourceView } from "../domain/source-view";
import { DateText } from "./ui/date-text";
import { LanguageName } from "./ui/language-name";
import { SourceName } from "./ui/source-name";
import { Tag } from "./ui/tag";

/** Everything written about a source; what it does not give is said to be missing, never invented. */
export function SourceFacts({ source }: { source: SourceView }) {
  const t = useTranslations();
  const fact = (name: string) => t(`sources.facts.${name}`);
  return (
    <dl className="facts lg:grid-cols-[max-content_minmax(0,1fr)_max-content_minmax(0,1fr)]">
      <Fact label={fact("publisher")}>{source.publisher}</Fact>
      <Fact label={fact("title")}>
        {source.title && <span lang={source.language || undefined}>{source.title}</span>}
      </Fact>
      <Fact label={fact("kind")}>{t(`vocabulary.sourceKind.${source.kind}`)}</Fact>
      <Fact label={fact("url")}>{source.url && <Outside address={source.url} />}</Fact>
      <Fact label={fact("archivedUrl")}>
        {source.archivedUrl && <Outside address={source.archivedUrl} />}
      </Fact>
      <Fact label={fact("published")}>
        <DateText date={source.published} />
      </Fact>
      <Fact label={fact("accessed")}>{source.accessed}</Fact>
      <Fact label={fact("language")}>
        <LanguageName code={source.language} />
      </Fact>
      <Fact label={fact("reliability")}>{t(`vocabulary.reliability.${source.reliability}`)}</Fact>
      <Fact label={fact("access")}>
        {source.access === "public" ? (
          t("vocabulary.access.public")
        ) : (
          <Tag tone="warn">{t(`vocabulary.access.${source.access}`)}</Tag>
        )}
      </Fact>
      <Fact label={fact("licence")}>{source.licence}</Fact>
      <Fact label={fact("quotable")}>{t(source.quotable ? "common.yes" : "common.no")}</Fact>
      <Fact label={fact("copies")}>
        <Sources none={t("sources.facts.copiesNone")} sources={source.copies} />
      </Fact>
      <Fact label={fact("copiedBy")}>
        <Sources none={t("sources.facts.copiedByNone")} sources={source.copiedBy} />
      </Fact>
      <Fact label={fact("storedText")}>
        {source.storedCharacters > 0
          ? t("sources.facts.characters", { count: source.storedCharacters })
          : t("common.none")}
      </Fact>
      <Fact label={fact("updated")}>
        <time dateTime={new Date(source.updatedAt).toISOString()}>
          {new Date(source.updatedAt).toISOString().slice(0, 10)}
        </time>
      </Fact>
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations("sources");
  return (
    <>
      <dt>{label}</dt>
      <dd className="min-w-0">{children || <span className="muted">{t("notGiven")}</span>}</dd>
    </>
  );
}

function Outside({ address }: { address: string }) {
  return (
    <a className="break-all" href={address} rel="noreferrer noopener">
      {address}
    </a>
  );
}

function Sources({ sources, none }: { sources: NamedSource[]; none: string }) {
  if (sources.length === 0) return none;
  return (
    <ul>
      {sources.map((source) => (
        <li key={source.ref}>
          <Link href={`/sources/${source.ref}`} prefetch={false}>
            <SourceName source={source} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
