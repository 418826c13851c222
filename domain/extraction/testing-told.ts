import { countText } from "../parse-count";
import type { Draft, DraftDate, DraftGroup, Drafts } from "./drafts";

/**
 * Each draft in one line, for tests: what, how sure (unless reported), when, provinces, people, what else.
 * "arrest 2014-07-14..2014-07-20 CN-SD CN-YN | 20 KP, 6 helper | transfer anticipated".
 */
export function toldInLines({ incidents }: Drafts): string[] {
  return incidents.map((draft) => {
    const sure = draft.modality === "reported" ? "" : ` ${draft.modality}`;
    const provinces = [...new Set(draft.places.flatMap(({ subdivision }) => subdivision ?? []))];
    const what = [`${draft.event_type}${sure}`, dateInWords(draft.date), ...provinces].join(" ");
    return [
      what,
      peopleInWords(draft),
      draft.events.map(({ event_type, modality }) => `${event_type} ${modality}`).join(", "),
    ]
      .filter(Boolean)
      .join(" | ");
  });
}

function dateInWords(date: DraftDate | null): string {
  if (date === null) return "undated";
  if (date.unresolved) return `unresolved (${date.text})`;
  if (date.earliest === date.latest) return date.earliest ?? "undated";
  return `${date.earliest ?? ""}..${date.latest ?? ""}`;
}

function peopleInWords({ groups }: Draft): string {
  const parts = (id: string) => groups.filter(({ part_of }) => part_of === id);
  return groups
    .filter(({ part_of }) => part_of === null)
    .map((group) =>
      [
        inWords(group),
        ...parts(group.id).map(
          (part) =>
            `(${inWords({ ...part, nationality: part.nationality === group.nationality ? null : part.nationality })})`,
        ),
      ].join(" "),
    )
    .join(", ");
}

function inWords({ count, nationality, role, unit, age_band }: DraftGroup): string {
  const family = unit === "family" ? "families" : null;
  const apart = /^(?:helper|journalist|protester|crew|family_member)$/.test(role) ? role : null;
  return [countText(count) || "some", family, nationality, apart, age_band]
    .filter(Boolean)
    .join(" ");
}
