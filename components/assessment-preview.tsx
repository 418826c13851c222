import Link from "next/link";
import { useTranslations } from "next-intl";
import type { AssessmentChange } from "../domain/assessment-change";
import type { HeadlineChange } from "../domain/headline-changes";
import type { Assessment } from "../domain/vocabulary";
import type { FormAction } from "./form-state";
import { PlainForm } from "./plain-form";
import { Notice } from "./ui/notice";

/** `headline`: what in it would read otherwise. */
export type ShownAssessment = Omit<AssessmentChange, "before" | "after"> & {
  headline: HeadlineChange[];
};

type Props = {
  /** The reference of the source, and what it is called. */
  source: { ref: string; label: string };
  assessment: Assessment;
  changes: readonly ShownAssessment[];
  digest: string;
  action: FormAction;
};

const COLUMNS = ["incident", "claims", "headline", "review"] as const;

/** What judging a source anew would do to each of the selected incidents, and the form that does it. */
export function AssessmentPreview({ source, assessment, changes, digest, action }: Props) {
  const t = useTranslations();
  const words = { source: source.label, assessment: t(`vocabulary.assessment.${assessment}`) };
  const changing = changes.filter(({ claims }) => claims > 0);
  const fixed = changing.filter(({ statusAfter }) => statusAfter === null);
  const reopened = changing.filter(
    ({ reviewStatus, statusAfter }) => statusAfter !== null && statusAfter !== reviewStatus,
  );
  const claims = changing.reduce((sum, one) => sum + one.claims, 0);
  const label = t("incidents.selection.preview", words);
  return (
    <div className="mt-4 grid gap-2.5">
      <h3>{label}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section aria-label={label} className="table-scroll" tabIndex={0}>
        <table className="table table-cards">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {t(`incidents.selection.columns.${name}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <Row change={change} key={change.ref} />
            ))}
          </tbody>
        </table>
      </section>
      {fixed.length > 0 ? (
        <Notice tone="error">
          {t("incidents.selection.fixed", { refs: fixed.map(({ ref }) => ref).join(", ") })}
        </Notice>
      ) : changing.length === 0 ? (
        <Notice>{t("issues.selection.nothing_to_change")}</Notice>
      ) : (
        <>
          {reopened.length > 0 && (
            <Notice tone="warn">
              {t("incidents.selection.reopened", {
                count: reopened.length,
                refs: reopened.map(({ ref }) => ref).join(", "),
              })}
            </Notice>
          )}
          <PlainForm
            action={action}
            fields={[
              {
                name: "reason",
                label: t("incidents.selection.reason"),
                hint: t("incidents.selection.reasonHint"),
                autoComplete: "off",
              },
            ]}
            hidden={{
              source: source.ref,
              assessment,
              incidents: changes.map(({ ref, version }) => `${ref}:${version}`).join(" "),
              digest,
            }}
            idPrefix="assess"
            submit={t("incidents.selection.assessSubmit", { claims, incidents: changing.length })}
          />
        </>
      )}
    </div>
  );
}

function Row({ change }: { change: ShownAssessment }) {
  const t = useTranslations();
  const { ref, title, claims, ofSource, headline, reviewStatus, statusAfter } = change;
  const column = (name: (typeof COLUMNS)[number]) => t(`incidents.selection.columns.${name}`);
  const status = t(`vocabulary.reviewStatus.${reviewStatus}`);
  const isReopened = claims > 0 && statusAfter !== null && statusAfter !== reviewStatus;
  return (
    <tr>
      <th data-label={column("incident")} scope="row">
        <span>
          <Link className="nowrap" href={`/incidents/${ref}`} prefetch={false}>
            {ref}
          </Link>{" "}
          {title}
        </span>
      </th>
      <td data-label={column("claims")}>
        <span>
          {ofSource === 0
            ? t("incidents.selection.noClaims")
            : t("incidents.selection.claimsOf", { claims, ofSource })}
        </span>
      </td>
      <td data-label={column("headline")}>
        {headline.length === 0 ? (
          <span className="muted">{t("incidents.selection.sameHeadline")}</span>
        ) : (
          <ul>
            {headline.map(({ field, before, after }) => (
              <li key={field}>
                {t(`incidents.selection.values.${field}`)}: <del>{before}</del>{" "}
                <span aria-hidden="true">→</span> <ins>{after}</ins>
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-label={column("review")}>
        <span>
          {isReopened
            ? t("incidents.selection.becomes", {
                before: status,
                after: t(`vocabulary.reviewStatus.${statusAfter}`),
              })
            : status}
        </span>
      </td>
    </tr>
  );
}
