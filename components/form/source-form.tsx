"use client";

import { useTranslations } from "next-intl";
import { Fragment } from "react";
import type { SingleSourceForm } from "../../domain/incident-form";
import { Editor } from "./editor";
import type { EditorAction, Meta, StaleSource } from "./editor-state";
import { TextField } from "./fields";
import { NewsNotice } from "./news-notice";
import { RemoveButton } from "./row-card";
import { RowList } from "./row-list";
import { SourceFields } from "./source-fields";
import { KnownSourceField } from "./suggest-fields";
import { FormBackground, type KnownSourceLabel } from "./typed-form";

type Props = {
  action: EditorAction;
  initial: SingleSourceForm;
  version: number | null;
  known: Record<string, KnownSourceLabel>;
  cancelHref: string;
};

/** One source by itself: to add it, and to edit it. */
export function SourceForm({ action, initial, version, known, cancelHref }: Props) {
  const t = useTranslations("form");
  return (
    <FormBackground known={known}>
      <Editor
        action={action}
        cancelHref={cancelHref}
        id="source"
        initial={initial}
        saveLabel={t(version === null ? "source.add" : "source.save")}
      >
        {(fields, { staleSource }) => (
          <>
            {version !== null && <input name="version" type="hidden" value={version} />}
            {staleSource && <StaleSourceNotice stale={staleSource} />}
            <div className="card card-body grid gap-3">
              <SourceFields
                copies={
                  <fieldset className="fieldset">
                    <legend>{t("sources.copies")}</legend>
                    <RowList
                      adds={[{ label: t("source.addCopied"), row: { ref: "" } }]}
                      list={fields.copies as Meta<{ ref: string }[]>}
                    >
                      {(row, index, remove) => (
                        <div className="flex flex-wrap items-start gap-2">
                          <div className="min-w-48 flex-1">
                            <KnownSourceField
                              hint={t("sources.knownHint")}
                              label={t("source.copied", { number: index + 1 })}
                              meta={row.getFieldset().ref as Meta<string>}
                            />
                          </div>
                          <div className="sm:pt-6">
                            <RemoveButton
                              remove={remove}
                              title={t("source.copied", { number: index + 1 })}
                            />
                          </div>
                        </div>
                      )}
                    </RowList>
                  </fieldset>
                }
                fields={fields as never}
              />
              <TextField
                hint={t("case.reasonHint")}
                label={t("case.reason")}
                meta={fields.reason as Meta<string>}
              />
            </div>
          </>
        )}
      </Editor>
    </FormBackground>
  );
}

function StaleSourceNotice({ stale }: { stale: StaleSource }) {
  const t = useTranslations("form");
  const { version, fields } = stale;
  return (
    <NewsNotice news={stale}>
      <h2 className="mt-0">{t("stale.title", { version })}</h2>
      <p className="mb-2">{t("source.staleKept")}</p>
      <dl className="facts">
        {fields.map(({ field, text }) => (
          <Fragment key={field}>
            <dt>{t(`title.field.${field}`)}</dt>
            <dd>{text || t("source.empty")}</dd>
          </Fragment>
        ))}
      </dl>
      <button className="btn mt-2" name="over" type="submit" value={version}>
        {t("stale.save", { version })}
      </button>
    </NewsNotice>
  );
}
