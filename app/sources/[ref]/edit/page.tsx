import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SourceForm } from "../../../../components/form/source-form";
import { findSources } from "../../../../db/queries/find-sources";
import { getSourceToEdit } from "../../../../db/queries/get-source-to-edit";
import { sourceFormOf } from "../../../../domain/incident-form-of";
import { readReference } from "../../../../domain/reference";
import { sourceLabels } from "../../../_server/labels";
import { pageActor } from "../../../_server/session";
import { getStore } from "../../../_server/store";
import { recordReading } from "../../record-reading";
import { changeSource } from "./actions";

type Props = { params: Promise<{ ref: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("form.source");
  return { title: t("editTitle", { ref: (await params).ref }) };
}

export default async function EditSourcePage({ params }: Props) {
  const [store, actor, t] = await Promise.all([
    getStore(),
    pageActor("source.revise"),
    getTranslations("form.source"),
  ]);
  const ref = readReference("SRC", (await params).ref);
  const found = ref && (await getSourceToEdit(store, actor, ref));
  if (!found) notFound();
  await recordReading({ ref: found.ref, access: found.source.access });
  const copies = found.copies.map((copied) => copied.ref);
  const form = sourceFormOf(found.source, copies);
  return (
    <>
      <h1 className="mb-4">{t("editTitle", { ref: found.ref })}</h1>
      <SourceForm
        action={changeSource.bind(null, found.ref)}
        cancelHref={`/sources/${found.ref}`}
        initial={{
          ...form,
          copies: copies.map((copied) => ({ ref: copied })),
          reason: "",
          keep: {},
        }}
        known={sourceLabels(await findSources(store, actor, copies))}
        version={found.version}
      />
    </>
  );
}
