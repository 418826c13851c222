import { riskNow } from "./at-risk";
import { isUnknownCount } from "./count-range";
import { formatCount } from "./format-count";
import { formatDate } from "./format-date";
import type { IncidentRow } from "./incident-row";
import type { Say } from "./say";

/**
 * What a feed says of an incident: when and where, how many, what became of them, how far it is reviewed where that
 * is not done, and below that its summary. `today`: a calendar day, UTC, which decides who is at risk still.
 */
export function feedSummary(
  { headline, placeNames, reviewStatus, summary }: IncidentRow,
  { locale, say, today }: { locale: string; say: Say; today: string },
): string {
  const { date, provinces, countries, persons, families, helpers, disagreement } = headline;
  const bare = countries.filter((country) => !provinces.some((id) => id.startsWith(`${country}-`)));
  const places = [...provinces, ...bare].map((id) => placeNames[id] ?? id).join(", ");
  const counted = (name: string, count: typeof persons, isDisputed = false) => {
    const text = say(`feed.${name}`, { count: formatCount(count, say) });
    return isDisputed ? say("feed.disputed", { text }) : text;
  };
  const labels = (list: string, codes: readonly string[]) =>
    [...new Set(codes)].map((code) => say(`vocabulary.${list}.${code}`)).join(", ");
  const statuses = headline.statuses.map(({ status }) => status);
  const risk = riskNow(headline, today);
  const threat = risk.stale ? "ui.status.wasAtRisk" : "ui.status.atRisk";
  const facts = [
    formatDate(date, locale, say),
    places === "" ? say("feed.placeUnknown") : places,
    counted("people", persons, disagreement.includes("persons")),
    ...(isUnknownCount(families) ? [] : [counted("families", families)]),
    ...(isUnknownCount(helpers)
      ? []
      : [counted("helpers", helpers, disagreement.includes("helpers"))]),
    say("feed.status", {
      status: labels("status", statuses.length > 0 ? statuses : [headline.status]),
    }),
    ...(risk.of.length > 0 ? [say(threat, { events: labels("eventType", risk.of) })] : []),
    ...(reviewStatus === "verified" ? [] : [labels("reviewStatus", [reviewStatus])]),
  ];
  return [facts.join("; "), summary].filter((text) => text !== "").join("\n");
}
