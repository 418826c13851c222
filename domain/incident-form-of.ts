import { toEdtf } from "./edtf";
import type { Claim, IncidentDocument } from "./incident";
import type { IncidentForm, SourceForm } from "./incident-form";
import { blankEvent, blankGroup, blankSource } from "./incident-form";
import { countText } from "./parse-count";
import type { PartialDate } from "./partial-date";
import type { Source } from "./source";
import { parseTypedDate } from "./typed-date";

/**
 * An incident as the form that edits it. The sources it cites stand first, each under its id as key;
 * every claim is a row of its own. `placeName` gives the written form of a place's id.
 */
export function incidentFormOf(
  document: IncidentDocument,
  sources: readonly { id: string; ref: string }[],
  placeName: (locationId: string) => string,
): IncidentForm {
  return {
    title: document.title,
    summary: document.summary,
    reason: "",
    keep: {},
    sources: sources.map(({ id, ref }) => ({ ...blankSource(id, "known"), ref })),
    groups: document.groups.map((group) => ({
      ...blankGroup(group.id),
      label: group.label,
      role: group.role,
      nationality: group.nationality ?? "",
      unit: group.unit,
      count: countText(group.count),
      partOf: group.partOf ?? "",
      ageBand: group.ageBand ?? "",
      sex: group.sex ?? "",
      circumstances: group.circumstances,
    })),
    events: document.events.map((event) => ({
      ...blankEvent(event.id),
      type: event.type,
      modality: event.modality,
      date: dateText(event.date),
      description: event.description,
      places: event.places.map(({ role, locationId }) => ({
        role,
        name: placeName(locationId),
        cite: { source: "", quote: "", locator: "", statement: "" },
      })),
      groups: event.groups.map(({ groupId, count }) => ({
        group: groupId,
        count: countText(count),
      })),
    })),
    claims: document.claims.map((claim) => ({
      key: claim.id,
      field: claim.field,
      source: claim.sourceId,
      group: claim.groupId ?? "",
      event: claim.eventId ?? "",
      value: claimValueText(claim, placeName),
      role: claim.place?.role ?? "at",
      scope: claim.scope,
      scopeText: claim.scopeText,
      statement: claim.statement,
      quote: claim.quote,
      locator: claim.locator,
      credibility: claim.credibility === null ? "" : String(claim.credibility),
      assessment: claim.assessment,
      acknowledged: claim.acknowledged ? "on" : "",
    })),
  };
}

/** What the value of a claim is typed as; "" for a statement. */
export function claimValueText(
  { count, date, place, modality, status }: Claim,
  placeName: (locationId: string) => string,
): string {
  if (count) return countText(count);
  if (date) return dateText(date);
  if (place) return placeName(place.locationId);
  return modality ?? status ?? "";
}

/** What a date is typed as: its own words where they are read to the same days without a publication, else EDTF. */
export function dateText(date: PartialDate | null): string {
  if (date === null) return "";
  const read = parseTypedDate(date.text).date;
  const isSame = read?.earliest === date.earliest && read?.latest === date.latest;
  return isSame && date.text !== "" ? date.text : toEdtf(date);
}

/** A source as the form that edits it. `copies` are references. */
export function sourceFormOf(source: Source, copies: readonly string[]): SourceForm {
  return {
    ...blankSource("", "new"),
    kind: source.kind,
    publisher: source.publisher,
    title: source.title,
    url: source.url,
    published: dateText(source.published),
    language: source.language,
    reliability: source.reliability,
    access: source.access,
    copies: [...copies],
    accessed: source.accessed ?? "",
    archivedUrl: source.archivedUrl,
    licence: source.licence,
    quotable: source.quotable ? "on" : "",
    storedText: source.storedText,
  };
}
