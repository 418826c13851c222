import { useTranslations } from "next-intl";
import type { Location } from "../../domain/location";

/** What a place is, in words; of a facility which one. */
export function LocationKindText({ kind, facilityKind }: Pick<Location, "kind" | "facilityKind">) {
  const t = useTranslations("vocabulary");
  if (facilityKind === null || facilityKind === "unknown") return t(`locationKind.${kind}`);
  return t(`facilityKind.${facilityKind}`);
}
