"use client";

import { useTranslations } from "next-intl";
import { type ClaimField, MODALITIES, STATUSES } from "../../domain/vocabulary";
import type { Meta } from "./editor-state";
import { SelectField } from "./fields";
import { CountField, DateField } from "./live-fields";
import { PlaceField } from "./suggest-fields";
import { useCodeOptions } from "./use-code-options";

type Props = {
  field: Exclude<ClaimField, "statement">;
  meta: Meta<string>;
  /** The source that says it, for dates reckoned from its publication. */
  sourceKey: string;
};

/** The value a claim gives, in the way its field is typed or chosen. */
export function ClaimValue({ field, meta, sourceKey }: Props) {
  const t = useTranslations();
  const label = t(`form.claims.value.${field}`);
  const modalities = useCodeOptions("modality", MODALITIES);
  const statuses = useCodeOptions("status", STATUSES);
  if (field === "count")
    return <CountField hint={t("form.groups.countHint")} label={label} meta={meta} />;
  if (field === "date")
    return (
      <DateField hint={t("form.events.dateHint")} label={label} meta={meta} sourceKey={sourceKey} />
    );
  if (field === "place")
    return (
      <div className="min-w-48 flex-1">
        <PlaceField hint={t("form.events.placeHint")} label={label} meta={meta} />
      </div>
    );
  return (
    <SelectField
      hint={field === "status" ? t("form.claims.value.statusHint") : undefined}
      label={label}
      meta={meta}
      none={t("form.claims.choose")}
      options={field === "modality" ? modalities : statuses}
    />
  );
}
