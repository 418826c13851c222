import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClaimsForm } from "../../../../components/form/claims-form";
import { Notice } from "../../../../components/ui/notice";
import { getIncident } from "../../../../db/queries/get-incident";
import { blankClaim, blankSource } from "../../../../domain/incident-form";
import { incidentFormOf } from "../../../../domain/incident-form-of";
import { readReference } from "../../../../domain/reference";
import { placeLabel, sourceLabels } from "../../../_server/labels";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { addClaims } from "./actions";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("form.addSource");
  return { title: t("title", { ref: (await params).ref }) };
}

export default async function AddSourcePage({ params }: Props) {
  const [store, actor, t] = await Promise.all([
    getStore(),
    pageActor("claim.attach"),
    getTranslations(),
  ]);
  const ref = readReference("INC", (await params).ref);
  const view = ref && (await getIncident(store, actor, ref));
  if (!view) notFound();
  if (view.mergedInto) redirect(`/incidents/${view.mergedInto}/add-source`);
  const { groups, events } = incidentFormOf(view.document, [], (id) =>
    placeLabel(view.locations, id),
  );
  return (
    <>
      <h1>{t("form.addSource.title", { ref: view.ref })}</h1>
      <p className="muted mt-1 mb-4">{view.document.title}</p>
      {view.reviewStatus === "retracted" ? (
        <Notice tone="warn">{t("issues.incident.retracted", { ref: view.ref })}</Notice>
      ) : (
        <ClaimsForm
          action={addClaims.bind(null, view.ref)}
          cancelHref={`/incidents/${view.ref}`}
          initial={{
            sources: [blankSource("s1", "new")],
            claims: [blankClaim("n1", "count", "s1")],
            reason: "",
            keep: {},
          }}
          known={sourceLabels(view.sources)}
          rows={{ groups, events }}
        />
      )}
    </>
  );
}
