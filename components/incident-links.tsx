import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IncidentNames } from "../domain/incident-names";
import type { IncidentView, LinkedIncident } from "../domain/incident-view";
import type { FormAction } from "./form-state";
import { LinkForm, NotSameForm, UnlinkForm } from "./link-forms";

type Props = {
  view: Pick<IncidentView, "ref" | "links" | "sameSource" | "notSame">;
  names: IncidentNames;
  /** Null where the reader may change nothing. */
  actions: { link: FormAction; unlink: FormAction; decideNotSame: FormAction } | null;
};

/** How an incident hangs together with others, and the forms that change it. */
export function IncidentLinks({ view, names, actions }: Props) {
  const t = useTranslations("incident.links");
  const { ref, links, notSame } = view;
  return (
    <div className="card card-body grid gap-4">
      {links.length === 0 && <p className="muted">{t("none")}</p>}
      {links.length > 0 && (
        <ul className="grid gap-2 leading-7">
          {links.map((link) => (
            <li key={link.linkId}>
              <Linked link={link} />
              {actions && (
                <UnlinkForm action={actions.unlink} linkId={link.linkId} other={link.ref} />
              )}
            </li>
          ))}
        </ul>
      )}
      {notSame.length > 0 && (
        <div>
          <h3>{t("notSame")}</h3>
          <ul className="mt-1 leading-7">
            {notSame.map((other) => (
              <li key={other.ref}>
                <Incident other={other} /> <span className="muted">({other.reason})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <SameSource names={names} view={view} />
      {actions && (
        <div className="no-print grid gap-2">
          <details>
            <summary className="text-accent">{t("add")}</summary>
            <div className="mt-2">
              <LinkForm action={actions.link} incident={ref} />
            </div>
          </details>
          <details>
            <summary className="text-accent">{t("decide")}</summary>
            <div className="mt-2">
              <NotSameForm action={actions.decideNotSame} incident={ref} />
            </div>
          </details>
        </div>
      )}
    </div>
  );
}

function Linked({ link }: { link: LinkedIncident }) {
  const t = useTranslations("incident.links");
  const { type, outgoing, note } = link;
  return (
    <>
      {t(`${outgoing ? "outgoing" : "incoming"}.${type}`)} <Incident other={link} />
      {note !== "" && <span className="muted"> ({note})</span>}
    </>
  );
}

function Incident({ other: { ref, title } }: { other: { ref: string; title: string } }) {
  return (
    <Link href={`/incidents/${ref}`} prefetch={false}>
      {ref} {title}
    </Link>
  );
}

function SameSource({ view: { sameSource }, names }: Pick<Props, "view" | "names">) {
  const t = useTranslations("incident.links");
  const sources = [...new Set(sameSource.map(({ sourceId }) => sourceId))];
  if (sources.length === 0) return null;
  return (
    <div>
      <h3>{t("sameSource")}</h3>
      <dl className="facts mt-1">
        {sources.map((sourceId) => (
          <div className="contents" key={sourceId}>
            <dt>{names.source[sourceId] ?? sourceId}</dt>
            <dd className="min-w-0">
              <ul className="leading-7">
                {sameSource
                  .filter((other) => other.sourceId === sourceId)
                  .map((other) => (
                    <li key={other.ref}>
                      <Incident other={other} />
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
