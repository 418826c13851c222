import { useTranslations } from "next-intl";
import type { SourceClaim } from "../domain/source-view";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";
import { Tag, type Tone } from "./ui/tag";

type Props = {
  claims: SourceClaim[];
  /** Of the source, and so of its quotes; "" where it is not known. */
  language: string;
};

const TONES: Record<SourceClaim["assessment"], Tone> = {
  accepted: "accent",
  conflict: "warn",
  work_needed: "plain",
  rejected: "error",
};

/** What one source says of one incident, claim by claim, with its words where they are stored. */
export function SourceClaims({ claims, language }: Props) {
  const t = useTranslations();
  return (
    <ul className="grid gap-2.5">
      {claims.map((claim) => (
        <li key={claim.id}>
          <span className="muted">
            {t(`vocabulary.claimField.${claim.field}`)}
            <About claim={claim} />:
          </span>{" "}
          <ClaimValue claim={claim} /> <Marks claim={claim} />
          {claim.quote !== "" && (
            <figure className="mt-1 border-l-2 border-line pl-3">
              <blockquote className="prose" lang={language || undefined}>
                {t("sources.claims.quote", { quote: claim.quote })}
              </blockquote>
              {claim.locator !== "" && (
                <figcaption className="muted small">{claim.locator}</figcaption>
              )}
            </figure>
          )}
          {claim.quote === "" && claim.locator !== "" && (
            <span className="muted small block">{claim.locator}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** The group and the event the claim speaks of; neither = the incident as a whole. */
function About({ claim: { group, event } }: { claim: SourceClaim }) {
  const t = useTranslations();
  const about = [
    event && t(`vocabulary.eventType.${event.type}`),
    group && (group.label || t(`vocabulary.role.${group.role}`)),
  ].filter(Boolean);
  return about.length > 0 && <>, {about.join(", ")}</>;
}

function ClaimValue({ claim }: { claim: SourceClaim }) {
  const t = useTranslations();
  const { field, count, date, place, placeName, modality, status, statement } = claim;
  return (
    <>
      {field === "count" && count && <CountText count={count} />}
      {field === "date" && <DateText date={date} />}
      {field === "place" && place && (
        <>
          {t(`vocabulary.placeRole.${place.role}`)} {placeName}
        </>
      )}
      {field === "modality" && modality && t(`vocabulary.modality.${modality}`)}
      {field === "status" && status && t(`vocabulary.status.${status}`)}
      {field !== "statement" && statement !== "" && " · "}
      {statement}
    </>
  );
}

function Marks({ claim }: { claim: SourceClaim }) {
  const t = useTranslations();
  const { scope, scopeText, assessment, acknowledged, credibility } = claim;
  return (
    <>
      {scope !== "whole" && (
        <Tag>
          {t(`vocabulary.claimScope.${scope}`)}
          {scopeText !== "" && `: ${scopeText}`}
        </Tag>
      )}{" "}
      {acknowledged && <Tag tone="accent">{t("sources.claims.acknowledged")}</Tag>}{" "}
      <Tag tone={TONES[assessment]}>{t(`vocabulary.assessment.${assessment}`)}</Tag>{" "}
      {credibility !== null && <Tag>{t(`vocabulary.credibility.${credibility}`)}</Tag>}
    </>
  );
}
