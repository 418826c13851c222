"use client";

import { useTranslations } from "next-intl";
import { blankSource, freeKey, type SourceForm } from "../../domain/incident-form";
import { useSourceOptions } from "./cite-fields";
import type { Meta } from "./editor-state";
import { ChecksField, HiddenField } from "./fields";
import { RemoveButton, RowCard } from "./row-card";
import { type RemoveProps, RowList } from "./row-list";
import { SourceFields } from "./source-fields";
import { KnownSourceField } from "./suggest-fields";
import { useTypedForm } from "./typed-form";

/** The sources that the facts of this form cite: new ones, and those of the ledger. */
export function SourceRows({ list }: { list: Meta<SourceForm[]> }) {
  const t = useTranslations("form.sources");
  const key = freeKey("s", useTypedForm().form.sources);
  return (
    <RowList
      adds={[
        { label: t("addNew"), row: blankSource(key, "new") },
        { label: t("addKnown"), row: blankSource(key, "known") },
      ]}
      list={list}
    >
      {(row, index, remove) => <SourceRow index={index} remove={remove} row={row} />}
    </RowList>
  );
}

type RowProps = { row: Meta<SourceForm>; index: number; remove: RemoveProps };

function SourceRow({ row, index, remove }: RowProps) {
  const t = useTranslations("form.sources");
  const fields = row.getFieldset();
  const title = t("row", { number: index + 1 });
  const others = useSourceOptions().filter(({ value }) => value !== fields.key.initialValue);
  if (fields.mode.initialValue === "known")
    return (
      <fieldset className="card card-body flex min-w-0 flex-wrap items-start gap-2">
        <legend className="visually-hidden">{title}</legend>
        <HiddenField meta={fields.key} />
        <HiddenField meta={fields.mode} />
        <div className="min-w-48 flex-1">
          <KnownSourceField
            hint={t("knownHint")}
            label={t("known", { number: index + 1 })}
            meta={fields.ref}
          />
        </div>
        <div className="sm:pt-6">
          <RemoveButton remove={remove} title={title} />
        </div>
      </fieldset>
    );
  return (
    <RowCard remove={remove} title={title}>
      <HiddenField meta={fields.key} />
      <HiddenField meta={fields.mode} />
      <SourceFields
        copies={
          others.length > 0 && (
            <ChecksField legend={t("copies")} meta={fields.copies} options={others} />
          )
        }
        fields={fields}
      />
    </RowCard>
  );
}
