"use client";

import { useTranslations } from "next-intl";
import type { ClaimForm } from "../../domain/incident-form";
import {
  ASSESSMENTS,
  CLAIM_SCOPES,
  type ClaimField,
  CREDIBILITIES,
  PLACE_ROLES,
} from "../../domain/vocabulary";
import { useSourceOptions } from "./cite-fields";
import { ClaimValue } from "./claim-value";
import type { Meta } from "./editor-state";
import { CheckField, HiddenField, SelectField, TextField } from "./fields";
import { Folded } from "./folded";
import { useTypedForm } from "./typed-form";
import { useCodeOptions } from "./use-code-options";
import { useEventOptions, useGroupOptions } from "./use-row-names";

/** Everything that is written of one claim; what it speaks of is settled when it is added. */
export function ClaimFields({ row, field }: { row: Meta<ClaimForm>; field: ClaimField }) {
  const t = useTranslations("form.claims");
  const { textOf } = useTypedForm();
  const fields = row.getFieldset();
  const [groups, events] = [useGroupOptions(), useEventOptions()];
  const placeRoles = useCodeOptions("placeRole", PLACE_ROLES);
  const ofGroup = field === "count" || field === "status";
  const ofEvent = field === "date" || field === "place" || field === "modality";
  return (
    <>
      <HiddenField meta={fields.key} />
      <HiddenField meta={fields.field} />
      <div className="field-row">
        <SelectField
          className="grow-2"
          label={t("source")}
          meta={fields.source}
          none={t("choose")}
          options={useSourceOptions()}
        />
        {ofEvent ? (
          <HiddenField meta={fields.group} />
        ) : (
          <SelectField
            label={t("group")}
            meta={fields.group}
            none={ofGroup ? t("choose") : t("none")}
            options={groups}
          />
        )}
        {field === "status" ? (
          <HiddenField meta={fields.event} />
        ) : (
          <SelectField
            label={field === "count" ? t("atEvent") : t("event")}
            meta={fields.event}
            none={ofEvent ? t("choose") : field === "count" ? t("noEvent") : t("none")}
            options={events}
          />
        )}
      </div>
      {field === "statement" ? (
        <HiddenField meta={fields.value} />
      ) : (
        <div className="field-row">
          {field === "place" ? (
            <SelectField
              className="max-w-24"
              label={t("role")}
              meta={fields.role}
              options={placeRoles}
            />
          ) : (
            <HiddenField meta={fields.role} />
          )}
          <ClaimValue field={field} meta={fields.value} sourceKey={textOf(fields.source.name)} />
        </div>
      )}
      {field === "statement" && <HiddenField meta={fields.role} />}
      <div className="field-row">
        <TextField label={t("quote")} meta={fields.quote} rows={2} />
        <TextField label={t("statement")} meta={fields.statement} rows={2} />
      </div>
      <div className="field-row">
        <TextField hint={t("locatorHint")} label={t("locator")} meta={fields.locator} />
        <SelectField
          label={t("assessment")}
          meta={fields.assessment}
          options={useCodeOptions("assessment", ASSESSMENTS)}
        />
        <SelectField
          label={t("credibility")}
          meta={fields.credibility}
          none={t("notJudged")}
          options={useCodeOptions("credibility", CREDIBILITIES)}
        />
      </div>
      <Folded
        metas={[fields.scope, fields.scopeText]}
        open={fields.scope.initialValue !== "whole" || fields.acknowledged.initialValue === "on"}
        summary={t("more")}
      >
        <div className="field-row">
          <SelectField
            label={t("scope")}
            meta={fields.scope}
            options={useCodeOptions("claimScope", CLAIM_SCOPES)}
          />
          <TextField hint={t("scopeHint")} label={t("scopeText")} meta={fields.scopeText} />
        </div>
        <CheckField label={t("acknowledged")} meta={fields.acknowledged} />
      </Folded>
    </>
  );
}
