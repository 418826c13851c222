import { useTranslations } from "next-intl";
import { isUnknownCount } from "../domain/count-range";
import type { FieldValue } from "../domain/diff-document";
import type { IncidentNames } from "../domain/incident-names";
import { CountText } from "./ui/count-text";
import { DateText } from "./ui/date-text";

/** A value of a document in words. */
export function FieldValueText({ value, names }: { value: FieldValue; names: IncidentNames }) {
  const t = useTranslations();
  if (value === null) return <span className="muted">{t("incident.changes.nothing")}</span>;
  switch (value.kind) {
    case "text":
      return <span className="prose">{value.text}</span>;
    case "count":
      return <CountText count={value.count} />;
    case "date":
      return <DateText date={value.date} />;
    case "codes":
      return value.codes.map((code) => t(`vocabulary.${value.list}.${code}`)).join(", ");
    case "country":
      return names.place[value.id] ?? value.id;
    case "places":
      return value.places
        .map(
          ({ role, locationId }) =>
            `${t(`vocabulary.placeRole.${role}`)} ${names.place[locationId] ?? locationId}`,
        )
        .join(", ");
    case "concerned":
      return (
        <ul>
          {value.groups.map(({ groupId, count }) => (
            <li key={groupId}>
              {names.group[groupId] ?? groupId}:{" "}
              {isUnknownCount(count) ? t("incident.changes.whole") : <CountText count={count} />}
            </li>
          ))}
        </ul>
      );
    case "sources":
      return value.ids.map((id) => names.source[id] ?? id).join("; ");
    case "characters":
      return t("sources.facts.characters", { count: value.count });
    case "yes":
      return t("common.yes");
    default:
      return names[value.kind][value.id] ?? value.id;
  }
}
