import { useTranslations } from "next-intl";
import type { FieldChange } from "../../domain/diff-document";
import type { IncidentNames } from "../../domain/incident-names";
import { FieldValueText } from "../field-value";

/** Names stand in the file or under their ids: what is only checked is not in the ledger to be asked. */
const NO_NAMES: IncidentNames = { group: {}, event: {}, source: {}, place: {} };

/** The fields of one thing that an import changes, each as an entry of a list. `path`: tells the thing from others. */
export function ChangedFields({ fields, path }: { fields: readonly FieldChange[]; path: string }) {
  const t = useTranslations("incident.changes");
  return fields.map(({ field, before, after }) => (
    <li key={`${path} ${field}`}>
      <span className="muted">{t(`name.${field}`)}:</span>{" "}
      <del>
        <FieldValueText names={NO_NAMES} value={before} />
      </del>{" "}
      → <FieldValueText names={NO_NAMES} value={after} />
    </li>
  ));
}
