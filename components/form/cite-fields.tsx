"use client";

import { useTranslations } from "next-intl";
import type { CiteForm } from "../../domain/incident-form";
import { readReference } from "../../domain/reference";
import { sourceName } from "../../domain/source-name";
import type { Meta } from "./editor-state";
import { type Option, SelectField, TextField } from "./fields";
import { Folded } from "./folded";
import { useTypedForm } from "./typed-form";

/** Where a fact comes from: the source, its words, where they stand, and the same in ours. */
function CiteFields({ meta, none }: { meta: Meta<CiteForm>; none: string }) {
  const t = useTranslations("form.cite");
  return (
    <fieldset className="border-l-2 border-line pl-3">
      <legend className="float-left mb-1.5 w-full text-[0.8125rem] font-semibold">
        {t("legend")}
      </legend>
      <CiteInputs label={t("source")} meta={meta} none={none} />
    </fieldset>
  );
}

/** As `CiteFields`, folded away in a row that was saved before, whose claims stand among the others. */
export function RowCite({
  meta,
  none,
  saved,
}: {
  meta: Meta<CiteForm>;
  none: string;
  saved: boolean;
}) {
  const t = useTranslations("form.cite");
  if (!saved) return <CiteFields meta={meta} none={none} />;
  return (
    <Folded metas={[meta]} summary={t("another")}>
      <CiteFields meta={meta} none={none} />
    </Folded>
  );
}

function CiteInputs(props: { meta: Meta<CiteForm>; none: string; label: string }) {
  const { meta, none, label } = props;
  const t = useTranslations("form.cite");
  const { source, quote, locator, statement } = meta.getFieldset();
  return (
    <div className="clear-both grid gap-3">
      <div className="field-row">
        <SelectField label={label} meta={source} none={none} options={useSourceOptions()} />
        <TextField hint={t("locatorHint")} label={t("locator")} meta={locator} />
      </div>
      <div className="field-row">
        <TextField label={t("quote")} meta={quote} rows={2} />
        <TextField label={t("statement")} meta={statement} rows={2} />
      </div>
    </div>
  );
}

/** A source of its own for one fact of an event, folded away until it is needed. */
export function OwnCite({ meta, summary }: { meta: Meta<CiteForm>; summary: string }) {
  const t = useTranslations("form.cite");
  const { initialValue } = meta;
  return (
    <Folded
      metas={[meta]}
      open={Object.values(initialValue ?? {}).some((text) => text !== "")}
      summary={summary}
    >
      <CiteInputs label={t("ownSource")} meta={meta} none={t("asEvent")} />
    </Folded>
  );
}

/** The sources of this form as they are written so far. */
export function useSourceOptions(): Option[] {
  const t = useTranslations("form.sources");
  const { form, known } = useTypedForm();
  return form.sources.map(({ key, mode, ref, publisher, title }, index) => {
    const label =
      mode === "known"
        ? (known[readReference("SRC", ref) ?? ""]?.label ?? ref)
        : sourceName({ publisher, title });
    const number = index + 1;
    return {
      value: key,
      label: label ? t("numbered", { number, label: label.slice(0, 80) }) : t("row", { number }),
    };
  });
}
