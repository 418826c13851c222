"use client";

import { useTranslations } from "next-intl";
import { blankClaim, type ClaimForm, freeKey } from "../../domain/incident-form";
import { CLAIM_FIELDS, type ClaimField } from "../../domain/vocabulary";
import { useSourceOptions } from "./cite-fields";
import { ClaimFields } from "./claim-fields";
import type { Meta } from "./editor-state";
import { Folded } from "./folded";
import { RowCard } from "./row-card";
import { type RemoveProps, RowList } from "./row-list";
import { useTypedForm } from "./typed-form";

type Props = {
  list: Meta<ClaimForm[]>;
  /** Keys of claims that were there before: they are folded, each under one line. */
  saved: readonly string[];
};

/** What sources say, claim by claim. */
export function ClaimRows({ list, saved }: Props) {
  const t = useTranslations("form.claims");
  const { form } = useTypedForm();
  const source = form.sources.length === 1 ? (form.sources[0]?.key ?? "") : "";
  const key = freeKey("n", form.claims);
  return (
    <RowList
      adds={CLAIM_FIELDS.map((field) => ({
        label: t(`add.${field}`),
        row: blankClaim(key, field, source),
      }))}
      list={list}
    >
      {(row, index, remove) => {
        const isSaved = saved.includes(row.getFieldset().key.initialValue ?? "");
        return <ClaimRow index={index} isSaved={isSaved} remove={remove} row={row} />;
      }}
    </RowList>
  );
}

type RowProps = { row: Meta<ClaimForm>; index: number; remove: RemoveProps; isSaved: boolean };

function ClaimRow({ row, index, remove, isSaved }: RowProps) {
  const t = useTranslations();
  const { textOf } = useTypedForm();
  const fields = row.getFieldset();
  const field = fieldOf(fields.field.initialValue);
  const number = index + 1;
  const title = t("form.claims.row", { number, field: t(`vocabulary.claimField.${field}`) });
  const card = (
    <RowCard remove={remove} title={title}>
      <ClaimFields field={field} row={row} />
    </RowCard>
  );
  const source = useSourceOptions().find(({ value }) => value === textOf(fields.source.name));
  if (!isSaved) return card;
  const said = [textOf(fields.value.name) || textOf(fields.statement.name), source?.label];
  return (
    <Folded
      metas={[row]}
      summary={[title, ...said.filter(Boolean).map((text) => text?.slice(0, 60))].join(" · ")}
    >
      {card}
    </Folded>
  );
}

function fieldOf(text: string | undefined): ClaimField {
  return CLAIM_FIELDS.find((field) => field === text) ?? "statement";
}
