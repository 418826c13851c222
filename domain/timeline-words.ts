import { riskNow } from "./at-risk";
import { formatDate } from "./format-date";
import { formatPeople } from "./format-people";
import type { Say } from "./say";
import type { TimelineBar, TimelineBin, TimelineLane } from "./timeline-chart";
import { NOT_KNOWN, OTHER_LANES } from "./timeline-lanes";

/** The language a timeline is told in. `today`: a calendar day, UTC. */
export type TimelineWords = { locale: string; say: Say; today: string };

/** What a lane is called; the one for all is called after what it holds. */
export function laneName(
  { key, codes, name }: Pick<TimelineLane, "key" | "codes" | "name">,
  say: Say,
): string {
  if (key === "") return say("timeline.lane.all");
  if (key === NOT_KNOWN) return say("timeline.lane.not_known");
  if (key === OTHER_LANES) return say("timeline.lane.others", { count: codes.length });
  // What has no name of its own is a status, or a place that the gazetteer does not have.
  return name ?? (/^[a-z_]+$/.test(key) ? say(`vocabulary.status.${key}`) : key);
}

/** The whole days of a bin or a window, "Jul 2014", "14–20 Jul 2014", "2010–2019". */
export function periodText(
  { from, to }: { from: string; to: string },
  { locale, say }: Pick<TimelineWords, "locale" | "say">,
): string {
  const bounds = { earliest: from, latest: to, precision: null };
  return formatDate({ ...bounds, text: "", kind: "within", basis: "stated" }, locale, say);
}

/**
 * "Jul 2014: 12 incidents possibly, 8 of them certainly; 34–50 people; 3 with anticipated events". `isOfEvents`: what is
 * counted are events that the filter asks for.
 */
export function binLabel(bin: TimelineBin, isOfEvents: boolean, words: TimelineWords): string {
  const { possible, certain, anticipated, persons } = bin;
  const label = words.say("timeline.bin", {
    period: periodText(bin, words),
    possible,
    certain,
    people: formatPeople(persons, words.say),
  });
  return anticipated === 0
    ? label
    : words.say(`timeline.binAnticipated.${isOfEvents ? "event" : "risk"}`, {
        label,
        count: anticipated,
      });
}

/** An incident, or one event of it, in a line: title, what it is, when, where, how many, what became of them. */
export function barLabel(bar: TimelineBar, words: TimelineWords): string {
  const { locale, say } = words;
  const parts = [
    eventText(bar, say),
    formatDate(bar.date, locale, say),
    bar.places.join(", "),
    formatPeople(bar.headline.persons, say),
    statusText(bar, words),
  ];
  return say("timeline.bar", {
    title: bar.title,
    essentials: parts.filter((part) => part !== "").join(" · "),
  });
}

/** "arrest", "deportation (anticipated)"; nothing where the bar is of an incident as a whole. */
export function eventText({ event }: Pick<TimelineBar, "event">, say: Say): string {
  if (event === null) return "";
  const type = say(`vocabulary.eventType.${event.type}`);
  if (event.modality === "reported") return type;
  return say("timeline.event", { type, modality: say(`vocabulary.modality.${event.modality}`) });
}

function statusText({ headline }: TimelineBar, { say, today }: TimelineWords): string {
  const statuses = headline.statuses.map(({ status }) => status);
  const now = [...new Set(statuses.length > 0 ? statuses : [headline.status])]
    .map((status) => say(`vocabulary.status.${status}`))
    .join(", ");
  const risk = riskNow(headline, today);
  if (risk.of.length === 0) return now;
  const events = risk.of.map((type) => say(`vocabulary.eventType.${type}`)).join(", ");
  return `${now}, ${say(risk.stale ? "ui.status.wasAtRisk" : "ui.status.atRisk", { events })}`;
}
