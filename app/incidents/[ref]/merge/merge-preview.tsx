import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { MergeChoices } from "../../../../components/merge-choices";
import { ReasonForm } from "../../../../components/reason-form";
import { CountText } from "../../../../components/ui/count-text";
import { IssuesNotice, Notice } from "../../../../components/ui/notice";
import { PageSection } from "../../../../components/ui/page-section";
import { getReview } from "../../../../db/queries/get-review";
import type { Store } from "../../../../db/store";
import type { Actor } from "../../../../domain/actor";
import { checkIncident } from "../../../../domain/check-incident";
import { citedFacts } from "../../../../domain/cited-facts";
import { formatCount } from "../../../../domain/format-count";
import { formatDate } from "../../../../domain/format-date";
import { headlineOf } from "../../../../domain/headline";
import type { IncidentView } from "../../../../domain/incident-view";
import { mergeCases } from "../../../../domain/merge-cases";
import { parseMergeChoice, serializeMergeChoice } from "../../../../domain/merge-request";
import { verifierIs } from "../../../../domain/review";
import { suggestMerge } from "../../../../domain/suggest-merge";
import { IncidentBody } from "../incident-body";
import { namesOf } from "../names-of";
import { mergeAction } from "./actions";

type Props = {
  store: Store;
  actor: Actor;
  kept: IncidentView;
  gone: IncidentView;
  asked: URLSearchParams;
};

/** What the two would be as one, what is to be said of their groups and events, and the form that does it. */
export async function MergePreview({ store, actor, kept, gone, asked }: Props) {
  const [t, locale] = await Promise.all([getTranslations(), getLocale()]);
  const choice = parseMergeChoice(asked, gone.document, suggestMerge(kept, gone));
  let made = 0;
  const merged = mergeCases(kept.document, gone.document, choice, () => `new-${++made}`);
  const view = viewOf(kept, gone, merged.document);
  const issues = [...merged.issues, ...checkIncident(merged.document)];
  const own = await ownEdit(store, actor, [kept.ref, gone.ref]);
  const isLost = gone.publication === "public" && kept.publication !== "public";
  const side = (one: IncidentView) => ({
    ref: one.ref,
    document: one.document,
    names: namesOf(one, locale, t),
    facts: {
      ...Object.fromEntries(
        Object.entries(one.headline.groups).map(([id, { count }]) => [id, formatCount(count, t)]),
      ),
      ...Object.fromEntries(
        Object.entries(one.headline.events).map(([id, { date }]) => [
          id,
          formatDate(date, locale, t),
        ]),
      ),
    },
  });
  return (
    <>
      <p className="mb-3">
        {t("merge.gone")}{" "}
        <Link href={`/incidents/${gone.ref}`} prefetch={false}>
          {gone.ref} {gone.document.title}
        </Link>{" "}
        ·{" "}
        <Link href={`/incidents/${gone.ref}/merge?with=${kept.ref}`} prefetch={false}>
          {t("merge.swap")}
        </Link>
      </p>
      <MergeChoices choice={choice} gone={side(gone)} kept={side(kept)} />
      <IssuesNotice issues={issues} />
      <PageSection id="preview" title={t("merge.asOne")}>
        <dl className="facts">
          {[kept, gone].map((one) => (
            <div className="contents" key={one.ref}>
              <dt>{t("merge.people", { ref: one.ref })}</dt>
              <dd>
                <CountText count={one.headline.persons} />
              </dd>
            </div>
          ))}
          <dt>{t("merge.peopleAsOne")}</dt>
          <dd>
            <CountText
              count={view.headline.persons}
              disputed={view.headline.disagreement.includes("persons")}
            />
          </dd>
        </dl>
        <details className="mt-3" open>
          <summary className="text-accent">{t("merge.whole")}</summary>
          <div className="card card-body mt-2">
            <h3>{view.document.title}</h3>
            <IncidentBody
              assess={null}
              names={namesOf(view, locale, t)}
              talk={null}
              today={new Date().toISOString().slice(0, 10)}
              view={view}
            />
          </div>
        </details>
      </PageSection>
      <PageSection id="confirm" title={t("merge.confirmTitle")}>
        {isLost && (
          <Notice tone="warn">{t("merge.losesPublic", { gone: gone.ref, kept: kept.ref })}</Notice>
        )}
        {own !== null && <Notice tone="warn">{t("issues.merge.own_edit", { ref: own })}</Notice>}
        {own === null && issues.length === 0 && (
          <ReasonForm
            action={mergeAction}
            cancelHref={`/incidents/${kept.ref}`}
            fields={{
              ref: kept.ref,
              version: kept.version,
              with: gone.ref,
              withVersion: gone.version,
              choice: serializeMergeChoice(choice).toString(),
            }}
            messages="merge.form"
          />
        )}
      </PageSection>
    </>
  );
}

function viewOf(kept: IncidentView, gone: IncidentView, document: IncidentView["document"]) {
  const known = new Map([...gone.sources, ...kept.sources].map((source) => [source.id, source]));
  const sources = [...known.values()];
  const locations = { ...gone.locations, ...kept.locations };
  const places = new Map(Object.entries(locations));
  return {
    document,
    sources,
    locations,
    headline: headlineOf(document, citedFacts(sources), places),
  };
}

/** The first of the incidents that the actor wrote last and may therefore not merge. */
async function ownEdit(store: Store, actor: Actor, refs: string[]): Promise<string | null> {
  for (const ref of refs) {
    const review = await getReview(store, actor, ref);
    const editor = review?.edited?.by.id ?? null;
    if (verifierIs(actor.id, editor, review?.onePersonReview ?? false) === "self") return ref;
  }
  return null;
}
