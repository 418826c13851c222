"use client";

import { useTranslations } from "next-intl";
import { blankGroup, freeKey, type GroupForm } from "../../domain/incident-form";
import { AGE_BANDS, CIRCUMSTANCES, ROLES, SEXES, UNITS } from "../../domain/vocabulary";
import { RowCite } from "./cite-fields";
import type { Meta } from "./editor-state";
import { ChecksField, HiddenField, type Option, SelectField, TextField } from "./fields";
import { Folded } from "./folded";
import { CountField } from "./live-fields";
import { RowCard } from "./row-card";
import { type RemoveProps, RowList } from "./row-list";
import { SourcedLine } from "./sourced-line";
import { useSourced, useTypedForm } from "./typed-form";
import { useCodeOptions } from "./use-code-options";
import { useGroupOptions } from "./use-row-names";

type Props = { list: Meta<GroupForm[]>; countries: readonly Option[] };

/** The people, as anonymised groups and their parts. */
export function GroupRows({ list, countries }: Props) {
  const t = useTranslations("form.groups");
  const { form } = useTypedForm();
  return (
    <RowList adds={[{ label: t("add"), row: blankGroup(freeKey("g", form.groups)) }]} list={list}>
      {(row, index, remove) => (
        <GroupRow countries={countries} index={index} remove={remove} row={row} />
      )}
    </RowList>
  );
}

type RowProps = {
  row: Meta<GroupForm>;
  index: number;
  remove: RemoveProps;
  countries: readonly Option[];
};

function GroupRow({ row, index, remove, countries }: RowProps) {
  const t = useTranslations("form.groups");
  const fields = row.getFieldset();
  const wholes = useGroupOptions().filter(({ value }) => value !== fields.key.initialValue);
  const sourced = useSourced(fields.key.initialValue);
  const { ageBand, sex, circumstances } = fields;
  const more = [ageBand.initialValue, sex.initialValue, circumstances.initialValue];
  return (
    <RowCard remove={remove} title={t("row", { number: index + 1 })}>
      <HiddenField meta={fields.key} />
      {sourced && <SourcedLine value={sourced} />}
      <div className="field-row">
        <SelectField
          label={t("role")}
          meta={fields.role}
          none={t("choose")}
          options={useCodeOptions("role", ROLES)}
        />
        <CountField hint={t("countHint")} label={t("count")} meta={fields.count} />
        <SelectField label={t("unit")} meta={fields.unit} options={useCodeOptions("unit", UNITS)} />
        <SelectField
          label={t("nationality")}
          meta={fields.nationality}
          none={t("unknown")}
          options={countries}
        />
      </div>
      <div className="field-row">
        <TextField
          className="grow-2"
          hint={t("labelHint")}
          label={t("label")}
          meta={fields.label}
        />
        <SelectField
          hint={t("partOfHint")}
          label={t("partOf")}
          meta={fields.partOf}
          none={t("noPart")}
          options={wholes}
        />
      </div>
      <RowCite meta={fields.cite} none={t("noSource")} saved={sourced !== null} />
      <Folded
        metas={[ageBand, sex, circumstances]}
        open={more.some((text) => text !== undefined && text.length > 0)}
        summary={t("more")}
      >
        <div className="field-row">
          <SelectField
            label={t("ageBand")}
            meta={ageBand}
            none={t("unknown")}
            options={useCodeOptions("ageBand", AGE_BANDS)}
          />
          <SelectField
            label={t("sex")}
            meta={sex}
            none={t("unknown")}
            options={useCodeOptions("sex", SEXES)}
          />
        </div>
        <ChecksField
          legend={t("circumstances")}
          meta={circumstances}
          options={useCodeOptions("circumstance", CIRCUMSTANCES)}
        />
      </Folded>
    </RowCard>
  );
}
