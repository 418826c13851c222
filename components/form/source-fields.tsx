"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SourceForm } from "../../domain/incident-form";
import { ACCESSES, RELIABILITIES, SOURCE_KINDS } from "../../domain/vocabulary";
import type { Meta } from "./editor-state";
import { CheckField, SelectField, TextField } from "./fields";
import { Folded } from "./folded";
import { DateField } from "./live-fields";
import { useCodeOptions } from "./use-code-options";

type Props = {
  fields: { [Field in keyof SourceForm]: Meta<SourceForm[Field]> };
  /** How what it copies is chosen. */
  copies: ReactNode;
};

/** Everything that is written of a source. */
export function SourceFields({ fields, copies }: Props) {
  const t = useTranslations("form.source");
  return (
    <>
      <div className="field-row">
        <TextField label={t("publisher")} meta={fields.publisher} />
        <TextField className="grow-2" label={t("title")} meta={fields.title} />
      </div>
      <div className="field-row">
        <TextField className="grow-2" label={t("url")} meta={fields.url} />
        <DateField hint={t("publishedHint")} label={t("published")} meta={fields.published} />
      </div>
      <div className="field-row">
        <SelectField
          label={t("kind")}
          meta={fields.kind}
          options={useCodeOptions("sourceKind", SOURCE_KINDS)}
        />
        <SelectField
          label={t("reliability")}
          meta={fields.reliability}
          options={useCodeOptions("reliability", RELIABILITIES)}
        />
        <SelectField
          label={t("access")}
          meta={fields.access}
          options={useCodeOptions("access", ACCESSES)}
        />
        <TextField hint={t("languageHint")} label={t("language")} meta={fields.language} />
      </div>
      {copies}
      <Folded
        metas={[fields.accessed, fields.archivedUrl, fields.licence, fields.storedText]}
        summary={t("more")}
      >
        <div className="field-row">
          <TextField hint={t("accessedHint")} label={t("accessed")} meta={fields.accessed} />
          <TextField className="grow-2" label={t("archivedUrl")} meta={fields.archivedUrl} />
        </div>
        <TextField label={t("licence")} meta={fields.licence} />
        <CheckField label={t("quotable")} meta={fields.quotable} />
        <TextField
          hint={t("storedTextHint")}
          label={t("storedText")}
          meta={fields.storedText}
          rows={6}
        />
      </Folded>
    </>
  );
}
