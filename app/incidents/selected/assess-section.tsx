import { getLocale, getTranslations } from "next-intl/server";
import { AssessmentChoice } from "../../../components/assessment-choice";
import { AssessmentPreview } from "../../../components/assessment-preview";
import { Notice } from "../../../components/ui/notice";
import { listSourcesOf } from "../../../db/queries/list-sources-of";
import { previewAssessment } from "../../../db/queries/preview-assessment";
import { headlineChanges } from "../../../domain/headline-changes";
import { readReference } from "../../../domain/reference";
import { sourceName } from "../../../domain/source-name";
import { ASSESSMENTS } from "../../../domain/vocabulary";
import type { Reader } from "../../_server/reader";
import { assessSelectedAction } from "./actions";

type Props = {
  reader: Reader;
  refs: string[];
  kept: [name: string, value: string][];
  params: URLSearchParams;
};

/** Judging a source anew in the selected incidents: what is chosen stands in the address, with what it would do. */
export async function AssessSection({ reader: { store, actor }, refs, kept, params }: Props) {
  const [t, say, locale] = await Promise.all([
    getTranslations("incidents.selection"),
    getTranslations(),
    getLocale(),
  ]);
  const sources = await listSourcesOf(store, actor, refs);
  if (sources.length === 0) return <p className="muted">{t("noSources")}</p>;
  const assessment = ASSESSMENTS.find((code) => code === params.get("as")) ?? null;
  const source = readReference("SRC", params.get("of") ?? "");
  const preview =
    source && assessment && (await previewAssessment(store, actor, { source, assessment, refs }));
  return (
    <>
      <AssessmentChoice
        chosen={{ source, assessment }}
        kept={kept}
        sources={sources.map((one) => ({ ...one, label: sourceName(one) }))}
      />
      {source && assessment && !preview && (
        <Notice tone="error">{say("issues.source.not_found", { ref: source })}</Notice>
      )}
      {preview && assessment && (
        <AssessmentPreview
          action={assessSelectedAction}
          assessment={assessment}
          changes={preview.changes.map(({ before, after, ...change }) => ({
            ...change,
            headline: headlineChanges(before, after, { locale, say, names: preview.names }),
          }))}
          digest={preview.digest}
          source={{ ref: preview.source.ref, label: sourceName(preview.source) }}
        />
      )}
    </>
  );
}
