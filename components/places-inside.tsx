import Link from "next/link";
import { useTranslations } from "next-intl";
import { locationPath } from "../domain/location-path";
import type { LocationView } from "../domain/location-view";
import { LocationKindText } from "./ui/location-kind-text";

/** The places right inside another where something happened, with how many incidents. */
export function PlacesInside({ places }: { places: LocationView["inside"] }) {
  const t = useTranslations("locations");
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {places.map((place) => (
        <li key={place.id}>
          <Link href={locationPath(place.id)} prefetch={false}>
            {place.nameEn}
          </Link>{" "}
          <span className="muted">
            {place.kind !== "province" && (
              <>
                <LocationKindText {...place} />,{" "}
              </>
            )}
            {t("incidentCount", { count: place.incidents })}
          </span>
        </li>
      ))}
    </ul>
  );
}
