import { type CountRange, isUnknownCount, unknownCount } from "./count-range";
import {
  addCitedClaim,
  type Cited,
  type Reading,
  readCiteAt,
  readCodeAt,
  readCountAt,
  readDateAt,
  readPlaceAt,
  refuse,
} from "./form-reading";
import type { Concerned, IncidentEvent, Place } from "./incident";
import { blankPlace, type CiteForm, type EventForm, isUntouched } from "./incident-form";
import { dateText } from "./incident-form-of";
import { EVENT_TYPES, MODALITIES, PLACE_ROLES } from "./vocabulary";

/**
 * An event as it was typed, and how many of each of its groups were typed, cited or not.
 * `path` is where it stands in the form, `at` in the document.
 */
export function readEventForm(
  reading: Reading,
  path: string,
  at: string,
  form: EventForm,
): { event: IncidentEvent; typed: CountRange[] } {
  const id = reading.eventIds.get(form.key) ?? form.key;
  const shared = { path: `${path}.cite`, cite: form.cite };
  const cites = (own: string, cite: CiteForm) =>
    readCiteAt(reading, `${path}.${own}`, cite, shared);
  const whole = readCiteAt(reading, shared.path, form.cite);
  const modality = readCodeAt(reading, `${path}.modality`, form.modality, MODALITIES);
  const said = cites("modalityCite", form.modalityCite);
  if (said)
    addCitedClaim(reading, `${path}.modality`, said, {
      groupId: null,
      eventId: id,
      field: "modality",
      modality,
    });
  const { groups, typed } = readConcerned(reading, path, at, id, form.groups, whole);
  const event = {
    id,
    type: readCodeAt(reading, `${path}.type`, form.type, EVENT_TYPES),
    modality,
    date: readDate(reading, `${path}.date`, id, form, cites("dateCite", form.dateCite)),
    places: readPlaces(reading, path, at, id, form),
    description: form.description,
    groups,
  };
  return { event, typed };
}

function readDate(
  reading: Reading,
  path: string,
  eventId: string,
  form: EventForm,
  cited: Cited | null,
): IncidentEvent["date"] {
  const before = reading.before?.events.find((event) => event.id === eventId)?.date ?? null;
  const known = reading.issues.length;
  const date =
    before !== null && cited === null && form.date === dateText(before)
      ? before
      : readDateAt(reading, path, form.date, cited?.published ?? null);
  if (date === null) {
    if (form.dateCite.source !== "" && reading.issues.length === known)
      refuse(reading, path, "claim.value_missing");
    return null;
  }
  if (cited === null) return date;
  addCitedClaim(reading, path, cited, { groupId: null, eventId, field: "date", date });
  return null;
}

function readPlaces(
  reading: Reading,
  path: string,
  at: string,
  eventId: string,
  form: EventForm,
): Place[] {
  const places: Place[] = [];
  form.places.forEach((row, index) => {
    if (isUntouched(row, blankPlace(), ["role"])) return;
    const here = `${path}.places.${index}`;
    const cited = readCiteAt(reading, `${here}.cite`, row.cite, {
      path: `${path}.cite`,
      cite: form.cite,
    });
    if (row.name.trim() === "") {
      refuse(reading, `${here}.name`, "claim.value_missing");
      return;
    }
    const role = readCodeAt(reading, `${here}.role`, row.role, PLACE_ROLES);
    const locationId = readPlaceAt(reading, `${here}.name`, row.name);
    if (locationId === null) return;
    const place = { role, locationId };
    if (cited)
      addCitedClaim(reading, `${here}.name`, cited, {
        groupId: null,
        eventId,
        field: "place",
        place,
      });
    else {
      reading.origins.set(`${at}.places.${places.length}`, `${here}.name`);
      places.push(place);
    }
  });
  return places;
}

function readConcerned(
  reading: Reading,
  path: string,
  at: string,
  eventId: string,
  rows: EventForm["groups"],
  cited: Cited | null,
): { groups: Concerned[]; typed: CountRange[] } {
  const groups: Concerned[] = [];
  const typed: CountRange[] = [];
  rows.forEach((row, index) => {
    const here = `${path}.groups.${index}`;
    if (row.group === "" && row.count.trim() === "") return;
    const groupId = reading.groupIds.get(row.group);
    const count = readCountAt(reading, `${here}.count`, row.count);
    if (groupId === undefined) {
      refuse(reading, `${here}.group`, row.group === "" ? "value.not_chosen" : "group.unknown");
      return;
    }
    const target = `${at}.groups.${groups.length}`;
    reading.origins.set(target, `${here}.group`);
    reading.origins.set(`${target}.count`, `${here}.count`);
    const isClaimed = cited !== null && !isUnknownCount(count);
    if (isClaimed)
      addCitedClaim(reading, `${here}.count`, cited, { groupId, eventId, field: "count", count });
    groups.push({ groupId, count: isClaimed ? unknownCount : count });
    typed.push(count);
  });
  return { groups, typed };
}
