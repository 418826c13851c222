import Link from "next/link";
import { useTranslations } from "next-intl";
import type { IncidentEvent } from "../domain/incident";
import type { IncidentNames } from "../domain/incident-names";
import type { PlaceTouch } from "../domain/incident-places";
import type { Location } from "../domain/location";
import { locationPath } from "../domain/location-path";
import { LocationKindText } from "./ui/location-kind-text";
import { Tag } from "./ui/tag";

type Props = {
  places: { locationId: string; touches: PlaceTouch[] }[];
  locations: Record<string, Location>;
  events: IncidentEvent[];
  names: IncidentNames;
};

/** The places an incident names, in three languages, with what happened at each. */
export function IncidentPlaceTable({ places, locations, events, names }: Props) {
  const t = useTranslations();
  if (places.length === 0) return <p className="muted">{t("incident.places.none")}</p>;
  const labels = ["name", "lies", "precision", "events"].map((name) =>
    t(`incident.places.${name}`),
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section aria-label={t("incident.places.label")} className="table-scroll" tabIndex={0}>
      <table className="table table-cards">
        <thead>
          <tr>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map(({ locationId, touches }) => {
            const location = locations[locationId];
            return (
              <tr key={locationId}>
                <th className="card-title" scope="row">
                  {location ? <Names location={location} /> : locationId}
                </th>
                <td data-label={labels[1]}>
                  <div>{location && <Parents location={location} locations={locations} />}</div>
                </td>
                <td data-label={labels[2]}>
                  <div>
                    {location && <LocationKindText {...location} />}
                    {location?.wherePrecision != null && (
                      <span className="muted small block">
                        {t(`vocabulary.wherePrecision.${location.wherePrecision}`)}
                      </span>
                    )}
                  </div>
                </td>
                <td className="sm:min-w-56" data-label={labels[3]}>
                  <ul>
                    {touches.map((touch) => (
                      <li key={`${touch.eventId} ${touch.role}`}>
                        <Touch
                          event={events.find(({ id }) => id === touch.eventId)}
                          names={names}
                          touch={touch}
                        />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function Names({ location: { id, nameEn, nameKo, nameZh } }: { location: Location }) {
  return (
    <>
      <Link href={locationPath(id)} prefetch={false}>
        {nameEn}
      </Link>
      <span className="muted font-normal">
        {nameKo !== null && <span lang="ko"> {nameKo}</span>}
        {nameZh !== null && <span lang="zh"> {nameZh}</span>}
      </span>
    </>
  );
}

function Parents({ location, locations }: { location: Location; locations: Props["locations"] }) {
  const t = useTranslations("common");
  const parents: string[] = [];
  for (let at = locations[location.parentId ?? ""]; at; at = locations[at.parentId ?? ""])
    parents.push(at.nameEn);
  return parents.length === 0 ? <span className="muted">{t("nothing")}</span> : parents.join(", ");
}

type TouchProps = { touch: PlaceTouch; event: IncidentEvent | undefined; names: IncidentNames };

/** The place is not said again: the row is its own. */
function Touch({ touch: { eventId, role, current }, event, names }: TouchProps) {
  const t = useTranslations();
  const hasType = event !== undefined && event.type !== "other";
  const what = hasType ? t(`vocabulary.eventType.${event.type}`) : names.event[eventId];
  return (
    <>
      <span className={`inline-block first-letter:uppercase ${current ? "" : "muted"}`}>
        {t(`incident.places.touch.${role}`, { event: what ?? eventId })}
      </span>
      {!current && (
        <>
          {" "}
          <Tag>{t("incident.places.onlyNamed")}</Tag>
        </>
      )}
    </>
  );
}
