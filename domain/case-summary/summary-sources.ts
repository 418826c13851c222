import { formatCount } from "../format-count";
import { formatDate } from "../format-date";
import { formatDay } from "../format-day";
import type { Claim } from "../incident";
import type { SummarySource, SummaryStatement } from "./case-summary";
import { listed, numberedSources, type SummaryContext } from "./summary-context";

/** Every claim, by the number of its source, then as written. */
export function summaryStatements(context: SummaryContext): SummaryStatement[] {
  const { view, names, say } = context;
  const numbers = numberedSources(view);
  const languages = new Map(view.sources.map(({ id, language }) => [id, language]));
  const statements = view.document.claims.map((claim) => {
    const { sourceId, groupId, eventId } = claim;
    const about = [
      groupId !== null && (names.group[groupId] ?? groupId),
      eventId !== null && (names.event[eventId] ?? eventId),
    ].filter(Boolean);
    return {
      source: numbers.get(sourceId) ?? 0,
      about: about.join(", ") || say("incident.names.incident"),
      value: claimValue(claim, context),
      statement: claim.statement,
      quote: claim.quote,
      language: languages.get(sourceId) ?? "",
      locator: claim.locator,
      judged: judged(claim, context),
    };
  });
  return statements.sort((a, b) => a.source - b.source);
}

function claimValue(claim: Claim, { names, locale, say }: SummaryContext): string {
  const { field, count, date, place, modality, status, scope, scopeText } = claim;
  const value =
    (count && formatCount(count, say)) ||
    (date && dateValue(date, locale, say)) ||
    (place && placeValue(place, names, say)) ||
    (modality && say(`vocabulary.modality.${modality}`)) ||
    (status && say(`vocabulary.status.${status}`)) ||
    "";
  if (value === "") return "";
  const part = scopeText || (scope === "whole" ? "" : say(`incident.grid.${scope}Scope`));
  const words = say("caseSummary.value", { field: say(`vocabulary.claimField.${field}`), value });
  return part === ""
    ? words
    : say("caseSummary.ofPart", { value: words, part: part.replace(/\.$/, "") });
}

function dateValue(date: NonNullable<Claim["date"]>, locale: string, say: SummaryContext["say"]) {
  const words = formatDate(date, locale, say);
  return date.basis === "derived" && date.text !== ""
    ? say("incident.sayings.quoted", { words: date.text, date: words })
    : words;
}

function placeValue(
  { role, locationId }: NonNullable<Claim["place"]>,
  names: SummaryContext["names"],
  say: SummaryContext["say"],
) {
  const place = names.place[locationId] ?? locationId;
  return role === "at" ? place : say(`incident.grid.${role}`, { place });
}

function judged(claim: Claim, { say }: SummaryContext): string {
  const { assessment, credibility, acknowledged } = claim;
  return [
    say(`vocabulary.assessment.${assessment}`),
    credibility !== null &&
      say("incident.grid.credibility", { grade: say(`vocabulary.credibility.${credibility}`) }),
    acknowledged && say("incident.grid.acknowledged"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The sources by their numbers, as far as the reader is told who they are. */
export function summarySources({ view, reader, locale, say }: SummaryContext): SummarySource[] {
  const numbers = numberedSources(view);
  return view.sources
    .map((source): SummarySource => {
      const { publisher, title, published, accessed, access, reliability, kind, derivedFrom } =
        source;
      const isVeiled = access === "restricted" && reader === "verified";
      const citation = isVeiled
        ? [say("caseSummary.veiledSource")]
        : [
            publisher,
            title === "" ? say("incident.sources.untitled") : title,
            published === null
              ? say("incident.sources.noDate")
              : formatDate(published, locale, say),
            accessed !== null &&
              say("incident.sources.accessed", { date: formatDay(accessed, locale, say) }),
          ];
      const copied = derivedFrom.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
      const remarks = [
        say(`vocabulary.sourceKind.${kind}`),
        say("incident.grid.reliability", { grade: say(`vocabulary.reliability.${reliability}`) }),
        derivedFrom.length > 0 &&
          (copied.length > 0
            ? say("caseSummary.copyOf", { numbers: listed(copied.map(String), locale) })
            : say("caseSummary.copyOfUnknown")),
        access === "restricted" && say("incident.sources.restricted"),
      ];
      return {
        number: numbers.get(source.id)!,
        citation: citation.filter(Boolean).join(", "),
        url: isVeiled ? "" : source.url,
        archivedUrl: isVeiled ? "" : source.archivedUrl,
        remarks: remarks.filter(Boolean).join(", "),
      };
    })
    .sort((a, b) => a.number - b.number);
}
