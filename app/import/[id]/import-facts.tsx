import { getFormatter, getTranslations } from "next-intl/server";
import { InstantText } from "../../../components/ui/instant-text";
import type { ImportView } from "../../../domain/import/import-view";

/** What the file of an import is, and what became of it. */
export async function ImportFacts({ view }: { view: ImportView }) {
  const [t, format] = await Promise.all([getTranslations("import"), getFormatter()]);
  const { state, format: kind, fileSize, sha256, createdAt, appliedAt, undoneAt } = view;
  return (
    <dl className="facts my-3">
      <dt>{t("facts.state")}</dt>
      <dd>{t(`states.${state}`)}</dd>
      <dt>{t("facts.kind")}</dt>
      <dd>{t(`facts.kinds.${kind}`)}</dd>
      <dt>{t("facts.size")}</dt>
      <dd className="tabular-nums">{t("facts.bytes", { size: format.number(fileSize) })}</dd>
      <dt>SHA-256</dt>
      <dd className="break-all">
        <code className="small">{sha256}</code>
      </dd>
      {view.mapping && (
        <>
          <dt>{t("facts.mapping")}</dt>
          <dd>
            <a href={`/import/${view.id}/mapping.json`}>{t("facts.mappingFile")}</a>
          </dd>
        </>
      )}
      <dt>{t("facts.uploaded")}</dt>
      <dd>
        <InstantText at={createdAt} />
      </dd>
      {appliedAt !== null && (
        <>
          <dt>{t("facts.applied")}</dt>
          <dd>
            <InstantText at={appliedAt} />
          </dd>
        </>
      )}
      {undoneAt !== null && (
        <>
          <dt>{t("facts.undone")}</dt>
          <dd>
            <InstantText at={undoneAt} />
          </dd>
        </>
      )}
    </dl>
  );
}
