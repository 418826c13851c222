import { riskNow } from "../at-risk";
import { citedFacts } from "../cited-facts";
import { isUnknownCount } from "../count-range";
import { formatCount } from "../format-count";
import { formatDate } from "../format-date";
import { type GroupFate, groupFates } from "../group-fate";
import { incidentTimeline } from "../incident-timeline";
import type { SummaryEvent, SummaryGroup } from "./case-summary";
import { listed, numberedSources, type SummaryContext } from "./summary-context";

/** The events in the order of their beginning. */
export function summaryTimeline({ view, names, locale, say }: SummaryContext): SummaryEvent[] {
  const { document, headline, sources } = view;
  const numbers = numberedSources(view);
  const events = new Map(document.events.map((event) => [event.id, event]));
  return incidentTimeline(document, headline, citedFacts(sources)).rows.map((row) => {
    const event = events.get(row.eventId)!;
    const derived = headline.events[row.eventId]!;
    const name = names.event[row.eventId] ?? row.eventId;
    const people = event.groups.map(({ groupId }) => {
      const group = names.group[groupId] ?? groupId;
      const some = derived.counts[groupId];
      if (some && !isUnknownCount(some))
        return say("incident.timeline.someOf", { count: formatCount(some, say), group });
      return group;
    });
    const places = derived.places.map(({ role, locationId }) => {
      const place = names.place[locationId] ?? locationId;
      return role === "at" ? place : say(`incident.grid.${role}`, { place });
    });
    return {
      name,
      modality: row.modality === "reported" ? "" : say(`vocabulary.modality.${row.modality}`),
      date: formatDate(derived.date, locale, say),
      people: people.join(", "),
      places: places.join(", "),
      description: event.description === name ? "" : event.description,
      sources: row.spokenOfBy.flatMap(({ sourceId }) => numbers.get(sourceId) ?? []),
    };
  });
}

/** The groups, wholes before their parts, with what became of each. */
export function summaryGroups(context: SummaryContext): SummaryGroup[] {
  const { view, names, say } = context;
  return groupFates(view.document, view.headline).map((fate) => {
    const { group, depth, count } = fate;
    const number = formatCount(count, say);
    const who = [
      say(`vocabulary.role.${group.role}`),
      group.nationality &&
        say("incident.groups.nationality", {
          country: names.place[group.nationality] ?? group.nationality,
        }),
      group.ageBand &&
        say("incident.groups.age", { band: say(`vocabulary.ageBand.${group.ageBand}`) }),
      group.sex && say(`vocabulary.sex.${group.sex}`),
      ...group.circumstances.map((code) => say(`vocabulary.circumstance.${code}`)),
    ];
    return {
      depth,
      name: names.group[group.id] ?? group.id,
      count: group.unit === "family" ? say("incident.groups.families", { count: number }) : number,
      who: who.filter(Boolean).join(", "),
      became: became(fate, context),
    };
  });
}

function became(
  { statuses, steps, atRiskOf, depth }: GroupFate,
  { view: { headline }, names, today, locale, say }: SummaryContext,
): string[] {
  const own = steps.filter(({ inherited }) => !inherited);
  const status = statuses.map((one) => say(`vocabulary.status.${one.status}`)).join(", ");
  const isShared = depth > 0 && steps.length > 0 && own.length === 0;
  const { stale } = riskNow({ ...headline, atRiskOf }, today);
  const events = listed(
    atRiskOf.map((type) => say(`vocabulary.eventType.${type}`)),
    locale,
  );
  return [
    status || say("vocabulary.status.unknown"),
    ...(events !== "" && !isShared
      ? [say(stale ? "ui.status.wasAtRisk" : "ui.status.atRisk", { events })]
      : []),
    ...own.map(({ eventId, modality, count }) =>
      [
        names.event[eventId] ?? eventId,
        formatDate(headline.events[eventId]!.date, locale, say),
        count && say("incident.groups.some", { count: formatCount(count, say) }),
        modality !== "reported" && say(`vocabulary.modality.${modality}`),
      ]
        .filter(Boolean)
        .join(", "),
    ),
    ...(isShared ? [say("incident.groups.asWhole")] : []),
  ];
}
