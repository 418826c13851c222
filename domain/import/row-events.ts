import { unknownCount } from "../count-range";
import { CUSTODY } from "../custody";
import type { IncidentEvent, Place } from "../incident";
import type { PartialDate } from "../partial-date";
import {
  EVENT_TYPES,
  type EventType,
  MODALITIES,
  type Modality,
  STATUSES,
  type Status,
} from "../vocabulary";
import { PERSONS_ID, type RowGroup } from "./row-people";
import type { RowReading } from "./row-reading";
import { readCodes, readDateField, readOneCode } from "./row-values";

type Said = { type: EventType; modality: Modality };

/** `status` is one that no event gives. */
export type RowEvents = { events: IncidentEvent[]; status: Status | null };

/**
 * The events of a row.
 * 1. Of its types the first reported arrest or detention, else the first reported one, has the row's date and places,
 *    and concerns all its people; the others are undated, for nobody knows when they were.
 * 2. What happened to a part alone is an event of its own. It has the row's date where the row names no type.
 * 3. A status is the undated event that gives it, unless the row has such an event.
 * 4. Where there is none of these, what the row says of date, place and circumstances is an event of type `other`.
 */
export function readEvents(
  row: RowReading,
  groups: readonly RowGroup[],
  { date, places, description }: { date: PartialDate | null; places: Place[]; description: string },
): RowEvents {
  const modality = readOneCode(row, "modality", MODALITIES) ?? "reported";
  const told = readTypes(row, modality);
  const main = mainOf(told);
  const here = { date, places };
  const nowhere = { date: null, places: [] };
  const everyone = groups.some(({ group }) => group.id === PERSONS_ID) ? [PERSONS_ID] : [];
  const events: IncidentEvent[] = [];
  const add = (
    id: string,
    said: Said,
    when: typeof here | typeof nowhere,
    concerned: readonly string[],
  ) =>
    events.push({
      id,
      ...said,
      ...when,
      description: "",
      groups: concerned.map((groupId) => ({ groupId, count: unknownCount })),
    });
  const partsOf = (type: EventType) =>
    groups.filter(({ event }) => event === type).map(({ group }) => group.id);

  if (main) {
    const parts = partsOf(main.type);
    add("e:main", main, here, parts.length > 0 ? parts : everyone);
  }
  for (const said of told)
    if (said !== main) add(`e:${said.type}.${said.modality}`, said, nowhere, everyone);
  for (const type of EVENT_TYPES)
    if (partsOf(type).length > 0 && type !== main?.type)
      add(`e:part.${type}`, { type, modality }, main ? nowhere : here, partsOf(type));

  const status = readOneCode(row, "status", STATUSES);
  const gives = status && (EVENT_TYPES.find((type) => CUSTODY[type].status === status) ?? null);
  const since = { date: readDateField(row, "status_date"), places: [] };
  if (gives && !events.some(({ type }) => CUSTODY[type].status === status))
    add("e:status", { type: gives, modality: "reported" }, since, everyone);
  if (events.length === 0 && (date !== null || places.length > 0 || description !== ""))
    add("e:main", { type: "other", modality }, here, everyone);
  if (events[0]) events[0].description = description;
  return { events, status: status !== "unknown" && gives === null ? status : null };
}

const TOLD = EVENT_TYPES.flatMap((type) => [
  type,
  ...MODALITIES.map((modality) => `${type}_(${modality})` as const),
]);

/** "deportation (anticipated)" has its own modality, as in the case summary. */
function readTypes(row: RowReading, modality: Modality): Said[] {
  const said = readCodes(row, "event_type", TOLD).map((told): Said => {
    const [type, own] = told.split("_(") as [EventType, string?];
    return { type, modality: MODALITIES.find((known) => own === `${known})`) ?? modality };
  });
  return [...new Map(said.map((one) => [`${one.type} ${one.modality}`, one])).values()];
}

function mainOf(told: readonly Said[]): Said | null {
  const reported = told.filter((said) => said.modality === "reported");
  const isSeizure = ({ type }: Said) => type === "arrest" || type === "detention";
  return reported.find(isSeizure) ?? reported[0] ?? told[0] ?? null;
}
