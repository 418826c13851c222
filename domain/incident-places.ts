import { eventsByBeginning } from "./events-by-beginning";
import type { Headline } from "./headline-type";
import type { IncidentDocument } from "./incident";
import type { PlaceRole } from "./vocabulary";

/** An event at a place. `current`: it is where the event stands now; else a source or the editor only named it. */
export type PlaceTouch = { eventId: string; role: PlaceRole; current: boolean };

/** Every place an incident names, by the first event there, those that are only named behind the others. */
export function incidentPlaces(
  doc: IncidentDocument,
  headline: Headline,
): { locationId: string; touches: PlaceTouch[] }[] {
  const places = new Map<string, PlaceTouch[]>();
  const touch = (locationId: string, next: PlaceTouch) => {
    const touches = places.get(locationId) ?? [];
    const same = ({ eventId, role }: PlaceTouch) => eventId === next.eventId && role === next.role;
    if (!touches.some(same)) places.set(locationId, [...touches, next]);
  };
  const order = eventsByBeginning(doc, headline);
  for (const { id } of order)
    for (const { locationId, role } of headline.events[id]!.places)
      touch(locationId, { eventId: id, role, current: true });
  for (const { id, places: typed } of order) {
    for (const { locationId, role } of typed)
      touch(locationId, { eventId: id, role, current: false });
    for (const claim of doc.claims)
      if (claim.eventId === id && claim.place !== null && claim.assessment !== "rejected")
        touch(claim.place.locationId, { eventId: id, role: claim.place.role, current: false });
  }
  return [...places].map(([locationId, touches]) => ({ locationId, touches }));
}
