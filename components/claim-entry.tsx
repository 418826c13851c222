import Link from "next/link";
import { useTranslations } from "next-intl";
import type { GridEntry } from "../domain/claim-grid";
import type { Claim } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { CitedSource } from "../domain/incident-view";
import type { CommentView } from "../domain/review-view";
import type { Assessment } from "../domain/vocabulary";
import { ClaimAssessment } from "./claim-assessment";
import { ClaimCommentBox } from "./claim-comment-box";
import { CommentList } from "./comment-list";
import type { Discuss } from "./discuss";
import type { FormAction } from "./form-state";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";
import { Tag, type Tone } from "./ui/tag";

const TONES: Record<Assessment, Tone> = {
  accepted: "accent",
  conflict: "warn",
  work_needed: "plain",
  rejected: "error",
};

type Props = {
  entry: GridEntry;
  isCopy: boolean;
  sources: CitedSource[];
  names: IncidentNames;
  assess: Assess | null;
  talk: Talk | null;
};

/** What an assessment of a claim of the incident is sent to, and the claim whose form is open from the start. */
export type Assess = { action: FormAction; incident: string; openClaim: string | null };

/** What is said of the claims of an incident. `discuss`, `resolve`: null where nothing can be said any more. */
export type Talk = {
  comments: readonly CommentView[];
  discuss: Discuss | null;
  resolve: FormAction | null;
};

/** One value in the grid; it folds out to the source's words, where they stand, and how the claim is judged. */
export function ClaimEntry({ entry, isCopy, sources, names, assess, talk }: Props) {
  const [claim] = entry.claims;
  const isOpen = entry.claims.some(
    ({ id }) => id === assess?.openClaim || id === talk?.discuss?.openClaim,
  );
  return (
    <details
      id={isOpen ? "assess" : undefined}
      open={isOpen}
      className={`claim-entry ${entry.accepted ? "bg-accent-soft" : ""}`}
    >
      <summary>
        <Value claim={claim} names={names} /> <Marks claims={entry.claims} talk={talk} />
      </summary>
      {entry.claims.map((one) => (
        <Detail
          assess={assess}
          claim={one}
          key={one.id}
          names={names}
          source={sources.find(({ id }) => id === one.sourceId)!}
          talk={talk}
          withSource={isCopy}
        />
      ))}
    </details>
  );
}

/** The value in the form of its field; what has no form of its own in our words. */
function Value({ claim, names }: { claim: Claim; names: IncidentNames }) {
  const t = useTranslations();
  const { field, count, date, place, modality, status, statement } = claim;
  switch (field) {
    case "count":
      return count && <CountText count={count} />;
    case "date":
      return (
        <>
          {date?.basis === "derived" && date.text !== "" && <>{date.text} → </>}
          <DateText date={date} />
        </>
      );
    case "place": {
      if (place === null) return null;
      const name = names.place[place.locationId] ?? place.locationId;
      return place.role === "at" ? name : t(`incident.grid.${place.role}`, { place: name });
    }
    case "modality":
      return (
        modality && (
          <>
            <Tag tone={modality === "anticipated" ? "warn" : "plain"}>
              {t(`vocabulary.modality.${modality}`)}
            </Tag>{" "}
            {statement}
          </>
        )
      );
    case "status":
      return status && t(`vocabulary.status.${status}`);
    case "statement":
      return statement;
  }
}

/** What keeps a value from being plainly accepted, visible without folding it out. */
function Marks({ claims, talk }: { claims: readonly Claim[]; talk: Talk | null }) {
  const t = useTranslations();
  const open = commentsOn(talk, claims).filter(({ resolved }) => resolved === null);
  const { scope, scopeText } = claims[0]!;
  const judged = [...new Set(claims.map(({ assessment }) => assessment))];
  return (
    <>
      {scope !== "whole" && (
        <Tag title={scopeText || undefined} tone="warn">
          {t(scope === "part" ? "incident.grid.partScope" : "incident.grid.unknownScope")}
        </Tag>
      )}{" "}
      {claims.some(({ acknowledged }) => acknowledged) && (
        <Tag tone="accent">{t("incident.grid.acknowledged")}</Tag>
      )}{" "}
      {judged
        .filter((assessment) => assessment !== "accepted")
        .map((assessment) => (
          <Tag key={assessment} tone={TONES[assessment]}>
            {t(`vocabulary.assessment.${assessment}`)}
          </Tag>
        ))}{" "}
      {open.length > 0 && <Tag>{t("incident.comments.count", { count: open.length })}</Tag>}
    </>
  );
}

function commentsOn(talk: Talk | null, claims: readonly Claim[]): CommentView[] {
  return (talk?.comments ?? []).filter((one) => claims.some(({ id }) => id === one.claimId));
}

type DetailProps = Pick<Props, "assess" | "names" | "talk"> & {
  claim: Claim;
  source: CitedSource;
  withSource: boolean;
};

function Detail({ claim, source, withSource, names, assess, talk }: DetailProps) {
  const t = useTranslations();
  const { field, statement, quote, locator, scopeText, assessment, credibility } = claim;
  const saysMore = statement !== "" && field !== "statement" && field !== "modality";
  return (
    <div className="mt-1.5 grid gap-1 border-t border-line pt-1.5 text-ink">
      {withSource && (
        <Link href={`/sources/${source.ref}`} prefetch={false}>
          {names.source[source.id] ?? source.ref}
        </Link>
      )}
      {saysMore && <p>{statement}</p>}
      {quote === "" ? (
        <p className="muted small">{t("incident.grid.noWords")}</p>
      ) : (
        <blockquote
          className="prose border-l-2 border-line pl-2"
          lang={source.language || undefined}
        >
          {t("incident.grid.quote", { text: quote })}
        </blockquote>
      )}
      {locator !== "" && <p className="muted small">{t("incident.grid.at", { locator })}</p>}
      {scopeText !== "" && <p className="muted small">{scopeText}</p>}
      <p>
        <Tag tone={TONES[assessment]}>{t(`vocabulary.assessment.${assessment}`)}</Tag>{" "}
        {credibility !== null && <Tag>{t(`vocabulary.credibility.${credibility}`)}</Tag>}
      </p>
      {assess && (
        <ClaimAssessment
          action={assess.action}
          assessment={assessment}
          claimId={claim.id}
          credibility={credibility}
          href={`/incidents/${assess.incident}?assess=${claim.id}#assess`}
          incident={assess.incident}
          isOpen={claim.id === assess.openClaim}
        />
      )}
      <CommentList comments={commentsOn(talk, [claim])} resolve={talk?.resolve ?? null} />
      {talk?.discuss && (
        // Its own state would outlive a link that opens it on this very page.
        <ClaimCommentBox
          claimId={claim.id}
          discuss={talk.discuss}
          key={String(claim.id === talk.discuss.openClaim)}
        />
      )}
    </div>
  );
}
