import { useTranslations } from "next-intl";
import type { MarkView } from "../domain/mark-view";
import { REVIEW_RULES, type ReviewStep } from "../domain/review";
import type { Person, ReviewView } from "../domain/review-view";
import type { ReviewStatus } from "../domain/vocabulary";
import { AssignForm } from "./assign-form";
import type { FormAction } from "./form-state";
import { MarkList } from "./mark-list";
import { ReviewStepForm } from "./review-step-form";
import { Disclosure } from "./ui/disclosure";
import { InstantText } from "./ui/instant-text";
import { Tag, type Tone } from "./ui/tag";

const TONES: Record<ReviewStatus, Tone> = {
  draft: "plain",
  in_review: "plain",
  verified: "accent",
  disputed: "warn",
  retracted: "error",
};

/** The steps that are taken here; retracting has a page of its own. */
type Step = Exclude<ReviewStep, "retract">;

type Props = {
  review: ReviewView;
  /** Whether verifying it is judging the reader's own work. */
  verifier: "other" | "self" | "self_allowed";
  /** What the reader may do with it now, each with what it is sent to. */
  steps: Partial<Record<Step, FormAction>>;
  /** Null where the reader may not assign it. */
  assign: { action: FormAction; people: readonly Person[] } | null;
  /** What the personal-data guard marks in it; null where the reader may not see that. */
  marks: readonly MarkView[] | null;
};

/** How far an incident is in its review, and the next step. */
export function ReviewPanel({ review, verifier, steps, assign, marks }: Props) {
  const t = useTranslations("incident.review");
  const { reviewStatus, edited, assignee, comments } = review;
  const hidden = { ref: review.ref, version: review.version };
  return (
    <section aria-labelledby="review" className="card card-body relative mb-4 grid gap-1.5">
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1" role="status">
        <h2 className="m-0!" id="review">
          {t("title")}
        </h2>
        <Tag tone={TONES[reviewStatus]}>{t(`status.${reviewStatus}`)}</Tag>
        <LastStep review={review} />
      </div>
      <p className="muted small flex flex-wrap gap-x-3">
        {edited && (
          <span>
            {t("edited", { name: edited.by.name })} <InstantText at={edited.at} />
          </span>
        )}
        {comments !== null && reviewStatus !== "retracted" && (
          <span>{assignee ? t("assigned", { name: assignee.name }) : t("unassigned")}</span>
        )}
      </p>
      <Verified review={review} />
      {marks !== null && marks.length > 0 && <MarkList marks={marks} />}
      {(Object.keys(steps).length > 0 || assign) && (
        <div className="no-print mt-1 flex flex-wrap items-start gap-2">
          {steps.submit && (
            <ReviewStepForm
              action={steps.submit}
              hidden={hidden}
              reason={null}
              submit={t("submit.submit")}
              tone="primary"
            />
          )}
          {steps.verify && verifier !== "self" && (
            <Disclosure side="left" summary={t("verify.open")}>
              <ReviewStepForm
                action={steps.verify}
                hidden={{ ...hidden, editedAt: edited?.at ?? "" }}
                reason={{ label: t("verify.reason") }}
                submit={t("verify.submit")}
                text={t(verifier === "self_allowed" ? "verify.oneself" : "verify.text")}
                tone="primary"
              />
            </Disclosure>
          )}
          {(["send_back", "dispute"] as const).map((step) => {
            const action = steps[step];
            return (
              action && (
                <Disclosure key={step} side="left" summary={t(`${step}.open`)}>
                  <ReviewStepForm
                    action={action}
                    hidden={hidden}
                    reason={{ label: t(`${step}.reason`), hint: t(`${step}.hint`) }}
                    submit={t(`${step}.submit`)}
                    text={t(`${step}.text`)}
                    tone={step === "dispute" ? "danger" : undefined}
                  />
                </Disclosure>
              )
            );
          })}
          {assign && (
            <Disclosure side="left" summary={t("assign.open")}>
              <AssignForm
                action={assign.action}
                assignee={assignee}
                incident={review.ref}
                people={assign.people}
                version={review.version}
              />
            </Disclosure>
          )}
        </div>
      )}
      {steps.verify && verifier === "self" && <p className="muted small">{t("verify.own")}</p>}
    </section>
  );
}

/** The last step, with its reason where the incident still stands as it left it. */
function LastStep({ review: { lastStep, reviewStatus } }: Pick<Props, "review">) {
  const t = useTranslations("incident.review");
  if (lastStep === null) return <span className="muted">{t("noStep")}</span>;
  const { step, by, at, reason } = lastStep;
  const isCurrent = REVIEW_RULES[step].to === reviewStatus;
  return (
    <>
      <span>
        {t(isCurrent ? `did.${step}` : `changedSince.${step}`, { name: by.name })}{" "}
        <InstantText at={at} />
      </span>
      {reason !== "" && isCurrent && (
        <span className="prose basis-full">{t("reason", { reason })}</span>
      )}
    </>
  );
}

function Verified({ review: { verified, reviewStatus } }: Pick<Props, "review">) {
  const t = useTranslations("incident.review");
  const [last] = verified;
  if (!last) return null;
  return (
    <>
      {reviewStatus === "verified" && last.bySamePerson && (
        <p>
          <Tag tone="warn">{t("samePerson")}</Tag> {t("samePersonText")}
        </p>
      )}
      <details>
        <summary className="small text-accent">{t("versions", { count: verified.length })}</summary>
        <ol className="small mt-1 grid gap-0.5">
          {verified.map(({ number, version, by, at, bySamePerson }) => (
            <li key={number}>
              {t("verifiedVersion", { number, version, name: by.name })} <InstantText at={at} />{" "}
              {bySamePerson && <Tag tone="warn">{t("samePerson")}</Tag>}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
