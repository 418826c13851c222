import { useTranslations } from "next-intl";
import type { MappingFieldName } from "../../domain/import/mapping-fields";

/** The vocabulary that the codes of a field are from. */
const LISTS: Partial<Record<MappingFieldName, string>> = {
  event_type: "eventType",
  modality: "modality",
  date_kind: "dateKind",
  role: "role",
  sex: "sex",
  age_band: "ageBand",
  status: "status",
  source_kind: "sourceKind",
  source_reliability: "reliability",
  source_access: "access",
};

/** Says what a code of a field means, in the reader's language. */
export function useCodeLabel(): (field: string, code: string) => string {
  const t = useTranslations("vocabulary");
  return (field, code) => {
    const list = LISTS[field as MappingFieldName];
    return list ? t(`${list}.${code}`) : code;
  };
}
