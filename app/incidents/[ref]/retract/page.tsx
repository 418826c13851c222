import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ReasonForm } from "../../../../components/reason-form";
import { pageActor } from "../../../_server/session";
import { retractAction } from "../actions";
import { loadIncident } from "../load-incident";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { ref } = await loadIncident((await params).ref, "/retract");
  return { title: (await getTranslations("incident.retract"))("title", { ref }) };
}

export default async function RetractPage({ params }: Props) {
  const { ref, version, reviewStatus, document } = await loadIncident(
    (await params).ref,
    "/retract",
  );
  await pageActor("incident.retract");
  const path = `/incidents/${ref}`;
  if (reviewStatus === "retracted") redirect(path);
  const t = await getTranslations();
  return (
    <>
      <nav aria-label={t("incident.breadcrumb")} className="breadcrumb">
        <Link href="/incidents">{t("incidents.title")}</Link> / <Link href={path}>{ref}</Link> ·{" "}
        <Link href={`${path}/history`}>{t("incident.history.title")}</Link>
      </nav>
      <h1>
        {t("incident.retract.title", { ref })}
        <span className="muted block text-sm font-normal">{document.title}</span>
      </h1>
      <p className="mt-4 max-w-prose">{t("incident.retract.what")}</p>
      <ul className="mt-1 max-w-prose list-disc pl-5">
        {["stays", "marked", "closed"].map((effect) => (
          <li key={effect}>{t(`incident.retract.effects.${effect}`)}</li>
        ))}
      </ul>
      <ReasonForm
        action={retractAction}
        cancelHref={path}
        fields={{ ref, version }}
        isDanger
        messages="incident.retract"
      />
    </>
  );
}
