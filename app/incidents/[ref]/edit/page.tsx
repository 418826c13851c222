import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CaseForm } from "../../../../components/form/case-form";
import { Notice } from "../../../../components/ui/notice";
import { getIncident } from "../../../../db/queries/get-incident";
import { listCountries } from "../../../../db/queries/list-countries";
import { incidentFormOf } from "../../../../domain/incident-form-of";
import { readReference } from "../../../../domain/reference";
import { placeLabel, sourcedValues, sourceLabels } from "../../../_server/labels";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { recordIncidentReading } from "../record-incident-reading";
import { reviseCase } from "./actions";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("form.case");
  return { title: t("editTitle", { ref: (await params).ref }) };
}

export default async function EditIncidentPage({ params }: Props) {
  const [store, actor, t] = await Promise.all([
    getStore(),
    pageActor("incident.revise"),
    getTranslations(),
  ]);
  const ref = readReference("INC", (await params).ref);
  const view = ref && (await getIncident(store, actor, ref));
  if (!view) notFound();
  if (view.mergedInto) redirect(`/incidents/${view.mergedInto}/edit`);
  await recordIncidentReading(store, actor, view);
  const countries = await listCountries(store, actor);
  return (
    <>
      <h1>{t("form.case.editTitle", { ref: view.ref })}</h1>
      <p className="muted mt-1 mb-4">{view.document.title}</p>
      {view.reviewStatus === "retracted" ? (
        <Notice tone="warn">{t("issues.incident.retracted", { ref: view.ref })}</Notice>
      ) : (
        <CaseForm
          action={reviseCase.bind(null, view.ref)}
          cancelHref={`/incidents/${view.ref}`}
          countries={countries.map(({ id, name }) => ({ value: id, label: name }))}
          initial={incidentFormOf(view.document, view.sources, (id) =>
            placeLabel(view.locations, id),
          )}
          known={sourceLabels(view.sources)}
          sourced={sourcedValues(view)}
          version={view.version}
        />
      )}
    </>
  );
}
