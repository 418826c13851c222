import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { ReviewStepForm } from "../../../../components/review-step-form";
import { Notice } from "../../../../components/ui/notice";
import { PageSection } from "../../../../components/ui/page-section";
import { getIncident } from "../../../../db/queries/get-incident";
import { listMerged } from "../../../../db/queries/list-merged";
import { readIncidentAddress } from "../../../../domain/incident-address";
import { type PageSearchParams, toSearchParams } from "../../../_server/search-params";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { loadIncident } from "../load-incident";
import { unmergeAction } from "./actions";
import { MergePreview } from "./merge-preview";

type Props = { params: Promise<{ ref: string }>; searchParams: PageSearchParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await loadIncident((await params).ref, "/merge");
  return { title: (await getTranslations("merge"))("title", { ref }) };
}

export default async function MergePage({ params, searchParams }: Props) {
  const actor = await pageActor("incident.merge");
  const kept = await loadIncident((await params).ref, "/merge");
  const asked = toSearchParams(await searchParams);
  const typed = asked.get("with") ?? "";
  const store = await getStore();
  const ref = readIncidentAddress(typed);
  const [found, merged, t] = await Promise.all([
    ref === null ? null : getIncident(store, actor, ref),
    listMerged(store, actor, kept.ref),
    getTranslations(),
  ]);
  const refusal = refusalOf(kept, found, typed, ref);
  return (
    <>
      <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
        <Link href={`/incidents/${kept.ref}`} prefetch={false}>
          {kept.ref}
        </Link>{" "}
        / {t("merge.crumb")}
      </nav>
      <h1>{t("merge.title", { ref: kept.ref })}</h1>
      <p className="muted mt-1">{kept.document.title}</p>
      <p className="mt-3 max-w-prose">{t("merge.what", { ref: kept.ref })}</p>
      <form className="my-4 flex max-w-prose flex-wrap items-end gap-2" method="get">
        <label className="field grow">
          <span className="field-label">{t("merge.with")}</span>
          <input className="input" defaultValue={typed} name="with" />
        </label>
        <button className="btn" type="submit">
          {t("merge.choose")}
        </button>
      </form>
      {refusal && <Notice tone="error">{t(`issues.${refusal.code}`, refusal.values)}</Notice>}
      {found && refusal === null && (
        <MergePreview actor={actor} asked={asked} gone={found} kept={kept} store={store} />
      )}
      {merged.length > 0 && (
        <PageSection id="merged" title={t("merge.merged", { ref: kept.ref })}>
          <ul className="grid gap-3">
            {merged.map((one) => (
              <li className="card card-body" key={one.ref}>
                {one.ref} {one.title}
                <details className="mt-1">
                  <summary className="text-accent">
                    {t("merge.undo.open", { ref: one.ref })}
                  </summary>
                  <div className="mt-2 max-w-prose">
                    <ReviewStepForm
                      action={unmergeAction}
                      hidden={{ ref: one.ref }}
                      reason={{ label: t("merge.undo.reason") }}
                      submit={t("merge.undo.submit")}
                      text={t("merge.undo.text", { ref: kept.ref })}
                    />
                  </div>
                </details>
              </li>
            ))}
          </ul>
        </PageSection>
      )}
    </>
  );
}

type Named = { ref: string; reviewStatus: string; mergedInto: string | null };

/** Why the two cannot be merged; null where they can, or nothing was typed yet. */
function refusalOf(
  kept: Named,
  gone: Named | null,
  typed: string,
  ref: string | null,
): { code: string; values: Record<string, string> } | null {
  if (typed.trim() === "") return null;
  if (ref === null) return { code: "reference.not_an_incident", values: { value: typed } };
  if (ref === kept.ref) return { code: "merge.with_itself", values: { ref } };
  if (gone === null) return { code: "incident.not_found", values: { ref } };
  if (gone.mergedInto !== null)
    return { code: "incident.merged", values: { ref, into: gone.mergedInto } };
  const retracted = [kept, gone].find(({ reviewStatus }) => reviewStatus === "retracted");
  return retracted ? { code: "incident.retracted", values: { ref: retracted.ref } } : null;
}
