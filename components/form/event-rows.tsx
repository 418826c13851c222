"use client";

import { useTranslations } from "next-intl";
import { blankEvent, blankPlace, type EventForm, freeKey } from "../../domain/incident-form";
import { EVENT_TYPES, MODALITIES, PLACE_ROLES } from "../../domain/vocabulary";
import { OwnCite, RowCite } from "./cite-fields";
import type { Meta } from "./editor-state";
import { HiddenField, SelectField, TextField } from "./fields";
import { CountField, DateField } from "./live-fields";
import { RemoveButton, RowCard } from "./row-card";
import { type RemoveProps, RowList } from "./row-list";
import { SourcedLine } from "./sourced-line";
import { PlaceField } from "./suggest-fields";
import { useSourced, useTypedForm } from "./typed-form";
import { useCodeOptions } from "./use-code-options";
import { useGroupOptions } from "./use-row-names";

/** What happened, one card for each thing. */
export function EventRows({ list }: { list: Meta<EventForm[]> }) {
  const t = useTranslations("form.events");
  const { form } = useTypedForm();
  return (
    <RowList adds={[{ label: t("add"), row: blankEvent(freeKey("e", form.events)) }]} list={list}>
      {(row, index, remove) => <EventRow index={index} remove={remove} row={row} />}
    </RowList>
  );
}

function EventRow(props: { row: Meta<EventForm>; index: number; remove: RemoveProps }) {
  const { row, index, remove } = props;
  const t = useTranslations("form.events");
  const { textOf } = useTypedForm();
  const fields = row.getFieldset();
  const sourced = useSourced(fields.key.initialValue);
  const ownSource = textOf(fields.dateCite.getFieldset().source.name);
  const sharedSource = textOf(fields.cite.getFieldset().source.name);
  return (
    <RowCard remove={remove} title={t("row", { number: index + 1 })}>
      <HiddenField meta={fields.key} />
      {sourced && <SourcedLine value={sourced} />}
      <div className="field-row">
        <SelectField
          label={t("type")}
          meta={fields.type}
          none={t("choose")}
          options={useCodeOptions("eventType", EVENT_TYPES)}
        />
        <SelectField
          label={t("modality")}
          meta={fields.modality}
          options={useCodeOptions("modality", MODALITIES)}
        />
        <DateField
          className="grow-2"
          hint={t("dateHint")}
          label={t("date")}
          meta={fields.date}
          sourceKey={ownSource || sharedSource}
        />
      </div>
      <fieldset className="fieldset">
        <legend>{t("places")}</legend>
        <RowList adds={[{ label: t("addPlace"), row: blankPlace() }]} list={fields.places}>
          {(place, at, removePlace) => <PlaceRow index={at} remove={removePlace} row={place} />}
        </RowList>
      </fieldset>
      <fieldset className="fieldset">
        <legend>{t("groups")}</legend>
        <RowList
          adds={[{ label: t("addGroup"), row: { group: "", count: "" } }]}
          list={fields.groups}
        >
          {(group, at, removeGroup) => <ConcernedRow index={at} remove={removeGroup} row={group} />}
        </RowList>
      </fieldset>
      <RowCite meta={fields.cite} none={t("noSource")} saved={sourced !== null} />
      <OwnCite meta={fields.dateCite} summary={t("dateCite")} />
      <OwnCite meta={fields.modalityCite} summary={t("modalityCite")} />
      <TextField label={t("description")} meta={fields.description} rows={2} />
    </RowCard>
  );
}

type PlaceProps = { row: Meta<EventForm["places"][number]>; index: number; remove: RemoveProps };

function PlaceRow({ row, index, remove }: PlaceProps) {
  const t = useTranslations("form.events");
  const { role, name, cite } = row.getFieldset();
  return (
    <div className="grid gap-1.5">
      <div className="flex flex-wrap items-start gap-2">
        <SelectField
          className="w-24 grow-0"
          label={t("placeRole")}
          meta={role}
          options={useCodeOptions("placeRole", PLACE_ROLES)}
        />
        <div className="min-w-48 flex-1">
          <PlaceField
            hint={index === 0 ? t("placeHint") : undefined}
            label={t("place")}
            meta={name}
          />
        </div>
        <div className="sm:pt-6">
          <RemoveButton remove={remove} title={t("placeRow", { number: index + 1 })} />
        </div>
      </div>
      <OwnCite meta={cite} summary={t("placeCite")} />
    </div>
  );
}

type ConcernedProps = {
  row: Meta<EventForm["groups"][number]>;
  index: number;
  remove: RemoveProps;
};

function ConcernedRow({ row, index, remove }: ConcernedProps) {
  const t = useTranslations("form.events");
  const { group, count } = row.getFieldset();
  return (
    <div className="flex flex-wrap items-start gap-2">
      <SelectField
        className="min-w-48 flex-1"
        label={t("group")}
        meta={group}
        none={t("choose")}
        options={useGroupOptions()}
      />
      <CountField
        className="min-w-36 flex-1"
        hint={t("ofGroupHint")}
        label={t("ofGroup")}
        meta={count}
      />
      <div className="sm:pt-6">
        <RemoveButton remove={remove} title={t("groupRow", { number: index + 1 })} />
      </div>
    </div>
  );
}
