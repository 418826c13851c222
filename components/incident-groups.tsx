import { useTranslations } from "next-intl";
import { riskNow } from "../domain/at-risk";
import { formatCount } from "../domain/format-count";
import type { FateStep, GroupFate } from "../domain/group-fate";
import type { Headline } from "../domain/headline-type";
import type { IncidentNames } from "../domain/incident-names";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";
import { Tag } from "./ui/tag";

type Props = {
  fates: GroupFate[];
  headline: Headline;
  names: IncidentNames;
  /** A calendar day, UTC. */
  today: string;
};

/** The groups of people with their parts, who they are, and what became of each. */
export function IncidentGroups({ fates, headline, names, today }: Props) {
  const t = useTranslations("incident.groups");
  if (fates.length === 0) return <p className="muted">{t("none")}</p>;
  const labels = ["group", "count", "who", "became"].map((name) => t(name));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("label")} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            {labels.map((label, at) => (
              <th className={at === 1 ? "num" : undefined} key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fates.map((fate) => (
            <tr key={fate.group.id}>
              <th className="card-title sm:min-w-40" scope="row">
                <span
                  className="block first-letter:uppercase"
                  style={{ paddingInlineStart: `${fate.depth * 1.25}rem` }}
                >
                  {names.group[fate.group.id]}
                </span>
              </th>
              <td className="num sm:min-w-36" data-label={labels[1]}>
                <div>
                  <People {...fate} />
                </div>
              </td>
              <td className="sm:min-w-48" data-label={labels[2]}>
                <div>
                  <Who {...fate} names={names} />
                </div>
              </td>
              <td className="sm:min-w-64" data-label={labels[3]}>
                <div>
                  <Became {...fate} headline={headline} names={names} today={today} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Families are named as such: they are never counted as persons. */
function People({ group, count, corroboration }: GroupFate) {
  const t = useTranslations();
  return (
    <>
      {group.unit === "family" ? (
        t("incident.groups.families", { count: formatCount(count, t) })
      ) : (
        <CountText count={count} />
      )}
      {corroboration === "contested" && (
        <span className="block">
          <Tag tone="warn">{t("ui.status.sourcesDisagree")}</Tag>
        </span>
      )}
    </>
  );
}

function Who({ group, names }: GroupFate & { names: IncidentNames }) {
  const t = useTranslations();
  const { role, nationality, ageBand, sex, circumstances } = group;
  return [
    t(`vocabulary.role.${role}`),
    nationality &&
      t("incident.groups.nationality", { country: names.place[nationality] ?? nationality }),
    ageBand && t("incident.groups.age", { band: t(`vocabulary.ageBand.${ageBand}`) }),
    sex && t(`vocabulary.sex.${sex}`),
    ...circumstances.map((code) => t(`vocabulary.circumstance.${code}`)),
  ]
    .filter(Boolean)
    .join(" · ");
}

type BecameProps = GroupFate & Omit<Props, "fates">;

function Became({ steps, statuses, atRiskOf, depth, headline, names, today }: BecameProps) {
  const t = useTranslations();
  const own = steps.filter(({ inherited }) => !inherited);
  const shared = depth > 0 && steps.length > 0 && own.length === 0;
  const stale = riskNow({ ...headline, atRiskOf }, today).stale;
  const events = atRiskOf.map((type) => t(`vocabulary.eventType.${type}`)).join(", ");
  return (
    <>
      <p>
        <span className="inline-block font-semibold first-letter:uppercase">
          {statuses.length > 0
            ? statuses.map(({ status }) => t(`vocabulary.status.${status}`)).join(", ")
            : t("vocabulary.status.unknown")}
        </span>{" "}
        {events !== "" && !shared && (
          <Tag tone="warn">{t(stale ? "ui.status.wasAtRisk" : "ui.status.atRisk", { events })}</Tag>
        )}
      </p>
      <ul className="small">
        {own.map((step) => (
          <li key={step.eventId}>
            <Step headline={headline} names={names} step={step} />
          </li>
        ))}
      </ul>
      {own.length < steps.length && (
        <p className="muted small">
          {t(shared ? "incident.groups.asWhole" : "incident.groups.otherwiseAsWhole")}
        </p>
      )}
    </>
  );
}

type StepProps = Pick<Props, "headline" | "names"> & { step: FateStep };

function Step({ step: { eventId, modality, count }, headline, names }: StepProps) {
  const t = useTranslations();
  const name = names.event[eventId] ?? eventId;
  return (
    <>
      <span className="inline-block first-letter:uppercase">
        {modality === "denied" ? <s>{name}</s> : name}
      </span>
      , <DateText date={headline.events[eventId]!.date} />
      {count !== null && <> · {t("incident.groups.some", { count: formatCount(count, t) })}</>}
      {modality !== "reported" && (
        <>
          {" "}
          <Tag tone={modality === "anticipated" ? "warn" : "plain"}>
            {t(`vocabulary.modality.${modality}`)}
          </Tag>
        </>
      )}
    </>
  );
}
